import { describe, expect, test } from 'vitest'
import { LabelMapping } from '../../../../../src/engine/import/annotated/names/label-mapping'
import { mapValues } from '../../../../../src/engine/import/annotated/names/mapped-values'
import { inSeenOrder } from '../../../../../src/engine/import/annotated/names/name-order'
import type { AttributeValue } from '../../../../../src/shared/domain/annotations/annotations'
import { DEFAULT_LABEL_SET } from '../../../../../src/shared/domain/label-set/default-label-set'
import {
  LabelMapSchema,
  mergeLabelMaps,
  NO_LABEL_MAP,
  readShortMap,
} from '../../../../../src/shared/domain/label-set/label-map'
import { type LabelSet, LabelSetSchema } from '../../../../../src/shared/domain/label-set/label-set'
import { labelSetProblems } from '../../../../../src/shared/domain/label-set/label-set-problems'
import { placedRelation, placedSpan, placedText } from '../support/placed'

const SET: LabelSet = LabelSetSchema.parse({
  name: 'Test',
  labels: [
    {
      id: 'per',
      name: 'Person',
      title: '',
      role: null,
      hue: 'amber',
      key: null,
      enabled: true,
      attributes: [
        { id: 'sex', name: 'sex', title: '', type: 'choice', options: [{ id: 'f', name: 'female' }] },
        { id: 'age', name: 'age', title: '', type: 'number' },
      ],
    },
    { id: 'org', name: 'ORG', title: '', role: null, hue: 'teal', key: null, enabled: true },
  ],
  relations: [
    {
      id: 'at',
      name: 'works_at',
      title: '',
      role: null,
      from: ['per'],
      to: ['org'],
      maxPerSource: null,
      acyclic: false,
      enabled: true,
    },
  ],
})

const learned = (texts: Parameters<LabelMapping['learn']>[0], map = NO_LABEL_MAP, set = SET) => {
  const mapping = new LabelMapping(set, map)
  mapping.learn(texts)
  expect(labelSetProblems(mapping.labelSet)).toEqual([])
  return mapping
}
const names = (items: readonly { name: string }[]) => items.map(({ name }) => name)
const labelNamed = (set: LabelSet, name: string) => set.labels.find((label) => label.name === name)!

describe('labels', () => {
  test('are found by their very name, then ignoring capitals; the others are added with their own name', () => {
    const mapping = learned([
      placedText(
        ['PERSON', 'org', 'said-by', 'Ölfeld', 'O\u0308lfeld'].map((name, n) => placedSpan(`${n}`, name, [0, 1])),
      ),
    ])
    expect(names(mapping.labelSet.labels)).toEqual(['Person', 'ORG', 'said-by', 'Ölfeld'])
    expect(mapping.label('PERSON')).toMatchObject({ kind: 'known', item: { id: 'per' } })
    expect(mapping.label('O\u0308lfeld')).toMatchObject({ kind: 'known', item: { name: 'Ölfeld' } })
    const [, , added] = mapping.labelSet.labels
    expect(added).toMatchObject({ enabled: true, key: null, attributes: [] })
    expect(mapping.labelSet.labels.filter(({ hue }) => hue === added!.hue)).toHaveLength(1)
  })

  test('two new ones that differ in capitals or a dash stay two', () => {
    const texts = [placedText(['Loc', 'LOC', 'a_b', 'a-b'].map((name, n) => placedSpan(`${n}`, name, [0, 1])))]
    const mapping = learned(texts)
    expect(names(mapping.labelSet.labels).slice(2)).toEqual(['Loc', 'LOC', 'a_b', 'a-b'])
    expect(new Set(mapping.labelSet.labels.map(({ id }) => id)).size).toBe(6)
    expect(mapping.learn(texts)).toBe(false)
  })

  test('are mapped, left out, or made anew as the map says', () => {
    const map = LabelMapSchema.parse({
      labels: { PER: 'Person', MISC: null, org: { new: 'org' }, X: 'Place', Y: 'place' },
    })
    const mapping = learned(
      [placedText(['PER', 'MISC', 'org', 'X', 'Y'].map((name, n) => placedSpan(`${n}`, name, [0, 1])))],
      map,
    )
    expect(names(mapping.labelSet.labels)).toEqual(['Person', 'ORG', 'org', 'Place', 'place'])
    expect(mapping.label('MISC').kind).toBe('left_out')
    expect(mapping.label('PER')).toMatchObject({ item: { id: 'per' } })
  })

  test('names that no label set can hold are told apart, and names of what every object has are names', () => {
    const mapping = learned([
      placedText([
        placedSpan('1', ' ', [0, 1]),
        placedSpan('2', 'x'.repeat(81), [0, 1]),
        placedSpan('3', 'constructor', [0, 1]),
      ]),
    ])
    expect(mapping.label(' ').kind).toBe('unusable')
    expect(mapping.label('x'.repeat(81)).kind).toBe('unusable')
    expect(names(mapping.labelSet.labels)).toEqual(['Person', 'ORG', 'constructor'])
  })
})

