import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AttributeValue } from '../../../src/shared/domain/annotations/annotations'
import { mainEntity } from '../../../src/shared/domain/annotations/attribute-values'
import { convertValue } from '../../../src/shared/domain/annotations/convert-value'
import { DEFAULT_LABEL_SET } from '../../../src/shared/domain/label-set/default-label-set'
import { type Attribute, HUES, type LabelSet, LabelSetSchema } from '../../../src/shared/domain/label-set/label-set'
import { adoptIds } from '../../../src/shared/domain/label-set/label-set-adopt'
import { describeChanges } from '../../../src/shared/domain/label-set/label-set-changes'
import { freeId, freeName } from '../../../src/shared/domain/label-set/label-set-ids'
import {
  addLabel,
  addRelationType,
  changeLabel,
  changeRelationType,
  moveItem,
  newAttribute,
  removeLabel,
  withOptions,
} from '../../../src/shared/domain/label-set/label-set-items'
import { digitOf, keyFindings } from '../../../src/shared/domain/label-set/label-set-keys'
import { mergeLabels } from '../../../src/shared/domain/label-set/label-set-merge'
import { labelSetProblems } from '../../../src/shared/domain/label-set/label-set-problems'
import { freeHue, splitLabel } from '../../../src/shared/domain/label-set/label-set-split'
import { labelSetFromText, labelSetToText } from '../../../src/shared/domain/label-set/label-set-text'

const set = DEFAULT_LABEL_SET
const attribute = (type: Attribute['type'], options: string[] = []): Attribute =>
  withOptions(newAttribute([], { name: 'a', type }), options)

describe('items', () => {
  test('a new label has an id, a name and a hue of its own', () => {
    const added = addLabel(addLabel(set, { name: 'CLAIM' }), { name: 'Very new' })
    expect(added.labels.slice(-2).map(({ id, name }) => [id, name])).toEqual([
      ['claim-2', 'CLAIM_2'],
      ['very-new', 'Very new'],
    ])
    expect(new Set(added.labels.map(({ hue }) => hue)).size).toBe(added.labels.length)
    expect(LabelSetSchema.parse(added)).toEqual(added)
  })

  test('past twelve labels the hue that fewest have', () => {
    const twice = [...HUES, ...HUES].map((hue) => ({ hue }))
    expect(freeHue(twice.filter((_, index) => index !== 5))).toBe(HUES[5])
  })

  test('a label that goes leaves the ends of relations, and a type without ends goes too', () => {
    const near = addRelationType(set, { name: 'near', from: ['claim', 'speaker'], to: ['claim'] })
    const without = removeLabel(near, 'speaker')
    expect(without.relations.map(({ id }) => id)).toEqual(['said_on', 'about_time', 'supports', 'contradicts', 'near'])
    expect(without.relations.at(-1)).toMatchObject({ from: ['claim'], to: ['claim'] })
    expect(labelSetProblems(without)).toEqual([])
  })

  test('moving stays within the list', () => {
    expect(moveItem(['a', 'b', 'c'], 0, 9)).toEqual(['b', 'c', 'a'])
    expect(moveItem(['a', 'b', 'c'], 2, -1)).toEqual(['c', 'a', 'b'])
    expect(moveItem(['a'], 5, 0)).toEqual(['a'])
  })

  test('options keep their ids by name', () => {
    const first = attribute('choice', ['Yes', 'No'])
    const second = withOptions(first, ['No', 'Maybe', 'Yes'])
    expect(second.options.map(({ id }) => id)).toEqual(['no', 'maybe', 'yes'])
  })

  test('names and ids that are free', () => {
    expect(freeName([{ name: 'Kind' }, { name: 'kind_x' }], 'kind', 'x')).toBe('kind_2')
    expect(freeId([{ id: 'a' }, { id: 'a-2' }], 'a')).toBe('a-3')
    expect(freeName([{ name: '+' }], '-')).toBe('-')
  })
})

