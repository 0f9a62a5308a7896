import { hash } from 'node:crypto'
import type { AttributeValue } from '../../../../shared/domain/annotations/annotations'
import { STATUSES } from '../../../../shared/domain/corpus/articles'
import type { ExtraValue } from '../../../../shared/domain/corpus/found-metadata'
import { languageOf } from '../../../../shared/domain/corpus/language-tags'
import { DaySchema } from '../../../../shared/domain/days'
import { OFFSET_UNITS, type OffsetUnit } from '../../../../shared/domain/text/offset-units'
import { type FoundMetadata, found } from '../../metadata'
import type { FoundObject } from '../finding/json-objects'
import { asAttributeValue, asId, asList, asObject, asString } from '../finding/json-values'
import type { FoundEntity, FoundRelation, FoundSpan, FoundText, FoundTrouble, OwnFacts } from '../found-text'
import { KEYS, type Values } from './keys'
import { partsOf, writtenOf } from './places'
import { edgesOfShortQuotes, isCut } from './short-quotes'

const SCHEMA = 'dictum-jsonl/1'
const ANY_VERSION = /^dictum-jsonl\//

/** What a list holds, for messages, and what it is called. */
type Kind = readonly [one: string, all: string]

/** Reads the line of one article. */
export class LineReader {
  readonly #line: FoundObject
  readonly #troubles: FoundTrouble[] = []
  /** Keys that the format does not have, as they were told for the whole file. */
  readonly #strange: Set<string>

  constructor(line: FoundObject, strange: Set<string>) {
    this.#line = line
    this.#strange = strange
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
    this.#know(object, KEYS.line, 'a line')
    this.#know(meta, KEYS.meta, 'meta')
    const text = asString(object.text)
    const ofText = asString(object.text_sha256)
    const said = this.#fileHash(meta.sha256, text)
    if (text !== null && ofText !== null && ofText.toLowerCase() !== hash('sha256', text))
      this.#warn('hash_differs', HASH_DIFFERS)
    const source = this.#text(meta.source, 'source')
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
    const sha256 = said ?? hash('sha256', text ?? '')
    const elsewhere = { uid, sha256: ofText ?? said, url: asString(meta.url), source }
    const record: FoundText = {
      kind: 'text',
      part: place,
      text: text ?? elsewhere,
      decoded,
      sha256,
      declared: this.#declared(meta),
      own,
      unit,
      spans: this.#each(object.spans, ['span', 'spans'], (span, n) => this.#span(span, n)),
      relations: this.#each(object.relations, ['relation', 'relations'], (relation) => this.#relation(relation)),
      entities: this.#each(object.entities, ['entity', 'entities'], (entity) => this.#entity(entity)),
      quotes: text === null ? edgesOfShortQuotes(object.spans, unit ?? 'codepoint') : [],
    }
    return [...this.#troubles, record]
  }

  /** Of the bytes that the article came from: nothing here shows whether it is right, only whether it can be. */
  #fileHash(said: unknown, text: string | null): string | null {
    if (said === undefined || said === null) return null
    if (typeof said === 'string' && /^[0-9a-f]{64}$/i.test(said)) return said.toLowerCase()
    if (text === null) return asString(said)
    const message = `“${String(said).slice(0, 40)}” in “sha256” is no SHA-256, which has 64 digits. That of the text was taken.`
    this.#warn('bad_value', message)
    return null
  }

  #failure(code: string, message: string): FoundTrouble {
    return { kind: 'failure', part: this.#line.place, code, message }
  }

