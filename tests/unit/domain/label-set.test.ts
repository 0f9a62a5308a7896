import { describe, expect, test } from 'vitest'
import { DEFAULT_LABEL_SET } from '../../../src/shared/domain/label-set/default-label-set'
import {
  enabledLabels,
  findLabel,
  findRelationType,
  type LabelSet,
  LabelSetSchema,
  labelByRole,
} from '../../../src/shared/domain/label-set/label-set'

const problems = (set: unknown) => LabelSetSchema.safeParse(set).error?.issues.map(({ message }) => message) ?? []
const changed = (change: (set: LabelSet) => void) => {
  const set = structuredClone(DEFAULT_LABEL_SET)
  change(set)
  return set
}

describe('the default label set', () => {
  test('is one, and survives being written and read', () => {
    expect(problems(DEFAULT_LABEL_SET)).toEqual([])
    expect(LabelSetSchema.parse(JSON.parse(JSON.stringify(DEFAULT_LABEL_SET)))).toEqual(DEFAULT_LABEL_SET)
  })

  test('has a role and a key of its own for each label', () => {
    const { labels } = DEFAULT_LABEL_SET
    expect(labels.map(({ role }) => role)).toEqual(['claim', 'speaker', 'date', 'cue', 'exclude'])
    for (const property of ['role', 'key', 'hue', 'id', 'name'] as const) {
      expect(new Set(labels.map((label) => label[property])).size).toBe(labels.length)
    }
  })

  test('starts with claims, speakers and dates, and their relations', () => {
    expect(enabledLabels(DEFAULT_LABEL_SET).map(({ name }) => name)).toEqual(['CLAIM', 'SPEAKER', 'DATE'])
    expect(DEFAULT_LABEL_SET.relations.filter(({ enabled }) => enabled).map(({ id }) => id)).toEqual([
      'said_by',
      'via',
      'said_on',
      'about_time',
      'coref',
    ])
    expect(findRelationType(DEFAULT_LABEL_SET, 'said_on')?.maxPerSource).toBe(1)
    expect(findRelationType(DEFAULT_LABEL_SET, 'coref')?.acyclic).toBe(true)
  })
})

describe('looking up', () => {
  test('by id and by role', () => {
    expect(findLabel(DEFAULT_LABEL_SET, 'claim')?.name).toBe('CLAIM')
    expect(findLabel(DEFAULT_LABEL_SET, 'CLAIM')).toBeUndefined()
    const renamed = changed((set) => {
      set.labels[0]!.name = 'STATEMENT'
    })
    expect(labelByRole(renamed, 'claim')?.name).toBe('STATEMENT')
  })
})

describe('what is no label set', () => {
  test.each<[string, (set: LabelSet) => void, string]>([
    [
      'two labels with one name',
      (set) => set.labels.push({ ...set.labels[0]!, id: 'other' }),
      'two labels have the name “CLAIM”',
    ],
    [
      'two labels with one id',
      (set) => set.labels.push({ ...set.labels[0]!, name: 'OTHER' }),
      'two labels have the id “claim”',
    ],
    [
      'a relation to nowhere',
      (set) => set.relations[0]!.to.push('gone'),
      'names a label “gone” that is not in the set',
    ],
    ['no labels', (set) => set.labels.splice(0), ''],
    ['a key of two letters', (set) => void Object.assign(set.labels[0]!, { key: 'cc' }), ''],
    ['an upper-case key', (set) => void Object.assign(set.labels[0]!, { key: 'C' }), ''],
    ['an empty name', (set) => void Object.assign(set.labels[0]!, { name: ' ' }), ''],
  ])('%s', (_, change, message) => {
    const found = problems(changed(change))
    expect(found.length).toBeGreaterThan(0)
    expect(found.join(' / ')).toContain(message)
  })
})