test('what differs is said in phrases', () => {
  const claim = set.labels[0]!
  const changed: LabelSet = {
    ...changeRelationType(
      removeLabel(changeLabel(set, 'claim', { title: 'Assertion', enabled: false, key: null }), 'cue'),
      'coref',
      {
        acyclic: false,
        from: ['claim'],
      },
    ),
    name: 'Mine',
    fields: [attribute('date')],
  }
  expect(describeChanges(set, changed)).toEqual([
    'rename the label set to Mine',
    'delete label Cue',
    'call label CLAIM “Assertion”',
    'take the key off Assertion',
    'switch Assertion off',
    'change what Same as links',
    'change the rules of Same as',
    'add document field a',
  ])
  const attributes = [...claim.attributes.slice(1), attribute('text')]
  expect(describeChanges(set, changeLabel(set, 'claim', { attributes, guidelines: 'x' }))).toEqual([
    'edit the guidelines of Claim',
    'delete attribute Form of Claim',
    'add attribute a of Claim',
  ])
  expect(describeChanges(set, set)).toEqual([])
})

describe('problems', () => {
  test.each<[string, LabelSet, string]>([
    ['no label on', { ...set, labels: set.labels.map((one) => ({ ...one, enabled: false })) }, 'At least one label'],
    [
      'a choice of nothing',
      changeLabel(set, 'cue', { attributes: [attribute('choice')] }),
      'needs at least one option',
    ],
    [
      'attributes of one name',
      changeLabel(set, 'cue', { attributes: [attribute('text'), { ...attribute('text'), id: 'b', name: 'A' }] }),
      'have the name “A”',
    ],
    [
      'options of one id',
      changeLabel(set, 'cue', {
        attributes: [
          {
            ...attribute('choice'),
            options: [
              { id: 'x', name: 'x' },
              { id: 'x', name: 'y' },
            ],
          },
        ],
      }),
      'have the id “x”',
    ],
    ['two labels of one name', changeLabel(set, 'cue', { name: 'CLAIM' }), 'Two labels have the name “CLAIM”.'],
    ['an end that is not there', changeRelationType(set, 'via', { to: ['gone'] }), 'names a label “gone”'],
  ])('%s', (_, wrong, why) => {
    expect(labelSetProblems(wrong).join(' ')).toContain(why)
  })
})

test('keys that are not a label’s own, and digits', () => {
  const keyed = changeLabel(changeLabel(set, 'date', { key: 'c' }), 'cue', { key: 'f' })
  expect(keyFindings(keyed, [{ key: 'f', title: 'Flag article' }])).toEqual([
    { labelId: 'claim', key: 'c', with: 'label', message: expect.stringContaining('Date has the key C too') },
    { labelId: 'date', key: 'c', with: 'label', message: expect.stringContaining('Claim has the key C too') },
    { labelId: 'cue', key: 'f', with: 'command', message: expect.stringContaining('“Flag article”') },
  ])
  expect(keyFindings(set, [])).toEqual([])
  expect(['claim', 'date', 'cue'].map((id) => digitOf(set, id))).toEqual([1, 3, null])
})

