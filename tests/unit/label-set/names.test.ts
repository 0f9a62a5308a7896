import { describe, expect, it } from 'vitest'
import {
  exportName,
  nameProblem,
  newLabelProblems,
  othersThan,
  titleProblem,
} from '../../../src/renderer/label-set/names'
import { selectedIn } from '../../../src/renderer/label-set/selected'
import { DEFAULT_LABEL_SET } from '../../../src/shared/domain/label-set/default-label-set'

describe('names in the label-set editor', () => {
  it('makes the exported name of a title: one word, in capitals for labels', () => {
    expect(exportName('  Broken promise ', { capitals: true })).toBe('BROKEN_PROMISE')
    expect(exportName('Said  by')).toBe('said_by')
    expect(exportName('x'.repeat(200))).toHaveLength(80)
  })

  it('says why a name cannot be', () => {
    const others = [{ name: 'SAID_BY' }]
    expect(nameProblem(' ', others, 'label')).toBe('A label needs a name.')
    expect(nameProblem('said by', others, 'label')).toBe('There is a label with this name.')
    expect(nameProblem('x'.repeat(81), others, 'label')).toContain('80')
    expect(nameProblem('via', others, 'label')).toBeNull()
    expect(titleProblem('x'.repeat(81))).toContain('80')
    expect(titleProblem('')).toBeNull()
  })

  it('finds titles and names that new labels cannot have, also among themselves', () => {
    const others = [{ name: 'SPK', title: 'Speaker' }]
    expect(newLabelProblems(['Quote', 'speaker', ' spk', 'QUOTE ', ''], others)).toEqual([
      null,
      'There is a label with this name.',
      'There is a label with this name.',
      'There is a label with this name.',
      'A label needs a name.',
    ])
  })

  it('leaves one out by its id', () => {
    expect(othersThan([{ id: 'a' }, { id: 'b' }], 'a')).toEqual([{ id: 'b' }])
  })
})

describe('what the editor shows', () => {
  it('falls back to the first label where what was asked for is gone', () => {
    const first = { section: 'labels', id: DEFAULT_LABEL_SET.labels[0]!.id }
    expect(selectedIn(DEFAULT_LABEL_SET, null)).toEqual(first)
    expect(selectedIn(DEFAULT_LABEL_SET, { section: 'fields', id: 'gone' })).toEqual(first)
    expect(selectedIn(DEFAULT_LABEL_SET, { section: 'relations', id: 'via' })).toEqual({
      section: 'relations',
      id: 'via',
    })
  })
})
