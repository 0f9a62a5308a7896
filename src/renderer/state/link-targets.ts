import { type Span, spanStart } from '../../shared/domain/annotations/annotations'
import {
  fittingOption,
  isSameOption,
  type LinkedEnds,
  type LinkOption,
  linkedEnds,
  linkOptions,
  linkOptionsOf,
  nearestOption,
  nearestSpan,
  type Side,
  spanDistance,
} from '../../shared/domain/annotations/linking'
import type { LabelSet } from '../../shared/domain/label-set/label-set'
import { useAppStore } from './app-store'
import { type LinkMode, spansInOrder, useArticleStore } from './article-store'

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'

/**
 * Letters for `count` targets, none the beginning of another: one letter for as many of the first as possible, two for
 * the rest. Beyond 676 there are none.
 */
export function hintLetters(count: number): string[] {
  const letters = [...LETTERS]
  let single = Math.min(count, letters.length)
  while (single > 0 && single + (letters.length - single) * letters.length < count) single--
  const pairs = letters.slice(single).flatMap((first) => letters.map((second) => first + second))
  return [...letters.slice(0, single), ...pairs].slice(0, count)
}

/** What links are made from, and all that decides where they may lead. */
export interface LinkSources {
  readonly labelSet: LabelSet
  readonly spans: readonly Span[]
  readonly options: readonly LinkOption[]
  readonly linked: LinkedEnds
}

/** Null where none of the spans is there any more. */
export function linkSources(uids: readonly string[]): LinkSources | null {
  const { spans, relations } = useArticleStore.getState()
  const labelSet = useAppStore.getState().project?.labelSet
  const from = uids.flatMap((uid) => spans.get(uid) ?? [])
  if (labelSet === undefined || from.length === 0) return null
  return { labelSet, spans: from, options: linkOptionsOf(labelSet, from), linked: linkedEnds(relations.values()) }
}

/** The ways to tie this one source among those that are allowed. */
export function optionsOf({ labelSet }: LinkSources, from: Span, allowed: readonly LinkOption[]): LinkOption[] {
  return linkOptions(labelSet, from.labelId).filter((option) => allowed.some((other) => isSameOption(option, other)))
}

/** What at least one source can be tied to, in reading order. */
function reachable(sources: LinkSources, allowed: readonly LinkOption[]): Span[] {
  const { labelSet, spans, linked } = sources
  const ways = spans.map((from) => ({ from, options: optionsOf(sources, from, allowed) }))
  return spansInOrder(useArticleStore.getState().spans).filter((span) =>
    ways.some(
      ({ from, options }) =>
        from.uid !== span.uid && fittingOption(labelSet, options, from, span, linked) !== undefined,
    ),
  )
}

/** Letters for everything in reach along an option (null: any), the nearest first. */
export function targetsFor(sources: LinkSources, option: LinkOption | null): LinkMode['targets'] {
  const [first] = sources.spans as [Span]
  const targets = reachable(sources, option === null ? sources.options : [option])
    .map((span) => ({ uid: span.uid, distance: spanDistance(first, span), start: spanStart(span) }))
    .sort((a, b) => a.distance - b.distance || a.start - b.start)
  const hints = hintLetters(targets.length)
  return targets.slice(0, hints.length).map(({ uid }, index) => ({ uid, hint: hints[index]! }))
}

/** The nearest targets before and after, by default the nearest speakers, and what they are reached along. */
export function nearestTargets(sources: LinkSources, asked: LinkOption | null): LinkMode['nearest'] {
  const option = nearestOption(sources.labelSet, sources.options, asked)
  const [first] = sources.spans as [Span]
  const targets = reachable(sources, option === null ? sources.options : [option])
  const others = targets.filter((span) => !sources.spans.includes(span))
  const uid = (side: Side) => nearestSpan(others, first, side)?.uid ?? null
  return { option, before: uid('before'), after: uid('after') }
}
