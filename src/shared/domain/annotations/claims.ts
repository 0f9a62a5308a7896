import type { LabelSet, RelationRole, RelationType } from '../label-set/label-set'
import { compareSpans, type Relation, type Span } from './annotations'

/** One link of a claim: the relation, its type, and the span at the other end. */
export interface ClaimLink {
  readonly relation: Relation
  readonly type: RelationType
  readonly other: Span
  /** `out`: the relation starts at the claim. */
  readonly direction: 'out' | 'in'
}

export const MISSING = ['speaker', 'date'] as const
export type Missing = (typeof MISSING)[number]

/** A claim with everything that is tied to it. Links stand in the reading order of their other ends. */
export interface ClaimCard {
  readonly span: Span
  readonly saidBy: readonly ClaimLink[]
  readonly via: readonly ClaimLink[]
  readonly saidOn: readonly ClaimLink[]
  readonly aboutTime: readonly ClaimLink[]
  /** Every other link, in either direction. */
  readonly others: readonly ClaimLink[]
  /** The article's own date, `YYYY-MM-DD`, where it stands in for a date of the claim's own. */
  readonly articleDate: string | null
  readonly missing: readonly Missing[]
}

export interface ClaimSummary {
  readonly claims: number
  readonly withoutSpeaker: number
  readonly withoutDate: number
}

const FORM_ATTRIBUTE = 'form'
const UNATTRIBUTED = 'unattributed'

/**
 * The links of each span, by its uid, in the reading order of the other ends. A link whose type or other end is not
 * known is left out.
 */
export function linksBySpan(
  labelSet: LabelSet,
  spans: ReadonlyMap<string, Span>,
  relations: Iterable<Relation>,
): Map<string, ClaimLink[]> {
  const types = new Map(labelSet.relations.map((type) => [type.id, type]))
  const links = new Map<string, ClaimLink[]>()
  const add = (uid: string, link: ClaimLink) => {
    const list = links.get(uid)
    if (list === undefined) links.set(uid, [link])
    else list.push(link)
  }
  for (const relation of relations) {
    const type = types.get(relation.typeId)
    const from = spans.get(relation.fromUid)
    const to = spans.get(relation.toUid)
    if (type === undefined || from === undefined || to === undefined) continue
    add(from.uid, { relation, type, other: to, direction: 'out' })
    add(to.uid, { relation, type, other: from, direction: 'in' })
  }
  for (const list of links.values()) list.sort((a, b) => compareSpans(a.other, b.other))
  return links
}

/**
 * One card for each span whose label has the role `claim`, in reading order; `links` are those of `linksBySpan`. A claim
 * misses a speaker unless its form is `unattributed`, and a date where it has none of its own and the article
 * (`publishedOn`) has none to stand in. Nothing is missing that the label set has no enabled relation type for.
 */
export function claimCards(
  labelSet: LabelSet,
  spans: ReadonlyMap<string, Span>,
  links: ReadonlyMap<string, readonly ClaimLink[]>,
  article: { readonly publishedOn: string | null },
): { readonly cards: readonly ClaimCard[]; readonly summary: ClaimSummary } {
  const claimLabels = new Set(labelSet.labels.filter(({ role }) => role === 'claim').map(({ id }) => id))
  const enabled = new Set(labelSet.relations.filter((type) => type.enabled).map(({ role }) => role))
  const cards: ClaimCard[] = []
  const summary = { claims: 0, withoutSpeaker: 0, withoutDate: 0 }
  for (const span of [...spans.values()].filter(({ labelId }) => claimLabels.has(labelId)).sort(compareSpans)) {
    const card = claimCard(enabled, span, links.get(span.uid) ?? NO_LINKS, article.publishedOn)
    cards.push(card)
    summary.claims++
    if (card.missing.includes('speaker')) summary.withoutSpeaker++
    if (card.missing.includes('date')) summary.withoutDate++
  }
  return { cards, summary }
}

const ROWS: readonly RelationRole[] = ['said_by', 'via', 'said_on', 'about_time']
const NO_LINKS: readonly ClaimLink[] = []

function claimCard(
  enabled: ReadonlySet<RelationRole | null>,
  span: Span,
  links: readonly ClaimLink[],
  publishedOn: string | null,
): ClaimCard {
  const along = (role: RelationRole) =>
    links.length === 0 ? NO_LINKS : links.filter((link) => link.direction === 'out' && link.type.role === role)
  const saidBy = along('said_by')
  const saidOn = along('said_on')
  const articleDate = saidOn.length === 0 ? publishedOn : null
  const missing: Missing[] = []
  if (enabled.has('said_by') && saidBy.length === 0 && span.attributes[FORM_ATTRIBUTE] !== UNATTRIBUTED)
    missing.push('speaker')
  if (enabled.has('said_on') && saidOn.length === 0 && articleDate === null) missing.push('date')
  return {
    span,
    saidBy,
    via: along('via'),
    saidOn,
    aboutTime: along('about_time'),
    others: links.filter(
      (link) => link.direction === 'in' || link.type.role === null || !ROWS.includes(link.type.role),
    ),
    articleDate,
    missing,
  }
}

/**
 * The mention that a speaker stands for: the end of its chain of `coref` links (“she” → “Irina Dobre”), or null where
 * it has none.
 */
export function corefAntecedent(uid: string, links: ReadonlyMap<string, readonly ClaimLink[]>): Span | null {
  const seen = new Set([uid])
  const next = (from: string): Span | null =>
    links.get(from)?.find((link) => link.direction === 'out' && link.type.role === 'coref' && !seen.has(link.other.uid))
      ?.other ?? null
  let found: Span | null = null
  for (let at = next(uid); at !== null; at = next(at.uid)) {
    seen.add(at.uid)
    found = at
  }
  return found
}
