import type { AttributeValue } from '../../../../shared/domain/annotations/annotations'
import { valueOfWords } from '../../../../shared/domain/attribute-words'
import { unescapeName } from '../../../../shared/domain/escaped-names'
import {
  addNote,
  addValue,
  type Draft,
  type DraftSpan,
  draftRelation,
  draftSpan,
  newDraft,
} from '../finding/draft-text'
import { type AnnLine, parseAnnLine, type TextBound } from './ann-line'
import type { AttributeKinds } from './annotation-conf'
import { LineBreaks, type RawPart } from './line-breaks'

type Of<K extends AnnLine['kind']> = Extract<AnnLine, { kind: K }>
interface Placed<K extends AnnLine['kind']> {
  readonly line: Of<K>
  readonly place: string
}

/** All that the lines of a `.ann` file say of its text. A line may name what stands further down. */
export function readAnnotations(text: string, lines: Iterable<string>, kinds: AttributeKinds): Draft {
  const reading = new Reading(text, kinds)
  let number = 0
  for (const line of lines) reading.line(line, `:${++number}`)
  return reading.end()
}

/** What our own files say in notes, as brat has no place for it. */
const PARTS_NOTE = 'Parts'
const ANNOTATOR_NOTE = 'Annotator'
/** `entity-person:e1`: the first entity of the text; with `named-`, one that is not its span’s. */
const ENTITY = /^(entity|named)-([^:]*):(\S+)$/

class Reading {
  readonly #draft = newDraft()
  readonly #breaks: LineBreaks
  readonly #kinds: AttributeKinds
  readonly #spans = new Map<string, DraftSpan>()
  /** Events are known by the span that triggers them. */
  readonly #triggers = new Map<string, string>()
  readonly #relations = new Map<string, ReturnType<typeof draftRelation>>()
  /** What attributes and references are of: a note to one of them is a note to that. */
  readonly #saidOf = new Map<string, string>()
  readonly #later: (() => void)[] = []

  constructor(text: string, kinds: AttributeKinds) {
    this.#breaks = new LineBreaks(text)
    this.#kinds = kinds
  }

  line(line: string, place: string): void {
    const text = line.replace(/\r$/, '')
    if (text.trim() === '') return
    const parsed = parseAnnLine(text)
    if (typeof parsed === 'string') this.#tell(place, 'bad_record', parsed)
    else if (parsed.kind === 'span') this.#span(parsed, place)
    else if (parsed.kind === 'event') this.#event({ line: parsed, place })
    else if (parsed.kind === 'relation') this.#relation({ line: parsed, place })
    else if (parsed.kind === 'equal') this.#equal({ line: parsed, place })
    else if (parsed.kind === 'attribute') {
      this.#saidOf.set(parsed.id, parsed.target)
      this.#later.push(() => this.#attribute({ line: parsed, place }))
    } else if (parsed.kind === 'reference') {
      this.#saidOf.set(parsed.id, parsed.target)
      this.#later.push(() => this.#reference({ line: parsed, place }))
    } else this.#later.push(() => this.#note({ line: parsed, place }))
  }

