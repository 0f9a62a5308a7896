import { enabledLabels, type LabelSet, labelByRole, type RelationType } from '../label-set/label-set'
import { type Relation, type Span, spanEnd, spanStart } from './annotations'

/** One way in which a span of some label may be tied to another: along a relation type, or against it. */
export interface LinkOption {
  readonly typeId: string
  readonly title: string
  /** `out`: the span is where the relation starts. */
  readonly direction: 'out' | 'in'
  /** Labels that the other end may have. */
  readonly otherLabels: readonly string[]
}

/** All ways to tie a span of this label, outgoing ones first, in the order of the label set. */
export function linkOptions(set: LabelSet, labelId: string): LinkOption[] {
  const enabled = new Set(enabledLabels(set).map((label) => label.id))
  const types = set.relations.filter((type) => type.enabled)
  const option = (type: RelationType, direction: 'out' | 'in', others: readonly string[]): LinkOption => ({
    typeId: type.id,
    title: type.title || type.name,
    direction,
    otherLabels: others.filter((id) => enabled.has(id)),
  })
  return [
    ...types.filter((type) => type.from.includes(labelId)).map((type) => option(type, 'out', type.to)),
    ...types
      .filter((type) => type.to.includes(labelId) && !type.from.includes(labelId))
      .map((type) => option(type, 'in', type.from)),
  ]
}

/** The same way to tie, whichever label it was found for. */
export const isSameOption = (a: LinkOption, b: LinkOption): boolean =>
  a.typeId === b.typeId && a.direction === b.direction

/** All ways to tie any of these spans, each once. */
export function linkOptionsOf(set: LabelSet, spans: readonly Span[]): LinkOption[] {
  const all = [...new Set(spans.map(({ labelId }) => labelId))].flatMap((labelId) => linkOptions(set, labelId))
  return all.filter((option, index) => all.findIndex((other) => isSameOption(other, option)) === index)
}

/** The ends that links lead to already, by their type and the span that they leave. */
export type LinkedEnds = ReadonlyMap<string, ReadonlySet<string>>

const leaving = (typeId: string, fromUid: string): string => `${typeId} ${fromUid}`

export function linkedEnds(relations: Iterable<Relation>): LinkedEnds {
  const ends = new Map<string, Set<string>>()
  for (const { typeId, fromUid, toUid } of relations) {
    const key = leaving(typeId, fromUid)
    ends.set(key, (ends.get(key) ?? new Set()).add(toUid))
  }
  return ends
}

/**
 * The first option that fits a target and that no rule forbids: not a second link of a type that allows one. Undefined
 * if none does, or if one of the options ties the two already: a second kind of link has to be asked for by name.
 */
export function fittingOption(
  set: LabelSet,
  options: readonly LinkOption[],
  from: Span,
  to: Span,
  linked: LinkedEnds,
): LinkOption | undefined {
  const along = ({ direction }: LinkOption) => (direction === 'out' ? [from.uid, to.uid] : [to.uid, from.uid])
  const endsOf = (option: LinkOption) => linked.get(leaving(option.typeId, along(option)[0]!))
  if (options.some((option) => endsOf(option)?.has(along(option)[1]!))) return undefined
  return options.find((option) => {
    const limit = set.relations.find((type) => type.id === option.typeId)?.maxPerSource ?? Number.POSITIVE_INFINITY
    return option.otherLabels.includes(to.labelId) && (endsOf(option)?.size ?? 0) < limit
  })
}

export const SIDES = ['before', 'after'] as const
export type Side = (typeof SIDES)[number]

/** How far two spans are from one another: 0 where one stands within the other's extent. UTF-16 code units. */
export const spanDistance = (a: Span, b: Span): number =>
  Math.max(spanStart(a) - spanEnd(b), spanStart(b) - spanEnd(a), 0)

const overlaps = (a: Span, b: Span): boolean =>
  a.parts.some(([start, end]) => b.parts.some((part) => part[0] < end && start < part[1]))

/**
 * The nearest of some spans that begins before (or after) another one and shares no words with it: “she” in
 * “A,” she said, “B” comes after it.
 */
export function nearestSpan(spans: readonly Span[], from: Span, side: Side): Span | undefined {
  let nearest: Span | undefined
  for (const span of spans) {
    const isThere = side === 'before' ? spanStart(span) < spanStart(from) : spanStart(span) > spanStart(from)
    if (!isThere || overlaps(span, from)) continue
    const closer = nearest === undefined ? -1 : spanDistance(span, from) - spanDistance(nearest, from)
    if (closer < 0) nearest = span
  }
  return nearest
}

/** What the nearest target is looked for along: the option asked for, else the first that leads to a speaker, else any. */
export function nearestOption(
  set: LabelSet,
  options: readonly LinkOption[],
  asked: LinkOption | null,
): LinkOption | null {
  const speaker = labelByRole(set, 'speaker')?.id
  return asked ?? options.find(({ otherLabels }) => speaker !== undefined && otherLabels.includes(speaker)) ?? null
}
