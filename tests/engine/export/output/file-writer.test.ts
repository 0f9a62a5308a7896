import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { FileWriter } from '../../../../src/engine/export/output/file-writer'
import { TestEngine } from '../../support/test-engine'

function begin() {
  const folder = new TestEngine().path('many')
  mkdirSync(folder)
  const writer = new FileWriter()
  onTestFinished(() => writer.stop())
  return { folder, writer }
}

const contentOf = (n: number): string => `${n} ș😀\r\n`.repeat(n)

test('many files are all there, whoever made them', async () => {
  const { folder, writer } = begin()
  for (let n = 0; n < 1500; n++) {
    const content = contentOf(n)
    await writer.put({ path: join(folder, `${n}`), content: n % 2 === 0 ? content : Buffer.from(content, 'utf8') })
  }
  await writer.settle()
  expect(readdirSync(folder)).toHaveLength(1500)
  for (let n = 0; n < 1500; n++) {
    // told apart by hand: a difference of megabytes is printed for minutes
    if (readFileSync(join(folder, `${n}`), 'utf8') !== contentOf(n)) throw new Error(`file ${n} is another`)
  }
})

test('one that cannot be made is told, wherever it comes', async () => {
  for (const bad of [3, 700]) {
    const { folder, writer } = begin()
    const all = async () => {
      for (let n = 0; n < 1000; n++)
        await writer.put({ path: join(folder, n === bad ? 'missing/file' : `${n}`), content: '' })
      await writer.settle()
    }
    await expect(all()).rejects.toMatchObject({ code: 'ENOENT' })
  }
})

test('one that is there already is not written over', async () => {
  const { folder, writer } = begin()
  for (let n = 0; n < 1000; n++) await writer.put({ path: join(folder, `${n % 999}`), content: `${n}` })
  await expect(writer.settle()).rejects.toMatchObject({ code: 'EEXIST' })
  expect(readFileSync(join(folder, '0'), 'utf8')).toBe('0')
})