  end(): Draft {
    for (const relation of this.#draft.relations) {
      relation.from = this.#spanId(relation.from)
      relation.to = this.#spanId(relation.to)
    }
    for (const add of this.#later) add()
    return this.#draft
  }

  #span({ id, type, parts, words }: TextBound, place: string): void {
    const joined = parts.length > 1 ? this.#breaks.joined(parts, words) : null
    const span = draftSpan({ id, label: unescapeName(type), parts, words, ...joined, place })
    this.#draft.spans.push(span)
    if (!this.#spans.has(id)) this.#spans.set(id, span)
    if (parts.length > 1) this.#asWritten.set(span, { parts, words })
  }

  /** Parts as their line has them, where they were joined. */
  readonly #asWritten = new Map<DraftSpan, { parts: readonly RawPart[]; words: string | null }>()

  #event({ line: { id, trigger, roles }, place }: Placed<'event'>): void {
    if ([...this.#triggers.values()].includes(trigger)) {
      const message = `The span ${trigger} stands for two events, which are one here: what both say of it is put together.`
      this.#tell(place, 'shared_trigger', message, 'warning')
    }
    this.#triggers.set(id, trigger)
    const names = new Set(roles.map(({ role }) => role))
    for (const { role, id: to } of roles) {
      // brat numbers what a role has several of: Theme, Theme2
      const base = role.replace(/\d+$/, '')
      const type = unescapeName(base !== '' && names.has(base) ? base : role)
      this.#draft.relations.push(draftRelation({ type, from: trigger, to, place }))
    }
  }

  #relation({ line: { id, type, ends }, place }: Placed<'relation'>): void {
    const relation = draftRelation({ id, type: unescapeName(type), from: ends[0]!.id, to: ends[1]!.id, place })
    this.#draft.relations.push(relation)
    this.#relations.set(id, relation)
  }

  /** What holds between all of them holds between neighbours. */
  #equal({ line: { type, ids }, place }: Placed<'equal'>): void {
    for (let n = 1; n < ids.length; n++) {
      const ends = { from: ids[n - 1]!, to: ids[n]! }
      this.#draft.relations.push(draftRelation({ type: unescapeName(type), ...ends, place }))
    }
  }

  #attribute({ line, place }: Placed<'attribute'>): void {
    const target = this.#target(line.target, place)
    if (target !== null) addValue(target.attributes, unescapeName(line.name), this.#value(line))
  }

  #value({ name, value }: Of<'attribute'>): AttributeValue {
    if (value === null) return true
    return this.#kinds.get(name)?.includes(value) ? unescapeName(value) : valueOfWords(value)
  }

  #reference({ line: { target: id, reference, words }, place }: Placed<'reference'>): void {
    const target = this.#target(id, place)
    if (target === null) return
    const own = ENTITY.exec(reference)
    if (own === null) {
      const value = words === '' ? reference : `${reference} ${words}`
      addValue(target.attributes, 'Reference', value)
      return
    }
    const [, use, kind, entity] = own
    if (use === 'entity' && 'entity' in target) target.entity = entity!
    if (this.#draft.entities.some((known) => known.id === entity)) return
    this.#draft.entities.push({ id: entity!, kind: unescapeName(kind!), name: unescapeName(words) })
  }

  #note({ line: { type, target: id, words }, place }: Placed<'note'>): void {
    const target = this.#target(this.#saidOf.get(id) ?? id, place)
    if (target === null) return
    const text = unescapeName(words)
    if (type === ANNOTATOR_NOTE) target.annotator = text
    else if (!('note' in target)) addValue(target.attributes, 'note', text)
    else if (type === PARTS_NOTE) this.#setParts(target, words)
    else addNote(target, type === 'AnnotatorNotes' ? text : `${type}: ${text}`)
  }

  #setParts(span: DraftSpan, words: string): void {
    const parts = words.split(';').map((part) => part.split(' ').map(Number) as [number, number])
    if (!parts.every((part) => part.length === 2 && part.every(Number.isInteger))) return
    const written = this.#asWritten.get(span) ?? span
    const found = this.#breaks.wordsBeside(written.parts, written.words, parts)
    span.parts = parts
    span.words = found ?? span.words
  }

  #spanId = (id: string): string => this.#triggers.get(id) ?? id

  #target(id: string, place: string): DraftSpan | ReturnType<typeof draftRelation> | null {
    const found = this.#spans.get(this.#spanId(id)) ?? this.#relations.get(id)
    if (found !== undefined) return found
    this.#tell(place, 'missing_span', `There is no ${id} in this file, of which this line says something.`)
    return null
  }

  #tell(place: string, code: string, message: string, kind: 'failure' | 'warning' = 'failure'): void {
    this.#draft.troubles.push({ kind, part: place, code, message })
  }
}