  /** What is no object, or not one of its kind, is told. */
  #each<T>(list: unknown, kind: Kind, read: (values: Values, n: number) => T | string): T[] {
    const [one, all] = kind
    const given = list === undefined || list === null ? [] : asList(list)
    if (given === null) {
      const message = `“${all}” is no list in [ ], so what it says was left out.`
      this.#troubles.push(this.#failure('bad_record', message))
    }
    return (given ?? []).flatMap((said, n) => {
      const values = asObject(said)
      const made = values === null ? 'is no object in { }' : read(values, n)
      if (typeof made !== 'string') return [made]
      this.#troubles.push(this.#failure('bad_record', `Its ${one} ${n + 1} ${made}, so it was left out.`))
      return []
    })
  }

  /** A span, or what is wrong with it. */
  #span(values: Values, n: number): FoundSpan | string {
    const label = asString(values.label)
    if (label === null) return 'has no label'
    const parts = partsOf(values)
    this.#know(values, KEYS.span, 'a span')
    if (parts === null) return `(${label.slice(0, 40)}) has no “start” and “end”, nor “parts” such as [[3,18]]`
    const span: FoundSpan = {
      id: asId(values.id) ?? `:${n}`,
      label,
      parts,
      ...(isCut(values)
        ? { words: null, wordsSha256: String(values.text_sha256) }
        : { words: this.#text(values.text, 'text') }),
      attributes: this.#values(values.attributes, label),
      entity: asId(values.entity),
      note: this.#text(values.note, 'note') ?? '',
      annotator: this.#text(values.annotator, 'annotator'),
      origin: this.#text(values.origin, 'origin'),
      guess: null,
      place: '',
    }
    const areNumbers = parts.every(([start, end]) => !Number.isNaN(start + end))
    return areNumbers ? span : { ...span, ...writtenOf(values) }
  }

  /** A relation, or what is wrong with it. */
  #relation(values: Values): FoundRelation | string {
    const [type, from, to] = [asString(values.type), asId(values.from), asId(values.to)]
    this.#know(values, KEYS.relation, 'a relation')
    if (type === null) return 'has no type'
    if (from === null) return `(${type.slice(0, 40)}) does not say which span it leads from (“from”)`
    if (to === null) return `(${type.slice(0, 40)}) does not say which span it leads to (“to”)`
    return {
      id: asId(values.id) ?? '',
      type,
      from,
      to,
      attributes: this.#values(values.attributes, type),
      annotator: this.#text(values.annotator, 'annotator'),
      place: '',
    }
  }

  /** An entity, or what is wrong with it. */
  #entity(values: Values): FoundEntity | string {
    const { id, name, kind } = values
    const uid = asId(id)
    this.#know(values, KEYS.entity, 'an entity')
    if (uid === null) return 'has no id'
    return typeof name === 'string' ? { id: uid, name, kind: asString(kind) ?? '' } : 'has no name'
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

  /** Tells of keys that the format does not have, each once a file. */
  #know(values: Values, keys: ReadonlySet<string>, what: string): void {
    for (const key in values) {
      if (keys.has(key)) continue
      const strange = `“${key.slice(0, 40)}” of ${what}`
      if (this.#strange.size >= MOST_STRANGE || this.#strange.has(strange)) continue
      this.#strange.add(strange)
      this.#warn('unknown_key', `${strange} is none of ${SCHEMA}. What it says was left out, here and further down.`)
    }
  }

  /** What should be a text, where there is one. */
  #text(value: unknown, name: string): string | null {
    if (typeof value === 'string') return value
    if (value !== undefined && value !== null)
      this.#warn('bad_value', `What stands in “${name}” is no text, so it was left out.`)
    return null
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
      title: this.#text(meta.title, 'title')?.trim() || null,
      publishedOn: isDay ? day : null,
      dateFound: isDay ? 'column' : null,
      lang,
      langFound: lang === null ? null : 'declared',
      url: this.#text(meta.url, 'url'),
      tags: (asList(meta.tags) ?? []).filter((tag) => typeof tag === 'string'),
      extra,
    })
  }
}

/** So many keys of one file are told. */
const MOST_STRANGE = 100

const HASH_DIFFERS =
  'Its “text_sha256” is not that of the text beside it, which was changed since or damaged. The text was taken as it stands: ' +
  'compare it with the file that it came from.'

const isUnit = (value: unknown): value is OffsetUnit => OFFSET_UNITS.some((unit) => unit === value)

const whyForeign = (schema: string | null): string =>
  schema === null
    ? `This line does not say that it is ${SCHEMA}, as the others do.`
    : ANY_VERSION.test(schema)
      ? `This line is “${schema.slice(0, 40)}”, which another version of Dictum wrote. This one reads ${SCHEMA}.`
      : `This line is “${schema.slice(0, 40)}” and not ${SCHEMA}.`

let lastLanguage: { readonly said: string; readonly lang: string | null } | null = null

/** Most texts of a file are in one language, which is not looked up for each. */
function knownLanguage(said: string): string | null {
  if (lastLanguage?.said !== said) lastLanguage = { said, lang: languageOf(said) }
  return lastLanguage.lang
}
