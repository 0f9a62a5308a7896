import { describe, expect, it } from 'vitest'
import type { AttributeValues, Relation, Span } from '../../src/shared/domain/annotations/annotations'
import { claimCards, corefAntecedent, linksBySpan } from '../../src/shared/domain/annotations/claims'
import { DEFAULT_LABEL_SET } from '../../src/shared/domain/label-set/default-label-set'
import type { LabelSet } from '../../src/shared/domain/label-set/label-set'
import { docOffset } from '../../src/shared/domain/text/offsets'

const WHEN = '2025-11-14T10:00:00.000Z'

const span = (uid: string, labelId: string, start: number, attributes: AttributeValues = {}): Span => ({
  uid,
  articleId: 1,
  labelId,
  parts: [[docOffset(start), docOffset(start + 5)]],
  words: uid,
  attributes,
  entityUid: null,
  note: '',
  author: 'ana',
  origin: 'manual',
  createdAt: WHEN,
  updatedAt: WHEN,
})

const relation = (typeId: string, fromUid: string, toUid: string): Relation => ({
  uid: `${typeId}:${fromUid}:${toUid}`,
  articleId: 1,
  typeId,
  fromUid,
  toUid,
  attributes: {},
  author: 'ana',
  origin: 'manual',
  createdAt: WHEN,
  updatedAt: WHEN,
})

const byUid = (...spans: Span[]) => new Map(spans.map((item) => [item.uid, item]))
const uids = (links: readonly { other: Span }[]) => links.map((link) => link.other.uid)
const dated = { publishedOn: '2025-11-14' }
const undated = { publishedOn: null }

const cardsOf = (
  set: LabelSet,
  spans: ReadonlyMap<string, Span>,
  relations: readonly Relation[],
  article: { publishedOn: string | null },
) => claimCards(set, spans, linksBySpan(set, spans, relations), article)

