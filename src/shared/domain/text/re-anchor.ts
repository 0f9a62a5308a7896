import { findInText } from './find-in-text'
import { docOffset, type Part, splitsSurrogatePair } from './offsets'

/** Where a span of one text stands in another version of it. */
export type Anchoring =
  /** The very words, in the one place that what stands around them points to. */
  | { readonly kind: 'moved'; readonly parts: readonly Part[] }
  /** For a person to say: the words have changed, or more than one place is as good. The likeliest place first. */
  | { readonly kind: 'unsure'; readonly candidates: readonly (readonly Part[])[] }

/** Finds spans of one text in another, see {@link reAnchorer}. */
export type ReAnchor = (parts: readonly Part[]) => Anchoring

/** So much of what stands on either side is compared (UTF-16 code units, as everything here). */
const WIDEST_CONTEXT = 2000
/** Less around the words than some three words that are the same proves nothing. */
const LEAST_CONTEXT = 16
/** A place must match by two words more than any other. */
const AHEAD = 12
/** Words that stand in more places are left to a person: comparing them all says nothing. */
const MOST_PLACES = 500
const MOST_CANDIDATES = 8
/** The nearest surroundings: what must be the same for a passage to count as the same. */
const NEAR = 24

/**
 * Finds again what stood in `before`, in `after`. A span moves only if its exact words stand in a place whose surroundings
 * match those they had by far better than any other's, and if no other place of `before` matches that place as well:
 * otherwise it is for a person to say.
 */
export function reAnchorer(before: string, after: string): ReAnchor {
  const isSame = before === after
  return (parts) => {
    if (isSame) return { kind: 'moved', parts }
    const whole: Part = [parts[0]![0], parts[parts.length - 1]![1]]
    const at = surePlace(before, after, whole)
    if (at !== null) return { kind: 'moved', parts: shifted(parts, at - whole[0]) }
    const apart = parts.length > 1 ? surePlaces(before, after, parts) : null
    return apart === null
      ? { kind: 'unsure', candidates: candidatesFor(before, after, parts, whole) }
      : { kind: 'moved', parts: apart }
  }
}

const shifted = (parts: readonly Part[], by: number): Part[] =>
  parts.map(([start, end]) => [docOffset(start + by), docOffset(end + by)])

/** The parts of a span one by one, where something between them has changed; null unless each is sure, and in order. */
function surePlaces(before: string, after: string, parts: readonly Part[]): Part[] | null {
  const placed: Part[] = []
  for (const part of parts) {
    const at = surePlace(before, after, part)
    const last = placed[placed.length - 1]
    if (at === null || (last !== undefined && at <= last[1])) return null
    placed.push([docOffset(at), docOffset(at + part[1] - part[0])])
  }
  return placed
}

interface Place extends Surroundings {
  readonly at: number
}

/** How far the surroundings of two places are the same, on each side; `score`: on both, a text's own edge included. */
interface Surroundings {
  readonly left: number
  readonly right: number
  readonly score: number
}

/** Where the words of a part stand for certain, or null. */
function surePlace(before: string, after: string, [start, end]: Part): number | null {
  const length = end - start
  const placesAfter = placesOf(after, before, start, end)
  const placesBefore = placesOf(before, before, start, end)
  const there = scored(placesAfter, (at) => context(before, start, after, at, length))
  const [best] = there
  if (best === undefined || best.score < LEAST_CONTEXT || !isAhead(there)) return null
  const beside = scored(placesBefore, (at) => context(before, at, before, start, length))
  if (isContested(there, best.at, beside, start)) return null
  // a passage that stands there more or fewer times than before: which of them is meant cannot be told
  const alikeAfter = placesAfter.filter((at) => isAlikeAround(before, start, after, at, length)).length
  const alikeBefore = placesBefore.filter((at) => isAlikeAround(before, start, before, at, length)).length
  if (alikeAfter > 1 && alikeAfter !== alikeBefore) return null
  // what would be found the other way round
  const back = scored(placesBefore, (at) => context(before, at, after, best.at, length))
  if (back[0]?.at !== start || !isAhead(back)) return null
  const besideBest = scored(placesAfter, (at) => context(after, at, after, best.at, length))
  return isContested(back, start, besideBest, best.at) ? null : best.at
}

const isAhead = ([best, next]: readonly Place[]): boolean =>
  best !== undefined && (next === undefined || best.score >= next.score + AHEAD)

/**
 * Whether another place has what stood on one side, and the chosen one has not: what stood on either side has come apart.
 * What stands beside the same words elsewhere as well (`beside`: those of the text that is looked from) points to neither.
 */
function isContested(places: readonly Place[], chosen: number, beside: readonly Place[], own: number): boolean {
  const choice = places.find(({ at }) => at === chosen)!
  return (['left', 'right'] as const).some(
    (side) =>
      choice[side] < NEAR &&
      places.some((place) => place[side] >= NEAR) &&
      !beside.some((place) => place.at !== own && place[side] >= NEAR),
  )
}

