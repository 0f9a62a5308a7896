import { expect, test } from 'vitest'
import type { ColumnMapping } from '../../../src/shared/domain/corpus/column-mapping'
import { guessMapping } from '../../../src/shared/domain/corpus/guess-mapping'

const LONG = 'Words of an article that go on and on. '.repeat(6)

test.each<[what: string, columns: Record<string, string>, ColumnMapping]>([
  [
    'English names',
    { id: '7', headline: 'A', body: 'B', published_on: '2025-01-02', link: 'https://a.org', language: 'en' },
    { id: 'id', title: 'headline', text: 'body', date: 'published_on', url: 'link', lang: 'language' },
  ],
  [
    'Romanian names, with their marks',
    { Titlu: 'A', Conținut: 'B', 'Data publicării': '3 mai 2025', Sursă: 'Z', Etichete: 'a' },
    { title: 'Titlu', text: 'Conținut', date: 'Data publicării', source: 'Sursă', tags: 'Etichete' },
  ],
  [
    'the text before the body, and the full name before the last part of a path',
    { 'a.title': 'x', title: 'y', body: 'b', text: 't' },
    { title: 'title', text: 'text' },
  ],
  ['parts of a path', { 'meta.title': 'x', 'meta.content': 'y' }, { title: 'meta.title', text: 'meta.content' }],
  [
    'values that do not fit the name',
    { text: 'x', date: 'unknown', url: 'none', lang: 'Romanian language' },
    { text: 'text' },
  ],
  ['the longest column where no name tells', { a: 'x', b: LONG, c: 'y' }, { text: 'b' }],
  [
    'German names',
    { Titel: 'A', Inhalt: 'B', Datum: '3.5.2025', Quelle: 'Z', Sprache: 'Deutsch' },
    { title: 'Titel', text: 'Inhalt', date: 'Datum', source: 'Quelle', lang: 'Sprache' },
  ],
  [
    'French names',
    { Titre: 'A', Texte: 'B', Date: '2025-01-02', Langue: 'français', 'Mots-clés': 'a' },
    { title: 'Titre', text: 'Texte', date: 'Date', lang: 'Langue', tags: 'Mots-clés' },
  ],
  [
    'Spanish names',
    { Título: 'A', Contenido: 'B', Fecha: '02/01/2025', Fuente: 'Z' },
    { title: 'Título', text: 'Contenido', date: 'Fecha', source: 'Fuente' },
  ],
  [
    'Hungarian names',
    { Cím: 'A', Szöveg: 'B', Dátum: '2025.01.02', Forrás: 'Z' },
    { title: 'Cím', text: 'Szöveg', date: 'Dátum', source: 'Forrás' },
  ],
  ['languages by their names', { text: 'x', language: 'Romanian' }, { text: 'text', lang: 'language' }],
  ['tags of languages in any letters', { text: 'x', language: 'RO_ro' }, { text: 'text', lang: 'language' }],
  [
    'the longest of short ones that are sentences',
    { 'column 1': 'https://a.org/a/long/address/of/an/article/in/the/web', 'column 2': 'The port is closed today.' },
    { text: 'column 2', url: 'column 1' },
  ],
  ['no text', { a: 'x', b: 'short' }, {}],
  ['an address by its shape', { text: 'x', found_at: 'https://a.org/1' }, { text: 'text', url: 'found_at' }],
  ['data that are no date', { data: LONG }, { text: 'data' }],
  ['a column that is empty so far goes by its name', { text: 'x', date: '' }, { text: 'text', date: 'date' }],
])('%s', (_, columns, mapping) => {
  const sampled = Object.entries(columns).map(([name, value]) => ({ name, values: [value, value] }))
  expect(guessMapping(sampled)).toEqual(mapping)
})
