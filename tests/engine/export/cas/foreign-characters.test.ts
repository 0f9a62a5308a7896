import { expect, test } from 'vitest'
import { xmiFormat } from '../../../../src/engine/export/xmi'
import { xmiReader } from '../../../../src/engine/import/annotated/xmi'
import { readFoundIn } from '../../import/annotated/support/read-found'
import { articleOf } from '../support/written-and-read'
import { writtenFiles } from '../support/written-files'

test('what XML has no place for stays in the text; in a note or a value it is lost, and counted', async () => {
  const text = 'Taxes\vwill\ufffe fall \ufffd.'
  const note = {
    label: 'CLAIM',
    at: [[0, 5]] as const,
    note: 'a\vb',
    attributes: { form: 'c\u0001d', kinds: ['e\u0002'] },
  }
  const { files, lost } = await writtenFiles(xmiFormat, [articleOf(text, [note], {}, 'utf16')])
  expect(lost).toEqual({ notes: 1, attributes: 2 })
  const name = [...files.keys()].find((one) => one.endsWith('.xmi'))!
  expect(files.get(name)).not.toMatch(/\p{Cc}(?<!\n)|\ufffe/u)
  const { texts, troubles } = await readFoundIn(xmiReader, files, name)
  expect(troubles).toEqual([])
  expect(texts[0]!.text).toBe(text)
  expect(texts[0]!.spans).toMatchObject([{ note: 'a\ufffdb', attributes: { form: 'c\ufffdd', kinds: ['e\ufffd'] } }])
})
