import { expect, test } from 'vitest'
import { fieldNames } from '../../../src/renderer/export/field-names'

test('document fields first, then what files say, each name once; what was chosen and is gone can still be taken out', () =>
  expect(
    fieldNames([{ name: 'desk' }, { name: 'tags' }], [{ key: 'author' }, { key: 'desk' }], ['gone', 'author']),
  ).toEqual(['desk', 'tags', 'url', 'author', 'gone']))
