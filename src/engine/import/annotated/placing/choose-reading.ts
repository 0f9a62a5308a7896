import { PART_JOINT } from '../../../../shared/domain/annotations/annotations'
import type { OffsetUnit } from '../../../../shared/domain/text/offset-units'
import type { FoundSpan, FoundText, RawOffset } from '../found-text'
import type { OffsetReading, OffsetReadings } from './offset-readings'
import type { KnownUnits } from './placed'
import type { ReadingKind, UnitTally } from './unit-tally'
import { type Match, matchWords } from './words-match'

/** What is believed of a file’s unit before one of its texts is looked at. */
export interface Beliefs extends KnownUnits {
  /** What the texts of the file so far say; those are added to it. */
  readonly tally: UnitTally
  /** What the files of the same format before this one say. */
  readonly earlier: UnitTally
}

/** How the offsets of one text are read. */
export interface ChosenReading {
  readonly reading: OffsetReading
  /** All units that lead to the same places, that of the reading first. */
  readonly units: readonly OffsetUnit[]
  /** That its words stand elsewhere than where the file’s other texts, or the file itself, say that its offsets lead. */
  readonly isUnlikeFile: boolean
  /** Spans that words do not say the place of: units lead to different ones that are as good. */
  readonly ambiguous: ReadonlySet<FoundSpan>
  /** That only the documentation of the format speaks for it. */
  readonly isAssumed: boolean
}

type QuotedText = Pick<FoundText, 'spans' | 'quotes' | 'unit'>

const NONE: ReadonlySet<FoundSpan> = new Set()

/** What the words of one text say of what its offsets count. */
export interface Weighed {
  readonly found: QuotedText
  readonly offsets: OffsetReadings
  /** All readings; null where it is known without them. */
  readonly scored: readonly Scored[] | null
  /** Whether its words stand elsewhere than where the texts before it say that offsets lead. */
  readonly isUnlikeOthers: boolean
}

interface Scored {
  readonly reading: OffsetReading
  /** How many words stand where they should; exact ones go before others only where these are as many. */
  readonly score: number
  readonly matched: number
  /** The same for the same places of all spans. */
  readonly places: string
}

/** Looks at the words of one text of a file, and adds what they say to what is believed of the file. */
export function weigh(found: QuotedText, offsets: OffsetReadings, beliefs: Beliefs): Weighed {
  const { tally } = beliefs
  const believed = believedOf(found, offsets, beliefs)
  if (offsets.areSame || hasNothing(found, tally)) return { found, offsets, scored: null, isUnlikeOthers: false }
  if (believed !== null) {
    const reading = offsets.reading(believed.unit, believed.lineEndings)
    if (allStand(found.spans, reading, offsets.stored)) return { found, offsets, scored: null, isUnlikeOthers: false }
  }
  const scored = offsets.all().map((reading) => scoreOf(found, reading, offsets.stored))
  const best = bestOf(scored)
  const least = Math.min(...scored.map(({ matched }) => matched))
  const most = best[0]!.matched
  const isUnlikeOthers = most > least && !tally.isEmpty && !best.some(({ reading }) => tally.leads(reading))
  if (most > least) for (const { reading } of best) tally.add(reading, most - least)
  return { found, offsets, scored, isUnlikeOthers }
}

/**
 * How the offsets of a text are read: each way to read them was tried, and the one wins by which most words stand where they
 * are said to. Null where more than one is as good and they differ: other texts of the file may tell. `isLast`: they do not.
 */
export function decide(weighed: Weighed, beliefs: Beliefs, isLast: boolean): ChosenReading | null {
  const { found, offsets, scored } = weighed
  if (scored !== null) return compare(weighed, scored, beliefs, isLast)
  const { forced, documented } = beliefs
  const { unit, lineEndings } = believedOf(found, offsets, beliefs) ?? { unit: documented, lineEndings: 'own' }
  const reading = offsets.reading(unit, lineEndings)
  const units = forced === null ? offsets.sameAs(reading.unit) : [forced]
  return { reading, units, isUnlikeFile: false, ambiguous: NONE, isAssumed: false }
}

/** How a text is read if its words agree: as is said, else as most words of the file say, if they lead to one place here. */
function believedOf(
  found: QuotedText,
  offsets: OffsetReadings,
  { forced, documented, tally }: Beliefs,
): ReadingKind | null {
  const leaders = tally.leaders()
  const first = leaders.find(({ unit }) => unit === documented) ?? leaders[0] ?? null
  const said = forced ?? found.unit
  if (said !== null) return { unit: said, lineEndings: first?.lineEndings ?? 'own' }
  if (first === null) return null
  const same = offsets.sameAs(first.unit)
  const isSame = ({ unit, lineEndings }: ReadingKind) => lineEndings === first.lineEndings && same.includes(unit)
  return leaders.every(isSame) ? first : null
}