describe('claimCards', () => {
  it('makes one card a claim, in reading order', () => {
    const spans = byUid(span('c2', 'claim', 40), span('s1', 'speaker', 0), span('c1', 'claim', 20))
    const { cards, summary } = cardsOf(DEFAULT_LABEL_SET, spans, [], dated)
    expect(cards.map((card) => card.span.uid)).toEqual(['c1', 'c2'])
    expect(summary.claims).toBe(2)
  })

  it('sorts links into their rows by role, each row in reading order', () => {
    const spans = byUid(
      span('c1', 'claim', 20),
      span('s2', 'speaker', 60),
      span('s1', 'speaker', 0),
      span('s3', 'speaker', 80),
      span('d1', 'date', 10),
      span('d2', 'date', 30),
    )
    const relations = [
      relation('said_by', 'c1', 's2'),
      relation('said_by', 'c1', 's1'),
      relation('via', 'c1', 's3'),
      relation('said_on', 'c1', 'd1'),
      relation('about_time', 'c1', 'd2'),
    ]
    const card = cardsOf(DEFAULT_LABEL_SET, spans, relations, dated).cards[0]!
    expect(uids(card.saidBy)).toEqual(['s1', 's2'])
    expect(uids(card.via)).toEqual(['s3'])
    expect(uids(card.saidOn)).toEqual(['d1'])
    expect(uids(card.aboutTime)).toEqual(['d2'])
    expect(card.others).toEqual([])
    expect(card.missing).toEqual([])
    expect(card.articleDate).toBeNull()
  })

  it('looks labels and relations up by role, whatever they are called', () => {
    const renamed: LabelSet = {
      ...DEFAULT_LABEL_SET,
      labels: DEFAULT_LABEL_SET.labels.map((label) => ({ ...label, id: `x-${label.id}`, name: label.id })),
      relations: DEFAULT_LABEL_SET.relations.map((type) => ({ ...type, id: `x-${type.id}`, name: `n-${type.id}` })),
    }
    const spans = byUid(span('c1', 'x-claim', 0), span('s1', 'x-speaker', 10))
    const { cards } = cardsOf(renamed, spans, [relation('x-said_by', 'c1', 's1')], dated)
    expect(uids(cards[0]!.saidBy)).toEqual(['s1'])
    expect(cards[0]!.missing).toEqual([])
  })

  it('misses a speaker unless the claim is unattributed', () => {
    const spans = byUid(span('c1', 'claim', 0), span('c2', 'claim', 10, { form: 'unattributed' }))
    const { cards, summary } = cardsOf(DEFAULT_LABEL_SET, spans, [], dated)
    expect(cards.map((card) => card.missing)).toEqual([['speaker'], []])
    expect(summary).toEqual({ claims: 2, withoutSpeaker: 1, withoutDate: 0 })
  })

  it('an intermediary is not a speaker', () => {
    const spans = byUid(span('c1', 'claim', 0), span('s1', 'speaker', 10))
    const { summary } = cardsOf(DEFAULT_LABEL_SET, spans, [relation('via', 'c1', 's1')], dated)
    expect(summary.withoutSpeaker).toBe(1)
  })

  it('lets the article’s date stand in for a date of the claim’s own', () => {
    const spans = byUid(span('c1', 'claim', 0), span('d1', 'date', 10))
    const said = [relation('said_on', 'c1', 'd1')]
    const card = (links: Relation[], article: { publishedOn: string | null }) =>
      cardsOf(DEFAULT_LABEL_SET, spans, links, article).cards[0]!
    expect(card([], dated).articleDate).toBe('2025-11-14')
    expect(card([], dated).missing).not.toContain('date')
    expect(card([], undated).missing).toContain('date')
    expect(card(said, undated).missing).not.toContain('date')
    expect(card(said, dated).articleDate).toBeNull()
  })

  it('a time that the claim talks about is not when it was said', () => {
    const spans = byUid(span('c1', 'claim', 0), span('d1', 'date', 10))
    const { summary } = cardsOf(DEFAULT_LABEL_SET, spans, [relation('about_time', 'c1', 'd1')], undated)
    expect(summary.withoutDate).toBe(1)
  })

  it('asks for nothing that the label set has no links for', () => {
    const bare: LabelSet = { ...DEFAULT_LABEL_SET, relations: [] }
    const { summary } = cardsOf(bare, byUid(span('c1', 'claim', 0)), [], undated)
    expect(summary).toEqual({ claims: 1, withoutSpeaker: 0, withoutDate: 0 })
  })

  it('keeps links to other claims, in both directions', () => {
    const spans = byUid(span('c1', 'claim', 0), span('c2', 'claim', 10))
    const { cards } = cardsOf(DEFAULT_LABEL_SET, spans, [relation('contradicts', 'c1', 'c2')], dated)
    expect(cards.map((card) => card.others.map(({ direction, other }) => [direction, other.uid]))).toEqual([
      [['out', 'c2']],
      [['in', 'c1']],
    ])
  })

  it('leaves out a link of an unknown type or to a span that is gone', () => {
    const spans = byUid(span('c1', 'claim', 0), span('s1', 'speaker', 10))
    const relations = [relation('said_by', 'c1', 'gone'), relation('unheard_of', 'c1', 's1')]
    const card = cardsOf(DEFAULT_LABEL_SET, spans, relations, dated).cards[0]!
    expect([...card.saidBy, ...card.others]).toEqual([])
  })
})

describe('corefAntecedent', () => {
  const spans = byUid(span('s1', 'speaker', 0), span('s2', 'speaker', 10), span('s3', 'speaker', 20))
  const antecedent = (uid: string, ...relations: Relation[]) =>
    corefAntecedent(uid, linksBySpan(DEFAULT_LABEL_SET, spans, relations))?.uid ?? null

  it('follows the chain to its end', () => {
    expect(antecedent('s3', relation('coref', 's3', 's2'), relation('coref', 's2', 's1'))).toBe('s1')
  })

  it('is null for the end itself, and where there is no chain', () => {
    expect(antecedent('s1', relation('coref', 's2', 's1'))).toBeNull()
    expect(antecedent('s1')).toBeNull()
  })

  it('ends on a cycle, which only a damaged file can hold', () => {
    expect(antecedent('s1', relation('coref', 's1', 's2'), relation('coref', 's2', 's1'))).toBe('s2')
  })
})
