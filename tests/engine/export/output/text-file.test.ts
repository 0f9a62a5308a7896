import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openTextFile } from '../../../../src/engine/export/output/text-file'
import { TestEngine } from '../../support/test-engine'

test('a file is what was written to it, however large each piece is and whatever it is afterwards', async () => {
  const engine = new TestEngine()
  let n = 0
  const sizes = fc.array(fc.constantFrom(0, 1, 50, 7000, 300_000, 600_000, 1_300_000), { maxLength: 12 })
  await fc.assert(
    fc.asyncProperty(sizes, fc.boolean(), async (pieces, asBytes) => {
      const path = engine.path(`file-${n++}`)
      const file = await openTextFile(path)
      const expected: Buffer[] = []
      const reused = Buffer.alloc(4_000_000)
      for (const [at, size] of pieces.entries()) {
        const text = `${at}ș😀\n`.repeat(Math.ceil(size / 5))
        expected.push(Buffer.from(text, 'utf8'))
        const isOfBytes = asBytes && at % 2 === 0
        const written = file.write(isOfBytes ? reused.subarray(0, reused.write(text, 'utf8')) : text)
        reused.fill(0)
        await written
      }
      await file.flush()
      await file.close()
      expect(readFileSync(path).equals(Buffer.concat(expected))).toBe(true)
    }),
    { seed: 5, numRuns: 30 },
  )
})
