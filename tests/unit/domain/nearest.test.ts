import { describe, expect, test } from 'vitest'
import { nearest } from '../../../src/shared/domain/text/nearest'

describe('the name that may be meant', () => {
  test.each([
    ['SPEKAER', ['CLAIM', 'SPEAKER', 'DATE'], 'SPEAKER'],
    ['PRE', ['PER', 'ORG'], 'PER'],
    ['labls', ['labels', 'fields'], 'labels'],
    ['Größe', ['größe', 'form'], 'größe'],
    ['😀a', ['😀b'], '😀b'],
    ['x', ['y'], 'y'],
  ])('of %s among %j is %s', (name, among, meant) => expect(nearest(name, among)).toBe(meant))

  test.each([
    ['ORG', ['PLACE', 'SPEAKER']],
    ['SPEAKER', ['SPEAKER', 'SPEAKERS']],
    ['DATE', []],
    ['', ['CLAIM']],
  ])('of %s among %j is none', (name, among) => expect(nearest(name, among)).toBe(null))

  test('is the nearest, and of those that are as near the first', () => {
    expect(nearest('SPEAKE', ['SPEAKING', 'SPEAKER', 'SPEAKED'])).toBe('SPEAKER')
  })
})
