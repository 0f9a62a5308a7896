import { expect, test } from 'vitest'
import { layOutTags, type WantedTag } from '../../../src/renderer/article/overlays/tag-layout'

/** Ten CSS pixels a letter. */
const widthOf = (text: string): number => text.length * 10
const tag = (uid: string, x: number, name: string, rest: Partial<WantedTag> = {}): WantedTag => ({
  uid,
  x,
  top: 100,
  isFromRight: false,
  name,
  short: name[0]!,
  ...rest,
})
const laidOut = (...wanted: WantedTag[]) =>
  layOutTags(wanted, widthOf).map(({ uid, left, top, text }) => `${uid} ${text} ${left},${top}`)

test('a name where there is room, a letter where the next span starts too soon', () => {
  expect(laidOut(tag('a', 0, 'Claim'), tag('b', 60, 'Date'))).toEqual(['a Claim 0,100', 'b Date 60,100'])
  expect(laidOut(tag('a', 0, 'Claim'), tag('b', 40, 'Date'))).toEqual(['a C 0,100', 'b Date 40,100'])
})

test('spans that start together have their tags side by side', () => {
  expect(laidOut(tag('a', 0, 'Claim'), tag('b', 0, 'Date'), tag('c', 0, 'Speaker'))).toEqual([
    'a C 0,100',
    'b D 12,100',
    'c Speaker 24,100',
  ])
})

test('no two tags of a row overlap, and none is far from its span', () => {
  const many = Array.from({ length: 40 }, (_, at) => tag(String(at), at * 3, 'Claim'))
  const placed = layOutTags(many, widthOf)
  expect(placed.length).toBeGreaterThan(5)
  for (const [at, { uid, left }] of placed.entries()) {
    const before = placed[at - 1]
    if (before !== undefined) expect(left).toBeGreaterThanOrEqual(before.left + widthOf(before.text))
    expect(left - Number(uid) * 3).toBeLessThanOrEqual(60)
  }
})

test('rows do not matter to one another; from the right a tag ends where the span starts', () => {
  expect(laidOut(tag('a', 0, 'Claim'), tag('b', 10, 'Date', { top: 131 }))).toEqual(['a Claim 0,100', 'b Date 10,131'])
  expect(laidOut(tag('a', 100, 'Claim', { isFromRight: true }))).toEqual(['a Claim 50,100'])
})
