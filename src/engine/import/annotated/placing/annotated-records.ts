import { ImportFailure } from '../../failure'
import type { FoundPart, FoundRecord, Input, RecordsReader } from '../../readers/reader'
import { refusalOf } from '../../readers/text-refusal'
import type { AnnotatedReader } from '../annotated-reader'
import type { FoundText } from '../found-text'
import { type Beliefs, type ChosenReading, decide, type Weighed, weigh } from './choose-reading'
import { OffsetReadings } from './offset-readings'
import { placeAnnotations } from './place-annotations'
import type { ElsewhereAnnotations } from './placed'
import { UnitDoubt } from './unit-doubt'
import { UnitTally } from './unit-tally'

/** So many texts wait for one that shows what the file counts in, and so much of them. */
const MOST_HELD = 200
const MOST_HELD_CHARACTERS = 8 * 1024 * 1024

/** A reader of annotated texts as one of records: its offsets are understood, checked, and told of. */
export const annotatedReader = (reader: AnnotatedReader): RecordsReader => ({
  kind: 'records',
  format: reader.format,
  extensions: reader.extensions,
  recognises: reader.recognises,
  read: async function* (input, options) {
    const forced = options.offsets === 'auto' ? null : options.offsets
    const earlier = options.unitsSoFar?.of(reader.format) ?? new UnitTally()
    const beliefs = { forced, documented: reader.unit, tally: new UnitTally(), earlier }
    const placer = new FilePlacer(beliefs, options.annotator)
    try {
      for await (const found of reader.read(input, options)) yield* placer.add(found)
    } catch (error) {
      // what came before it stays
      yield* placer.end()
      if (!isOfNothing(error, input)) throw error
      yield { kind: 'warning', part: '', code: 'empty', message: 'The file is empty (0 bytes): it holds no text.' }
      return
    }
    yield* placer.end()
  },
})

/** An export of no articles is an empty file in some formats. */
const isOfNothing = (error: unknown, { head }: Input): boolean =>
  head.length === 0 && error instanceof ImportFailure && error.code === 'empty'

type FoundHere = FoundText & { readonly text: string }

/** A text whose offsets are understood, or not yet; or what came behind such a one. */
type Held =
  | { readonly text: FoundHere; readonly weighed: Weighed; chosen: ChosenReading | null }
  | { readonly ready: FoundPart }

/** Places the annotations of one file, in the order of its texts. */
class FilePlacer {
  readonly #beliefs: Beliefs
  readonly #annotator: string | null
  #held: Held[] = []
  #heldCharacters = 0
  readonly #doubt = new UnitDoubt()
  /** Whether a text that says nothing is no longer held back for the others. */
  #isDecided = false

  constructor(beliefs: Beliefs, annotator: string | null) {
    this.#beliefs = beliefs
    this.#annotator = annotator
  }

  *add(found: FoundText | Exclude<FoundPart, FoundRecord>): Iterable<FoundPart> {
    this.#held.push(this.#weighed(found))
    if (this.#held.length > MOST_HELD || this.#heldCharacters > MOST_HELD_CHARACTERS) this.#isDecided = true
    yield* this.#release()
  }

  *end(): Iterable<FoundPart> {
    this.#isDecided = true
    yield* this.#release()
    const { documented, tally, earlier } = this.#beliefs
    for (const reading of tally.leaders()) earlier.add(reading, 1)
    const warning = this.#doubt.warning(documented)
    if (warning !== null) yield warning
  }

  #weighed(found: FoundText | Exclude<FoundPart, FoundRecord>): Held {
    if (found.kind !== 'text') return { ready: found }
    if (isElsewhere(found)) {
      const { forced, documented } = this.#beliefs
      return { ready: { kind: 'elsewhere', part: found.part, found, known: { forced, documented } } }
    }
    const text = found as FoundHere
    const refusal = refusalOf(text.text, 'text')
    if (refusal !== null) return { ready: { kind: 'failure', part: found.part, ...refusal } }
    const weighed = weigh(found, new OffsetReadings(text.text), this.#beliefs)
    this.#heldCharacters += text.text.length
    return { text, weighed, chosen: decide(weighed, this.#beliefs, this.#isDecided) }
  }

  /** What is understood by now, up to the first text that is not. */
  *#release(): Iterable<FoundPart> {
    let count = 0
    for (const held of this.#held) {
      if ('text' in held) held.chosen ??= decide(held.weighed, this.#beliefs, this.#isDecided)
      if ('text' in held && held.chosen === null) break
      count++
    }
    for (const held of this.#held.splice(0, count)) {
      if ('ready' in held) yield held.ready
      else {
        this.#heldCharacters -= held.text.text.length
        yield* this.#placed(held.text, held.weighed, held.chosen!)
      }
    }
  }

  *#placed(found: FoundHere, { offsets }: Weighed, chosen: ChosenReading): Iterable<FoundPart> {
    const { stored: text, lineEnding } = offsets
    if (chosen.isAssumed) this.#doubt.add(found.spans, offsets)
    const { annotations, troubles } = placeAnnotations(found, text, chosen, this.#annotator)
    yield* troubles
    const { part, decoded, sha256, declared } = found
    yield { kind: 'record', part, isRecord: part !== '', ...decoded, text, lineEnding, sha256, declared, annotations }
  }
}

const isElsewhere = (found: FoundText): found is ElsewhereAnnotations => typeof found.text !== 'string'
