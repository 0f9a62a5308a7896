import { UNIT_NAMES } from '../../../../shared/domain/text/offset-units'
import type { FoundSpan, FoundText, FoundTrouble } from '../found-text'
import { type ChosenReading, decide, weigh } from './choose-reading'
import { OffsetReadings } from './offset-readings'
import { placeRelations } from './place-relations'
import { placeSpan } from './place-span'
import type { ElsewhereAnnotations, KnownUnits, PlacedAnnotations, PlacedSpan } from './placed'
import { nameOf, shown } from './span-troubles'
import { UnitTally } from './unit-tally'
import { whoseWork } from './whose-work'

/** The annotations of one text in their places, and what is to be told of those that have none. */
export interface PlacedText {
  readonly annotations: PlacedAnnotations
  readonly troubles: readonly FoundTrouble[]
}

/** `annotator`: whose work all of it is taken for, whatever the file says; null: as the file says. */
export function placeAnnotations(
  found: Omit<FoundText, 'text'>,
  stored: string,
  chosen: ChosenReading,
  annotator: string | null,
): PlacedText {
  const troubles: FoundTrouble[] = []
  const tell = (kind: FoundTrouble['kind'], place: string, code: string, message: string) =>
    troubles.push({ kind, part: place === '' ? found.part : place, code, message })
  const spans = new PlacedSpans()
  const entityIds = new Set(found.entities.map(({ id }) => id))
  if (chosen.isUnlikeFile) tell('warning', '', 'mixed_units', mixedUnits(found, chosen))
  for (const span of found.spans) {
    const isOpen = chosen.ambiguous.has(span) && span.offsetsWritten === undefined
    const placing = isOpen ? AMBIGUOUS : placeSpan(span, chosen.reading, stored)
    if ('refusal' in placing) {
      tell('failure', span.place, placing.refusal.code, `${nameOf(span)} was not taken. ${placing.refusal.message}`)
      spans.refuse(span)
      continue
    }
    for (const { code, message } of placing.repairs) tell('warning', span.place, code, `${nameOf(span)}: ${message}`)
    const { id, label, attributes, entity, note, origin, guess, place } = span
    const by = whoseWork(annotator, span.annotator)
    const { parts } = placing
    if (entity !== null && !entityIds.has(entity)) {
      const message = `${nameOf(span)}: It names an entity, “${shown(entity)}”, that its file does not describe. It came in without.`
      tell('warning', span.place, 'missing_entity', message)
    }
    const problem = spans.add({ id, label, parts, attributes, entity, note, annotator: by, origin, guess, place })
    if (problem !== null) tell('warning', span.place, problem.code, `${nameOf(span)}: ${problem.message}`)
  }
  const relations = placeRelations(found.relations, spans, annotator, tell)
  const { entities, own } = found
  // none is known by spans that have no place
  const units = spans.list.length === 0 ? [] : chosen.units
  return { annotations: { spans: spans.list, relations, entities, own, units }, troubles }
}

/**
 * The same for annotations whose text was found in the project. `text`: as it is stored; `hasReturns`: whether its line
 * endings were `\r\n` in its file, for which offsets may count two.
 */
export function placeElsewhere(
  found: ElsewhereAnnotations,
  text: string,
  hasReturns: boolean,
  known: KnownUnits,
  annotator: string | null,
): PlacedText {
  const offsets = new OffsetReadings(hasReturns ? text.replaceAll('\n', '\r\n') : text)
  const beliefs = { ...known, tally: new UnitTally(), earlier: new UnitTally() }
  const chosen = decide(weigh(found, offsets, beliefs), beliefs, true)!
  return placeAnnotations(found, text, chosen, annotator)
}

const AMBIGUOUS = {
  refusal: {
    code: 'ambiguous_unit',
    message:
      'In different units its offsets lead to different places, and nothing shows which unit is right. ' +
      'Say which, with --offsets or in the look before an import, and import the file again.',
  },
}

function mixedUnits({ unit }: Pick<FoundText, 'unit'>, { reading }: ChosenReading): string {
  const counted = UNIT_NAMES[reading.unit]
  const unlike =
    unit === null
      ? 'unlike those of the other texts of this file'
      : `though the file says that it counts ${UNIT_NAMES[unit]}`
  return `Its words show that its offsets count ${counted}, ${unlike}. They were read as ${counted}.`
}

/** The spans of one text that have a place, each once. */
export class PlacedSpans {
  readonly list: PlacedSpan[] = []
  /** By the id in the file: the id of the span that stands for it; null if none does. */
  readonly #ids = new Map<string, string | null>()
  readonly #twins = new Map<string, number>()

  refuse({ id }: FoundSpan): void {
    if (!this.#ids.has(id)) this.#ids.set(id, null)
  }

  /** What an end of a relation means: null for a span that was not taken, undefined for none at all. */
  idOf(end: string): string | null | undefined {
    return this.#ids.get(end)
  }

  /** Adds it, and tells if it is not plainly a new one. */
  add(span: PlacedSpan): { readonly code: string; readonly message: string } | null {
    const key = twinKey(span)
    const twinAt = this.#twins.get(key)
    if (twinAt !== undefined) {
      const twin = this.list[twinAt]!
      if (this.#isFree(span.id)) this.#ids.set(span.id, twin.id)
      this.list[twinAt] = { ...twin, attributes: { ...span.attributes, ...twin.attributes } }
      const message =
        'It stands there twice, with one label and annotator. It was taken once, with the attributes of both.'
      return { code: 'same_span', message }
    }
    this.#twins.set(key, this.list.length)
    if (this.#isFree(span.id)) {
      this.#ids.set(span.id, span.id)
      this.list.push(span)
      return null
    }
    const message = `Another span of this text has its id, “${span.id}”. Relations to that id mean the first.`
    this.list.push({ ...span, id: this.#freeId(span.id) })
    return { code: 'same_id', message }
  }

  /** Whether no span that has a place has this id. */
  #isFree(id: string): boolean {
    return typeof this.#ids.get(id) !== 'string'
  }

  #freeId(id: string): string {
    let n = 2
    while (this.#ids.has(`${id}#${n}`)) n++
    this.#ids.set(`${id}#${n}`, `${id}#${n}`)
    return `${id}#${n}`
  }
}

/** Parts are numbers; what may be any text comes last, and in order. */
const twinKey = ({ label, annotator, guess, parts }: PlacedSpan): string =>
  `${parts.join(';')} ${label.length} ${label} ${annotator ?? ''}${guess === null ? '' : `\0${guess.source}`}`
