import { expect, test } from 'vitest'
import {
  ADD,
  choiceOf,
  choicesOf,
  LEAVE_OUT,
  namesToSee,
  withAll,
  withChoice,
} from '../../../src/renderer/batches/name-choices'
import type { FoundName } from '../../../src/shared/contract/found-names'
import { DEFAULT_LABEL_SET } from '../../../src/shared/domain/label-set/default-label-set'
import { LabelMapSchema, NO_LABEL_MAP } from '../../../src/shared/domain/label-set/label-map'

const found = (of: Partial<FoundName>): FoundName => ({
  kind: 'label',
  label: null,
  attribute: null,
  name: 'PER',
  count: 3,
  example: 'Ana',
  becomes: 'new',
  as: 'PER',
  ...of,
})

test('a label may become one of the project, a new one, or nothing', () => {
  const label = found({})
  const choices = choicesOf(label, [label], DEFAULT_LABEL_SET)
  expect(choices.map(({ name }) => name)).toEqual([
    ...DEFAULT_LABEL_SET.labels.map(({ name }) => name),
    'New: PER',
    'Left out',
  ])
  expect(choiceOf(label, NO_LABEL_MAP)).toBe(ADD)
  expect(choiceOf({ ...label, becomes: 'known', as: 'SPEAKER' }, NO_LABEL_MAP)).toBe('=SPEAKER')
  expect(choiceOf({ ...label, becomes: 'left_out', as: null }, NO_LABEL_MAP)).toBe(LEAVE_OUT)
  expect(choiceOf({ ...label, becomes: 'unusable', as: null }, NO_LABEL_MAP)).toBeNull()
})

test('attributes and options are those of what their label and attribute become', () => {
  const label = found({ becomes: 'known', as: 'CLAIM' })
  const attribute = found({ kind: 'attribute', label: 'PER', name: 'kind', becomes: 'known', as: 'form' })
  const option = found({ kind: 'option', label: 'PER', attribute: 'kind', name: 'quoted', as: 'quoted' })
  const names = [label, attribute, option]
  const claim = DEFAULT_LABEL_SET.labels.find(({ name }) => name === 'CLAIM')!
  const form = claim.attributes.find(({ name }) => name === 'form')!
  const offered = (one: FoundName) => choicesOf(one, names, DEFAULT_LABEL_SET).map(({ name }) => name)
  expect(offered(attribute)).toEqual(
    [...claim.attributes.map(({ name }) => name), 'New: form', 'Left out'].map((name) =>
      name === 'New: form' ? 'New: kind' : name,
    ),
  )
  expect(offered(option)).toEqual([...form.options.map(({ name }) => name), 'New: quoted', 'Left out'])
})

test('each choice has its place in the map, and leaves the others', () => {
  const label = found({})
  const attribute = found({ kind: 'attribute', label: 'PER', name: 'kind', as: 'kind' })
  const option = found({ kind: 'option', label: 'PER', attribute: 'kind', name: 'quoted', as: 'quoted' })
  const field = found({ kind: 'field', name: 'desk', as: 'desk' })
  const ofField = found({ kind: 'option', attribute: 'desk', name: 'home', as: 'home' })
  const link = found({ kind: 'relation', name: 'by', as: 'by' })
  let map = withChoice(NO_LABEL_MAP, label, '=SPEAKER')
  map = withChoice(map, option, '=direct')
  map = withChoice(map, attribute, '=form')
  map = withChoice(map, ofField, LEAVE_OUT)
  map = withChoice(map, field, ADD)
  map = withChoice(map, link, '=said_by')
  expect(map).toEqual({
    labels: { PER: 'SPEAKER' },
    attributes: { PER: { kind: { to: 'form', options: { quoted: 'direct' } } } },
    relations: { by: 'said_by' },
    fields: { desk: { to: { new: 'desk' }, options: { home: null } } },
  })
  expect(LabelMapSchema.parse(map)).toEqual(map)
})

test('what the project has by the same name needs no look', () => {
  const known = found({ name: 'CLAIM', becomes: 'known', as: 'CLAIM' })
  const alike = found({ name: 'claim', becomes: 'known', as: 'CLAIM' })
  expect(namesToSee([known, alike, found({})]).map(({ name }) => name)).toEqual(['claim', 'PER'])
})

test('one answer for all: attributes go with their labels, and what cannot be added is left as it is', () => {
  const attribute = { kind: 'attribute', name: 'kind', as: 'kind' } as const
  const names = [
    found({}),
    found({ ...attribute, label: 'PER' }),
    found({ name: 'CLAIM', becomes: 'known', as: 'CLAIM' }),
    found({ ...attribute, label: 'CLAIM' }),
    found({ kind: 'relation', name: 'by', as: 'by' }),
    found({ name: 'x'.repeat(100), becomes: 'unusable', as: null }),
  ]
  const out = withAll(NO_LABEL_MAP, names, 'new', LEAVE_OUT)
  expect(out).toEqual({
    labels: { PER: null },
    attributes: { CLAIM: { kind: { to: null, options: {} } } },
    relations: { by: null },
    fields: {},
  })
  // what was chosen shows before the files are looked at once more
  expect(choiceOf(found({}), out)).toBe(LEAVE_OUT)
  expect(choiceOf(found({ ...attribute, label: 'CLAIM' }), out)).toBe(LEAVE_OUT)
  expect(choiceOf(found({ kind: 'option', label: 'CLAIM', attribute: 'kind', name: 'said' }), out)).toBe(ADD)
  expect(choiceOf(found({}), withChoice(out, found({}), '=SPEAKER'))).toBe('=SPEAKER')
  const left = [
    found({ becomes: 'left_out', as: null }),
    found({ name: 'y'.repeat(100), becomes: 'left_out', as: null }),
  ]
  expect(withAll(out, left, 'left_out', ADD).labels).toEqual({ PER: { new: 'PER' } })
  expect(choicesOf(left[1]!, left, DEFAULT_LABEL_SET).map(({ id }) => id)).not.toContain(ADD)
})