describe('attributes', () => {
  const span = (attributes: Record<string, AttributeValue>, id = '1', label = 'New') =>
    placedSpan(id, label, [0, 1], { attributes })

  test('have a type that holds all values that are seen', () => {
    const mapping = learned([
      placedText(
        [
          span({ n: 1, yes: true, list: ['b', 'a'], who: 'e1', word: 'x', mixed: 1, none: [] }),
          span({ n: 2.5, yes: false, list: ['c'], who: 'e2', word: 'e1', mixed: 'x' }, '2'),
        ],
        [],
        [
          { id: 'e1', name: 'Ana', kind: '' },
          { id: 'e2', name: 'Dan', kind: '' },
        ],
      ),
    ])
    const { attributes } = labelNamed(mapping.labelSet, 'New')
    expect(attributes.map(({ name, type, options }) => [name, type, names(options)])).toEqual([
      ['n', 'number', []],
      ['yes', 'boolean', []],
      ['list', 'choices', ['b', 'a', 'c']],
      ['who', 'entity', []],
      ['word', 'text', []],
      ['mixed', 'text', []],
    ])
  })

  test('that are known get the options they lack, and stay as they are otherwise', () => {
    const mapping = learned([
      placedText([span({ Sex: 'male', age: 'forty' }, '1', 'Person'), span({ sex: 'FEMALE' }, '2', 'person')]),
    ])
    const { attributes } = labelNamed(mapping.labelSet, 'Person')
    expect(attributes.map(({ name, type, options }) => [name, type, names(options)])).toEqual([
      ['sex', 'choice', ['female', 'male']],
      ['age', 'number', []],
    ])
    const values = mapValues(attributes, undefined, { Sex: 'FEMALE', age: '41' }, () => null)
    expect(values).toEqual({ values: { sex: 'f', age: 41 }, lost: [] })
    expect(mapValues(attributes, undefined, { age: 'forty', shoe: 'x' }, () => null)).toEqual({
      values: {},
      lost: ['age = forty', 'shoe = x'],
    })
  })

  test('and options are mapped by the label of the file', () => {
    const map = LabelMapSchema.parse({
      labels: { PER: 'Person', P2: 'Person' },
      attributes: {
        PER: { gender: { to: 'sex', options: { f: 'female', m: 'male', x: null } }, foo: null },
        P2: { foo: 'bar' },
      },
    })
    const texts = [
      placedText([
        span({ gender: 'm', foo: 'y' }, '1', 'PER'),
        span({ gender: 'x' }, '2', 'PER'),
        span({ foo: 'z' }, '3', 'P2'),
      ]),
    ]
    const { attributes } = labelNamed(learned(texts, map).labelSet, 'Person')
    expect(attributes.map(({ name, options }) => [name, names(options)])).toEqual([
      ['sex', ['female', 'male']],
      ['age', []],
      ['bar', []],
    ])
    const values = (named: Record<string, AttributeValue>) =>
      mapValues(attributes, map.attributes.PER, named, () => null)
    expect(values({ gender: 'm', foo: 'y' })).toEqual({ values: { sex: 'male' }, lost: [] })
    expect(values({ gender: 'x' })).toEqual({ values: {}, lost: [] })
  })

  test('a span that means an entity gets an attribute that names it', () => {
    const ana = { id: 'e1', name: 'Ana', kind: 'person' }
    const mapping = learned([placedText([placedSpan('1', 'ORG', [0, 1], { entity: 'e1' })], [], [ana])])
    expect(labelNamed(mapping.labelSet, 'ORG').attributes).toMatchObject([{ name: 'entity', type: 'entity' }])
  })

  test('of documents are fields', () => {
    const mapping = learned([placedText([], [], [], { section: 'news', page: 3 })])
    expect(mapping.labelSet.fields.map(({ name, type }) => [name, type])).toEqual([
      ['section', 'text'],
      ['page', 'number'],
    ])
  })

  test('stand in an order that each span agrees with', () => {
    expect(
      inSeenOrder(
        ['b', 'a', 'c'],
        [
          ['b', 'c'],
          ['a', 'b'],
        ],
      ),
    ).toEqual(['a', 'b', 'c'])
    expect(
      inSeenOrder(
        ['a', 'b'],
        [
          ['a', 'b'],
          ['b', 'a'],
        ],
      ),
    ).toEqual(['a', 'b'])
    const mapping = learned([placedText([span({ b: 'x' }), span({ a: 'x', b: 'y' }, '2')])])
    expect(names(labelNamed(mapping.labelSet, 'New').attributes)).toEqual(['a', 'b'])
  })
})