describe('values of another type', () => {
  const yesNo = attribute('choice', ['Yes', 'No'])
  test.each<[string, Attribute, Attribute, AttributeValue, AttributeValue | null]>([
    ['choice to text', yesNo, attribute('text'), 'yes', 'Yes'],
    ['choice to choices', yesNo, attribute('choices', ['No', 'yes']), 'yes', ['yes']],
    ['choice to yes/no', yesNo, attribute('boolean'), 'no', false],
    ['choice to a choice without it', yesNo, attribute('choice', ['Maybe']), 'yes', null],
    ['choices to text', attribute('choices', ['A', 'B']), attribute('text'), ['a', 'b'], 'A, B'],
    ['one of several to a choice', attribute('choices', ['A', 'B']), attribute('choice', ['b']), ['b'], 'b'],
    ['several to a choice', attribute('choices', ['A', 'B']), attribute('choice', ['a']), ['a', 'b'], null],
    ['text to number', attribute('text'), attribute('number'), ' 7.5 ', 7.5],
    ['text to number, and it is none', attribute('text'), attribute('number'), 'seven', null],
    ['text to date', attribute('text'), attribute('date'), '2025-12-20', '2025-12-20'],
    ['text to date, and it is none', attribute('text'), attribute('date'), '2025-13-20', null],
    ['text to choice, by name', attribute('text'), yesNo, 'YES', 'yes'],
    ['number to text', attribute('number'), attribute('text'), 3, '3'],
    ['yes/no to choice', attribute('boolean'), yesNo, true, 'yes'],
    ['yes/no to number', attribute('boolean'), attribute('number'), true, null],
    ['entity to text', attribute('entity'), attribute('text'), 'e1', 'Ana'],
    ['text to entity', attribute('text'), attribute('entity'), 'Ana', null],
  ])('%s', (_, before, after, value, expected) => {
    expect(convertValue(before, after, value, () => 'Ana')?.value ?? null).toEqual(expected)
  })

  test('options that go leave the others of a list', () => {
    const [before, after] = [attribute('choices', ['A', 'B']), attribute('choices', ['B'])]
    expect(convertValue(before, after, ['a', 'b'], () => null)).toEqual({ value: ['b'], isWhole: false })
  })
})

test('the first entity is what a span means', () => {
  const attributes = [attribute('text'), { ...attribute('entity'), id: 'e' }, { ...attribute('entity'), id: 'f' }]
  expect(mainEntity(attributes, { a: 'x', f: '2', e: '1' })).toBe('1')
  expect(mainEntity(attributes, { f: '2' })).toBeNull()
})

describe('a merge', () => {
  test('of several labels, any order of them', () => {
    const { labelSet, moves } = mergeLabels(set, ['cue', 'exclude', 'date', 'date'], 'date')
    expect(labelSet.labels.map(({ id }) => id)).toEqual(['claim', 'speaker', 'date'])
    expect(moves.map(({ from, to }) => [from, to])).toEqual([
      ['cue', 'date'],
      ['exclude', 'date'],
    ])
    expect(labelSetProblems(labelSet)).toEqual([])
  })

  test('keeps the ends of relations, each once', () => {
    const { labelSet } = mergeLabels(set, ['date'], 'speaker')
    expect(labelSet.relations.find(({ id }) => id === 'said_on')?.to).toEqual(['speaker'])
  })
})

test('any merge or split of any labels gives a set without problems', () => {
  const index = fc.nat(4)
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.boolean(), index, index, fc.boolean()), { maxLength: 6 }), (list) => {
      let current = set
      for (const [isMerge, a, b, keep] of list) {
        const label = current.labels[a % current.labels.length]!
        const other = current.labels[b % current.labels.length]!
        const choice = label.attributes.find(({ type }) => type === 'choice')
        if (isMerge) current = mergeLabels(current, [label.id], other.id).labelSet
        else if (choice) current = splitLabel(current, label.id, choice.id, { keep }).labelSet
        if (!current.labels.some(({ enabled }) => enabled)) return
        expect(labelSetProblems(current)).toEqual([])
      }
    }),
  )
})

test('a set written and read is the same, and adopting its own ids changes nothing', () => {
  const read = labelSetFromText(labelSetToText(set))
  expect(read).toEqual({ ok: true, value: set })
  expect(adoptIds(set, set)).toEqual(set)
})

test('ids are adopted by name only where they are free', () => {
  const theirs = changeLabel(
    addLabel({ ...set, labels: set.labels.slice(1), relations: [] }, { name: 'claim' }),
    'date',
    {
      name: 'SPEAKER_2',
    },
  )
  const mine = { ...theirs, labels: theirs.labels.map((one) => (one.id === 'claim' ? { ...one, id: 'x' } : one)) }
  expect(adoptIds(set, mine).labels.map(({ id }) => id)).toEqual(['speaker', 'date', 'cue', 'exclude', 'claim'])
})
