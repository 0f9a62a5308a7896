import { hash } from 'node:crypto'
import type { AttributeValue } from '../../../shared/domain/annotations/annotations'
import { STATUSES } from '../../../shared/domain/corpus/articles'
import type { ExtraValue } from '../../../shared/domain/corpus/found-metadata'
import { languageOf } from '../../../shared/domain/corpus/language-tags'
import { DaySchema } from '../../../shared/domain/days'
import { indexUnits, OFFSET_UNITS, type OffsetUnit } from '../../../shared/domain/text/offset-units'
import { edgesOf } from '../../../shared/domain/text/short-quote'
import { type FoundMetadata, found } from '../metadata'
import { headText } from '../readers/head-text'
import type { AnnotatedReader } from './annotated-reader'
import { type FoundObject, jsonLinesOf } from './finding/json-objects'
import { asAttributeValue, asId, asList, asObject, asOffset, asString } from './finding/json-values'
import type { FoundEntity, FoundQuote, FoundRelation, FoundSpan, FoundText, FoundTrouble, OwnFacts } from './found-text'

const SCHEMA = 'dictum-jsonl/1'
const ANY_VERSION = /^dictum-jsonl\//

/** Our own JSONL: all that a project knows of its articles and what is marked in them. */
export const dictumReader: AnnotatedReader = {
  format: 'dictum',
  extensions: ['.jsonl'],
  unit: 'codepoint',
  // its first key, always; what comes behind it may be longer than what is looked at
  recognises: (head) => /^\s*\{\s*"schema"\s*:\s*"dictum-jsonl\//.test(headText(head)),
  read: async function* (input, options) {
    for await (const one of jsonLinesOf(input, options)) {
      if (one.kind === 'object') yield* new LineReader(one).read()
      else yield one
    }
  },
}

type Values = Readonly<Record<string, unknown>>

/** Reads the line of one article. */
class LineReader {
  readonly #line: FoundObject
  readonly #troubles: FoundTrouble[] = []

  constructor(line: FoundObject) {
    this.#line = line
  }

  read(): (FoundText | FoundTrouble)[] {
    const { object, place, decoded } = this.#line
    const schema = asString(object.schema)
    if (schema !== SCHEMA) return [this.#failure('foreign_schema', whyForeign(schema))]
    const unit = object.offset_unit ?? null
    if (unit !== null && !isUnit(unit)) {
      const message = `Offsets in “${String(unit).slice(0, 40)}” are not known. There are: ${OFFSET_UNITS.join(', ')}.`
      return [this.#failure('unknown_unit', message)]
    }
    const meta = asObject(object.meta) ?? {}
    const text = asString(object.text)
    const said = asString(meta.sha256)
    const source = asString(meta.source)
    const uid = asString(object.id)
    const status = asString(meta.status)
    if (status !== null && !STATUSES.some((known) => known === status))
      this.#warn('bad_value', `“${status.slice(0, 40)}” is no status. There are: ${STATUSES.join(', ')}.`)
    const own: OwnFacts = {
      uid,
      status,
      source,
      fields: this.#values(meta.fields, 'fields'),
      hasUids: true,
    }
    const sha256 = said !== null && /^[0-9a-f]{64}$/.test(said) ? said : hash('sha256', text ?? '')
    const elsewhere = { uid, sha256: asString(object.text_sha256) ?? said, url: asString(meta.url), source }
    const record: FoundText = {
      kind: 'text',
      part: place,
      text: text ?? elsewhere,
      decoded,
      sha256,
      declared: this.#declared(meta),
      own,
      unit,
      spans: this.#each(object.spans, 'spans', (span, n) => this.#span(span, n)),
      relations: this.#each(object.relations, 'relations', (relation) => this.#relation(relation)),
      entities: this.#each(object.entities, 'entities', (entity) => this.#entity(entity)),
      quotes: text === null ? this.#edges(object.spans, unit ?? 'codepoint') : [],
    }
    return [...this.#troubles, record]
  }

  #failure(code: string, message: string): FoundTrouble {
    return { kind: 'failure', part: this.#line.place, code, message }
  }

  /** What is no object, or not one of its kind, is told. */
  #each<T>(list: unknown, name: string, read: (values: Values, n: number) => T | null): T[] {
    const given = list === undefined || list === null ? [] : asList(list)
    if (given === null) this.#troubles.push(this.#failure('bad_record', `“${name}” is no list.`))
    return (given ?? []).flatMap((one, n) => {
      const values = asObject(one)
      const made = values === null ? null : read(values, n)
      if (made !== null) return [made]
      this.#troubles.push(this.#failure('bad_record', `Number ${n + 1} of its ${name} is not what stands there.`))
      return []
    })
  }

  #span(values: Values, n: number): FoundSpan | null {
    const label = asString(values.label)
    if (label === null) return null
    const parts = partsOf(values)
    if (parts === null) return null
    return {
      id: asId(values.id) ?? `:${n}`,
      label,
      parts,
      ...(isCut(values) ? { words: null, wordsSha256: String(values.text_sha256) } : { words: asString(values.text) }),
      attributes: this.#values(values.attributes, label),
      entity: asId(values.entity),
      note: asString(values.note) ?? '',
      annotator: asString(values.annotator),
      origin: asString(values.origin),
      guess: null,
      place: '',
    }
  }

  /** The beginnings and ends of words that are quoted in short, where the text is left out. */
  #edges(spans: unknown, unit: OffsetUnit): FoundQuote[] {
    return (asList(spans) ?? []).flatMap((one) => {
      const values = asObject(one)
      const edges = values !== null && isCut(values) ? edgesOf(asString(values.text) ?? '') : null
      const parts = edges === null ? null : partsOf(values!)
      if (edges === null || parts === null) return []
      const [words, last] = edges
      const start = parts[0]![0]
      const end = parts.at(-1)![1]
      return [
        { start, end: start + indexUnits(words, unit).length, words },
        { start: end - indexUnits(last, unit).length, end, words: last },
      ]
    })
  }

  #relation(values: Values): FoundRelation | null {
    const [type, from, to] = [asString(values.type), asId(values.from), asId(values.to)]
    if (type === null || from === null || to === null) return null
    return {
      id: asId(values.id) ?? '',
      type,
      from,
      to,
      attributes: this.#values(values.attributes, type),
      annotator: asString(values.annotator),
      place: '',
    }
  }

  #entity({ id, name, kind }: Values): FoundEntity | null {
    const uid = asId(id)
    return uid === null || typeof name !== 'string' ? null : { id: uid, name, kind: asString(kind) ?? '' }
  }

  #values(given: unknown, of: string): Record<string, AttributeValue> {
    const values: Record<string, AttributeValue> = {}
    for (const [name, value] of Object.entries(asObject(given) ?? {})) {
      const known = asAttributeValue(value)
      if (known !== null) values[name] = known
      else this.#warn('bad_value', `What stands in “${name}” of ${of} is no value that can be kept.`)
    }
    return values
  }

  #warn(code: string, message: string): void {
    this.#troubles.push({ kind: 'warning', part: this.#line.place, code, message })
  }

  #declared(meta: Values): FoundMetadata {
    const day = asString(meta.published_on)
    const isDay = day !== null && DaySchema.safeParse(day).success
    if (day !== null && !isDay)
      this.#warn('unclear_date', `“${day.slice(0, 40)}” is no day, so it comes in without a date.`)
    const said = asString(meta.lang)
    const lang = said === null ? null : knownLanguage(said)
    if (said !== null && said !== '' && lang === null)
      this.#warn('bad_value', `“${said.slice(0, 40)}” is no language that is known, so it was left out.`)
    const extra: Record<string, ExtraValue> = Object.create(null)
    for (const [name, value] of Object.entries(asObject(meta.extra) ?? {})) {
      const known = asAttributeValue(value)
      if (known !== null) extra[name] = known
      else this.#warn('bad_value', `What stands in “${name}” of extra is no value that can be kept.`)
    }
    return found({
      title: asString(meta.title)?.trim() || null,
      publishedOn: isDay ? day : null,
      dateFound: isDay ? 'column' : null,
      lang,
      langFound: lang === null ? null : 'declared',
      url: asString(meta.url),
      tags: (asList(meta.tags) ?? []).filter((tag) => typeof tag === 'string'),
      extra,
    })
  }
}

