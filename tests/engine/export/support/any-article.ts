import fc from 'fast-check'
import type { ExportedArticle, ExportedSpan } from '../../../../src/engine/export/format'
import type { FoundText } from '../../../../src/engine/import/annotated/found-text'
import type { AttributeValue } from '../../../../src/shared/domain/annotations/annotations'
import { indexUnits, type OffsetUnit } from '../../../../src/shared/domain/text/offset-units'
import { docOffset, type Part, splitsSurrogatePair } from '../../../../src/shared/domain/text/offsets'

/** Emoji with joiners, combining marks, other directions, what XML and JSON escape, and what word processors leave behind. */
const PIECES = [
  'a',
  'Taxes ',
  'e\u0301',
  '😀',
  '👩‍👩‍👧',
  'شكرا ',
  'שלום',
  '\n',
  '\t',
  ' ',
  '&<>"\'',
  '\\n',
  ']]>',
  '\v',
  '\u00a0',
  'ș',
  '漢字',
  '\ufffe',
] // prettier-ignore

const ANY_TEXT = fc
  .array(fc.constantFrom(...PIECES), { minLength: 3, maxLength: 30 })
  .map((pieces) => `x${pieces.join('')}`)
const NAME = fc.constantFrom(
  'form',
  'said by',
  'număr',
  'a_b',
  'a__list',
  '_x20_',
  'value',
  'note',
  '1st',
  'xmlns',
  'x_',
  'é_number',
)
const LABEL = fc.constantFrom('CLAIM', 'Vorbitor ș', 'říká', '声明', 'a "b" <c>')
const WORDS = fc.constantFrom('', 'ana', 'two words', 'tab\tand\nline', 'ă & <b> "c"', 'E1')
const VALUE: fc.Arbitrary<AttributeValue> = fc.oneof(
  WORDS.filter((one) => one !== ''),
  fc.constantFrom(0, 7, -2.5),
  fc.boolean(),
  fc.array(WORDS, { maxLength: 3 }),
)
const ATTRIBUTES = fc.dictionary(NAME, VALUE, { maxKeys: 3, noNullPrototype: true })

function partsIn(text: string, cuts: readonly number[]): Part[] {
  const places = [...new Set(cuts.map((cut) => cut % (text.length + 1)))]
    .filter((at) => !splitsSurrogatePair(text, at))
    .sort((a, b) => a - b)
  const parts: Part[] = []
  for (let n = 0; n + 1 < places.length; n += 2) parts.push([docOffset(places[n]!), docOffset(places[n + 1]!)])
  return parts.filter(([start, end]) => text.slice(start, end).trim() !== '')
}

/** Any article with spans that overlap, have parts and attributes, and relations between them; offsets in UTF-16. */
export const anyArticle = (unit: OffsetUnit = 'utf16'): fc.Arbitrary<ExportedArticle> =>
  fc
    .tuple(
      ANY_TEXT,
      fc.array(
        fc.record({
          cuts: fc.array(fc.nat(200), { minLength: 2, maxLength: 6 }),
          label: LABEL,
          attributes: ATTRIBUTES,
          annotator: fc.constantFrom('ana', 'Bo Ș'),
          note: WORDS,
          origin: fc.constantFrom('manual', 'imported'),
        }),
        { maxLength: 6 },
      ),
      fc.array(fc.record({ from: fc.nat(9), to: fc.nat(9), type: LABEL, attributes: ATTRIBUTES, annotator: WORDS }), {
        maxLength: 4,
      }),
      fc.record({
        title: WORDS.filter((one) => one !== ''),
        note: fc.constantFrom('', 'to do'),
        publishedOn: fc.constantFrom(null, '2025-05-04'),
        lang: fc.constantFrom(null, 'ro', 'pt-BR'),
        tags: fc.constantFrom([], ['a b', 'ș']),
        url: fc.constantFrom(null, 'https://news.example/a?b&c'),
      }),
      fc.dictionary(fc.constantFrom('topic', 'số'), VALUE, { noNullPrototype: true }),
    )
    .map(([text, marks, ties, said, fields]): ExportedArticle => {
      const spans = marks
        .map(({ cuts, ...mark }) => ({ ...mark, utf16: partsIn(text, cuts), entity: null }))
        .filter(({ utf16 }) => utf16.length > 0)
        .map((mark, at): ExportedSpan => ({ ...mark, uid: `s${at}`, ...placed(text, mark.utf16, unit) }))
        .sort((a, b) => a.start - b.start || a.end - b.end || (a.uid < b.uid ? -1 : 1))
      const relations = spans.length === 0 ? [] : ties
      const { title, note, publishedOn, lang, tags, url } = said
      return {
        record: {
          articleId: 1,
          uid: '0193a000-0000-7000-8000-0123456789ab',
          title,
          publishedOn,
          lang,
          source: 'news/001.txt',
          sha256: '',
          status: 'done',
          note,
          fields: {},
          text,
          said: { url, tags, extra: {} },
        },
        split: null,
        fields,
        spans,
        relations: relations.map(({ from, to, ...tie }, at) => ({
          ...tie,
          uid: `r${at}`,
          from: spans[from % spans.length]!.uid,
          to: spans[to % spans.length]!.uid,
        })),
        entities: [],
      }
    })

function placed(text: string, utf16: readonly Part[], unit: OffsetUnit) {
  const index = indexUnits(text, unit)
  const parts = utf16.map(([start, end]) => [index.fromUtf16(start), index.fromUtf16(end)] as const)
  const words = utf16.map(([start, end]) => text.slice(start, end)).join(' ')
  return { parts, words, start: parts[0]![0], end: parts.at(-1)![1] }
}

/** What was found in a file as an article to write again: all that the file says, and nothing else. */
export function writtenAgain(found: FoundText, unit: OffsetUnit): ExportedArticle {
  const text = String(found.text)
  const index = indexUnits(text, unit)
  const { declared, own } = found
  return {
    record: {
      articleId: 1,
      uid: own?.uid ?? '',
      title: declared.title ?? '',
      publishedOn: declared.publishedOn,
      lang: declared.lang,
      source: own?.source ?? '',
      sha256: '',
      status: own?.status ?? '',
      note: own?.note ?? '',
      fields: {},
      text,
      said: { url: declared.url, tags: declared.tags, extra: declared.extra },
    },
    split: null,
    fields: own?.fields ?? null,
    spans: found.spans.map((span) => {
      const utf16 = span.parts.map(
        ([start, end]): Part => [docOffset(index.toUtf16(start)!), docOffset(index.toUtf16(end)!)],
      )
      const { label, attributes, entity, note } = span
      const said = { uid: span.id, label, attributes, entity, note, origin: span.origin ?? '' }
      return { ...said, utf16, annotator: span.annotator ?? '', ...placed(text, utf16, unit) }
    }),
    relations: found.relations.map(({ id, annotator, ...one }) => ({ ...one, uid: id, annotator: annotator ?? '' })),
    entities: found.entities.map(({ id, name, kind }) => ({ uid: id, name, kind })),
  }
}