/** Best first. */
const scored = (places: readonly number[], around: (at: number) => Surroundings): Place[] =>
  places.length > MOST_PLACES
    ? []
    : places.map((at) => ({ at, ...around(at) })).sort((a, b) => b.score - a.score || a.at - b.at)

function context(a: string, atA: number, b: string, atB: number, length: number): Surroundings {
  let left = 0
  while (left < WIDEST_CONTEXT && left < atA && left < atB && a[atA - left - 1] === b[atB - left - 1]) left++
  const [endA, endB] = [atA + length, atB + length]
  const most = Math.min(WIDEST_CONTEXT, a.length - endA, b.length - endB)
  let right = 0
  while (right < most && a[endA + right] === b[endB + right]) right++
  // a text's own edge is as good as words
  const edges = Number(left === atA && left === atB) + Number(endA + right === a.length && endB + right === b.length)
  return { left, right, score: left + right + edges * LEAST_CONTEXT }
}

/** Whether the surroundings are the same for some words on both sides, or up to the ends of the line. */
function isAlikeAround(a: string, atA: number, b: string, atB: number, length: number): boolean {
  const startsLine = (text: string, at: number) => at === 0 || text[at - 1] === '\n'
  const endsLine = (text: string, at: number) => at === text.length || text[at] === '\n'
  for (let n = 0; n < NEAR && !(startsLine(a, atA - n) && startsLine(b, atB - n)); n++) {
    if (atA - n === 0 || atB - n === 0 || a[atA - n - 1] !== b[atB - n - 1]) return false
  }
  const [endA, endB] = [atA + length, atB + length]
  for (let n = 0; n < NEAR && !(endsLine(a, endA + n) && endsLine(b, endB + n)); n++) {
    if (endA + n === a.length || endB + n === b.length || a[endA + n] !== b[endB + n]) return false
  }
  return true
}

const LETTER = /[\p{L}\p{N}\p{M}]/u
/** Whether letters or digits stand on both sides of a place. */
export const isInsideWord = (text: string, at: number): boolean =>
  at > 0 && at < text.length && LETTER.test(text[at - 1]!) && LETTER.test(text[at]!)

/** Where the words of `of` from `start` to `end` stand in a text; as whole words, unless they are cut from one. */
function placesOf(text: string, of: string, start: number, end: number): number[] {
  const words = of.slice(start, end)
  const cut = { start: isInsideWord(of, start), end: isInsideWord(of, end) }
  const places: number[] = []
  for (let at = text.indexOf(words); at >= 0 && places.length <= MOST_PLACES; at = text.indexOf(words, at + 1)) {
    const to = at + words.length
    if (isInsideWord(text, at) && !cut.start) continue
    if (isInsideWord(text, to) && !cut.end) continue
    if (!splitsSurrogatePair(text, at) && !splitsSurrogatePair(text, to)) places.push(at)
  }
  return places
}

/** Where it may be meant to stand: the same words, the words in another spelling, or what now stands in their place. */
function candidatesFor(before: string, after: string, parts: readonly Part[], whole: Part): (readonly Part[])[] {
  const [start, end] = whole
  const exact = scored(placesOf(after, before, start, end), (at) => context(before, start, after, at, end - start)).map(
    ({ at }) => shifted(parts, at - start),
  )
  const alike = findInText(after, before.slice(start, end), { matchCase: false, wholeWords: true }).map(
    (hit): Part[] => [[hit.start, hit.end]],
  )
  const instead = insteadOf(before, after, whole)
  const all = [...exact, ...(instead === null ? [] : [[instead]]), ...alike]
  const known = new Set<string>()
  return all.filter((candidate) => !known.has(`${candidate}`) && known.add(`${candidate}`)).slice(0, MOST_CANDIDATES)
}

/** What stands between the same surroundings now, if that can be told. */
function insteadOf(before: string, after: string, [start, end]: Part): Part | null {
  const left = before.slice(Math.max(0, start - NEAR), start)
  const right = before.slice(end, end + NEAR)
  if (left.trim() === '' || right.trim() === '') return null
  // one of them must be there once; the other one is looked for beside it
  const onlyLeft = onlyPlace(after, left)
  const onlyRight = onlyPlace(after, right)
  const from = onlyLeft ?? (onlyRight === null ? -1 : after.lastIndexOf(left, onlyRight - left.length))
  if (from < 0) return null
  const to = onlyRight ?? after.indexOf(right, from + left.length)
  if (to < from + left.length) return null
  const found = after.slice(from + left.length, to)
  const words = found.trim()
  if (words === '' || words.length > 3 * (end - start) + 60) return null
  const at = from + left.length + found.indexOf(words)
  return [docOffset(at), docOffset(at + words.length)]
}

function onlyPlace(text: string, words: string): number | null {
  const at = text.indexOf(words)
  return at < 0 || text.indexOf(words, at + 1) >= 0 ? null : at
}