describe('relation types', () => {
  const spans = [placedSpan('p', 'Person', [0, 1]), placedSpan('o', 'ORG', [2, 3]), placedSpan('l', 'LOC', [4, 5])]

  test('that are new get the ends that are seen, and more when more are seen; those of the project stay as they are', () => {
    const mapping = learned([
      placedText(spans, [placedRelation('near', 'p', 'l'), placedRelation('WORKS_AT', 'o', 'p')]),
    ])
    const near = () => mapping.labelSet.relations.find(({ name }) => name === 'near')
    expect(near()).toMatchObject({ from: ['per'], to: ['loc'] })
    mapping.learn([placedText(spans, [placedRelation('near', 'o', 'p')])])
    expect(near()).toMatchObject({ from: ['per', 'org'], to: ['loc', 'per'] })
    expect(mapping.labelSet.relations.find(({ id }) => id === 'at')).toEqual(SET.relations[0])
    expect(names(mapping.labelSet.relations)).toEqual(['works_at', 'near'])
  })

  test('are not added for what comes in as suggestions', () => {
    const mapping = new LabelMapping(DEFAULT_LABEL_SET, NO_LABEL_MAP, false)
    mapping.learn([placedText(spans, [placedRelation('near', 'p', 'l')])])
    expect(names(mapping.labelSet.relations)).toEqual(names(DEFAULT_LABEL_SET.relations))
  })
})

describe('maps', () => {
  test('in short', () => {
    expect(readShortMap('PER=SPEAKER, MISC=-')).toEqual({
      map: { ...NO_LABEL_MAP, labels: { PER: 'SPEAKER', MISC: null }, relations: { PER: 'SPEAKER', MISC: null } },
    })
    expect(readShortMap('PER')).toEqual({ wrong: 'PER' })
    expect(readShortMap('PER=')).toEqual({ wrong: 'PER=' })
  })

  test('what is said last goes first', () => {
    const first = LabelMapSchema.parse({ labels: { A: 'X', B: 'Y' }, attributes: { A: { n: 'm', o: null } } })
    const second = LabelMapSchema.parse({ labels: { B: null }, attributes: { A: { n: null } } })
    expect(mergeLabelMaps(first, second)).toEqual({
      labels: { A: 'X', B: null },
      attributes: { A: { n: null, o: null } },
      relations: {},
      fields: {},
    })
  })
})