/** Where there is no span to place, words are only looked at to know the file better. */
const hasNothing = ({ spans, quotes }: QuotedText, tally: UnitTally): boolean =>
  spans.length === 0 && (quotes.length === 0 || !tally.isEmpty)

function allStand(spans: readonly FoundSpan[], reading: OffsetReading, stored: string): boolean {
  for (const { words, parts } of spans) {
    if (words !== null && matchOf(parts, words, reading, stored) !== 'exact') return false
  }
  return true
}

function compare(
  { found, isUnlikeOthers }: Weighed,
  scored: readonly Scored[],
  { forced, documented, tally, earlier }: Beliefs,
  isLast: boolean,
): ChosenReading | null {
  const best = bestOf(forced === null ? scored : scored.filter(({ reading }) => reading.unit === forced))
  const choose = (among: readonly Scored[], ambiguous = NONE): ChosenReading => {
    const { reading, places } =
      among.find((one) => one.reading.unit === (forced ?? found.unit)) ??
      among.find((one) => tally.leads(one.reading)) ??
      among.find((one) => one.reading.unit === documented) ??
      among[0]!
    const same = best.filter((one) => one.places === places).map((one) => one.reading.unit)
    const units = [...new Set([reading.unit, ...same])]
    const isUnlike = found.unit === null ? isUnlikeOthers : !units.includes(found.unit)
    const isUnlikeFile = forced === null && isUnlike
    return { reading, units, isUnlikeFile, ambiguous, isAssumed: false }
  }
  let left = best
  const narrow = (keep: (one: Scored) => boolean): boolean => {
    const kept = left.filter(keep)
    if (kept.length > 0) left = kept
    return isOnePlace(left)
  }
  if (narrow(({ reading }) => reading.unit === found.unit)) return choose(left)
  if (narrow(({ reading }) => tally.leads(reading))) return choose(left)
  // as the file has them, unless words say otherwise
  const units = new Set(left.filter(({ reading }) => reading.lineEndings === 'own').map(({ reading }) => reading.unit))
  if (narrow(({ reading }) => reading.lineEndings === 'own' || !units.has(reading.unit))) return choose(left)
  if (!isLast) return null
  if (narrow(({ reading }) => earlier.leads(reading))) return choose(left)
  if (best[0]!.matched === 0 || !isQuoting(found)) {
    narrow(({ reading }) => reading.unit === documented && reading.lineEndings === 'own')
    return { ...choose(left.slice(0, 1)), isAssumed: true }
  }
  const isOfManyPlaces = (span: FoundSpan) => new Set(left.map(({ reading }) => placesOf(span, reading))).size > 1
  return choose(left, new Set(found.spans.filter(isOfManyPlaces)))
}

function bestOf(scored: readonly Scored[]): Scored[] {
  const most = Math.max(...scored.map(({ score }) => score))
  return scored.filter(({ score }) => score === most)
}

const isOnePlace = (scored: readonly Scored[]): boolean => scored.every(({ places }) => places === scored[0]!.places)

const isQuoting = ({ spans, quotes }: QuotedText): boolean =>
  quotes.length > 0 || spans.some(({ words }) => words !== null)

function scoreOf({ spans, quotes }: QuotedText, reading: OffsetReading, stored: string): Scored {
  let exact = 0
  let nearly = 0
  const count = (match: Match) => {
    if (match === 'exact') exact++
    else if (match === 'nearly') nearly++
  }
  for (const { parts, words } of spans) if (words !== null) count(matchOf(parts, words, reading, stored))
  for (const { start, end, words } of quotes) count(matchOf([[start, end]], words, reading, stored))
  const matched = exact + nearly
  const places = spans.map((span) => placesOf(span, reading)).join(';')
  return { reading, score: matched + exact / (spans.length + quotes.length + 1), matched, places }
}

const placesOf = ({ parts }: FoundSpan, reading: OffsetReading): string =>
  parts.map(([start, end]) => `${reading.toStored(start)}-${reading.toStored(end)}`).join(',')

/** Whether the words stand where offsets lead by this reading. */
export function matchOf(
  parts: readonly (readonly [RawOffset, RawOffset])[],
  words: string,
  reading: OffsetReading,
  stored: string,
): Match {
  let standing = ''
  for (const [start, end] of inOrder(parts)) {
    const from = reading.toStored(start)
    const to = reading.toStored(end)
    if (from === null || to === null || from >= to) return 'none'
    standing = standing === '' ? stored.slice(from, to) : standing + PART_JOINT + stored.slice(from, to)
  }
  return matchWords(standing, words)
}

export const inOrder = <T extends readonly [number, number]>(parts: readonly T[]): readonly T[] =>
  parts.length === 1 ? parts : [...parts].sort((a, b) => a[0] - b[0] || a[1] - b[1])