let lastLanguage: { readonly said: string; readonly lang: string | null } | null = null

/** Most texts of a file are in one language, which is not looked up for each. */
function knownLanguage(said: string): string | null {
  if (lastLanguage?.said !== said) lastLanguage = { said, lang: languageOf(said) }
  return lastLanguage.lang
}

/** Whether the words of a span are more than its short quote. */
const isCut = ({ text, text_sha256 }: Values): boolean =>
  typeof text === 'string' && typeof text_sha256 === 'string' && hash('sha256', text) !== text_sha256

const isUnit = (value: unknown): value is OffsetUnit => OFFSET_UNITS.some((unit) => unit === value)

const whyForeign = (schema: string | null): string =>
  schema === null
    ? `This line does not say that it is ${SCHEMA}, as the others do.`
    : ANY_VERSION.test(schema)
      ? `This line is “${schema.slice(0, 40)}”, which another version of Dictum wrote. This one reads ${SCHEMA}.`
      : `This line is “${schema.slice(0, 40)}” and not ${SCHEMA}.`

/** Its parts, or its beginning and end; null where neither stands there. */
function partsOf({ parts, start, end }: Values): FoundSpan['parts'] | null {
  const list = asList(parts)
  if (list === null) return start === undefined && end === undefined ? null : [[asOffset(start), asOffset(end)]]
  const pairs = list.map((part) => (Array.isArray(part) && part.length === 2 ? part : null))
  if (pairs.some((pair) => pair === null) || pairs.length === 0) return null
  return pairs.map((pair) => [asOffset(pair![0]), asOffset(pair![1])] as const)
}
