import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { removeDisk, smallDisk } from '../../support/small-disk'
import { TestEngine } from '../../support/test-engine'

test('a disk that is full: nothing is left of an export, and what was there is as it was', async (context) => {
  const disk = smallDisk()
  if (disk === null) return context.skip('this user may not mount a small disk')
  onTestFinished(() => removeDisk(disk))
  const engine = new TestEngine()
  await engine.create()
  for (let n = 0; n < 40; n++) engine.file(`in/${n}.txt`, `Text ${n}. ${'More words. '.repeat(10_000)}`)
  await engine.import([engine.path('in')])
  writeFileSync(join(disk, 'out.jsonl'), 'as it was')
  for (const [format, name] of [
    ['dictum', 'out.jsonl'],
    ['brat', 'out'],
    ['label-studio', 'tasks.json'],
  ] as const) {
    const job = await engine.exportJob(join(disk, name), { format })
    expect(job, format).toMatchObject({ state: 'failed', report: null, error: { code: 'disk_full' } })
    expect(readdirSync(disk)).toEqual(['out.jsonl'])
  }
  expect(readFileSync(join(disk, 'out.jsonl'), 'utf8')).toBe('as it was')
  expect((await engine.ask('project.check', {})).ok).toBe(true)
})
