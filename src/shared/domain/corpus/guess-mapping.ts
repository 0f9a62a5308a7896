import type { ColumnMapping, ColumnRole } from './column-mapping'

/** A column with some of its values, as text. */
export interface SampledColumn {
  readonly name: string
  readonly values: readonly string[]
}

/** Names that columns have in English and Romanian, folded, the most telling first. */
const NAMES: Readonly<Record<ColumnRole, readonly string[]>> = {
  text: [
    ...[
      'text',
      'body',
      'content',
      'article',
      'fulltext',
      'maintext',
      'articletext',
      'articlebody',
      'story',
      'document',
    ],
    ...['continut', 'corp', 'articol', 'cuprins', 'textul', 'textarticol'],
  ],
  title: ['title', 'headline', 'heading', 'subject', 'titlu', 'titlul', 'denumire'],
  date: [
    ...[
      'date',
      'publishedon',
      'published',
      'publishedat',
      'datepublished',
      'pubdate',
      'publicationdate',
      'publishdate',
    ],
    ...[
      'data',
      'datapublicarii',
      'datapublicare',
      'publicat',
      'createdat',
      'created',
      'timestamp',
      'time',
      'day',
      'ziua',
    ],
  ],
  id: ['id', 'uid', 'uuid', 'guid', 'articleid', 'docid', 'documentid', 'recordid', 'identificator', 'cod'],
  url: ['url', 'link', 'permalink', 'href', 'canonicalurl', 'sourceurl', 'articleurl', 'uri', 'adresa', 'legatura'],
  lang: ['lang', 'language', 'langcode', 'languagecode', 'locale', 'limba', 'idioma'],
  source: ['source', 'publisher', 'outlet', 'newspaper', 'sitename', 'site', 'domain', 'sursa', 'publicatie', 'ziar'],
  tags: ['tags', 'keywords', 'labels', 'categories', 'topics', 'etichete', 'cuvintecheie', 'categorii'],
}
const ROLES = ['text', 'title', 'date', 'id', 'url', 'lang', 'source', 'tags'] as const

/** What values of a role look like, where they have a look; a column with other values is not taken for it. */
const SHAPES: Partial<Record<ColumnRole, RegExp>> = {
  date: /^\s*(\d{4}[-/.]?\d{2}|\d{1,2}[-/. ]|\p{L}{3,10}[., ]+\d|\d{10}(\d{3})?$)/u,
  url: /^\s*(https?:\/\/|www\.)/i,
  lang: /^\s*[a-z]{2,3}([-_][a-z0-9]{2,8})*\s*$/i,
}
const MOST_OF_THEM = 0.6
/** An article is longer than any other field; by their length alone, shorter values are not taken for its text. */
const TEXT_LENGTH = 120

/** Which column holds what, by the names of the columns and the shapes of their values; what is not clear is left out. */
export function guessMapping(columns: readonly SampledColumn[]): ColumnMapping {
  const free = new Map(columns.map((column) => [column.name, column]))
  const mapping: Partial<Record<ColumnRole, string>> = {}
  const take = (role: ColumnRole, column: SampledColumn | undefined) => {
    if (column === undefined) return
    mapping[role] = column.name
    free.delete(column.name)
  }
  for (const role of ROLES) take(role, byName(role, [...free.values()]))
  if (mapping.text === undefined) take('text', longest([...free.values()]))
  if (mapping.url === undefined)
    take(
      'url',
      [...free.values()].find((column) => hasShape('url', column)),
    )
  return mapping
}

/** `meta.Published_On` is `publishedon`; the last part of a path counts as well as the whole. */
function keysOf(name: string): string[] {
  const fold = (part: string) =>
    part
      .normalize('NFD')
      .replace(/[^\p{L}\p{N}]/gu, '')
      .toLowerCase()
  return [fold(name), fold(name.slice(name.lastIndexOf('.') + 1))]
}

function byName(role: ColumnRole, columns: readonly SampledColumn[]): SampledColumn | undefined {
  for (const part of [0, 1]) {
    for (const known of NAMES[role]) {
      const found = columns.find((column) => keysOf(column.name)[part] === known && hasShape(role, column))
      if (found) return found
    }
  }
  return undefined
}

function hasShape(role: ColumnRole, { values }: SampledColumn): boolean {
  const said = values.filter((value) => value.trim() !== '')
  const shape = SHAPES[role]
  if (shape === undefined) return true
  // a column that says nothing yet goes by its name
  if (said.length === 0) return role !== 'url'
  return said.filter((value) => shape.test(value)).length >= MOST_OF_THEM * said.length
}

function longest(columns: readonly SampledColumn[]): SampledColumn | undefined {
  const length = ({ values }: SampledColumn) =>
    values.reduce((sum, value) => sum + value.length, 0) / Math.max(1, values.length)
  const [first] = [...columns].sort((a, b) => length(b) - length(a))
  return first !== undefined && length(first) >= TEXT_LENGTH && !hasShape('url', first) ? first : undefined
}
