import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { makeTemporary, replaceFolder, sweepTemporary, withTemporary, writeWhole } from '../../../scripts/lib/files.mjs'
import { temporaryFolder } from './temporary.mjs'

it('sweeps the temporary folders of dead processes and nothing else', () => {
  const parent = temporaryFolder()
  const dead = `tmp-${spawnSync(process.execPath, ['-e', '']).pid}-0a1b2c3d`
  for (const name of [dead, 'electron-33', 'tmp-other']) mkdirSync(path.join(parent, name))
  writeFileSync(path.join(parent, dead, 'half an archive'), 'x')
  const mine = path.basename(makeTemporary(parent))
  expect(sweepTemporary(parent)).toEqual([dead])
  expect(readdirSync(parent).sort()).toEqual(['electron-33', mine, 'tmp-other'].sort())
})

it('has nothing to sweep where there is no folder', () => {
  expect(sweepTemporary(path.join(temporaryFolder(), 'missing'))).toEqual([])
})

it('deletes its temporary folder when the work throws', async () => {
  const parent = temporaryFolder()
  await expect(withTemporary(parent, async () => Promise.reject(new Error('disk full')))).rejects.toThrow('disk full')
  expect(readdirSync(parent)).toEqual([])
})

it('replaces a folder as a whole', () => {
  const parent = temporaryFolder()
  const place = path.join(parent, 'place')
  for (const content of ['first', 'second']) {
    const finished = path.join(parent, 'finished')
    mkdirSync(finished)
    writeFileSync(path.join(finished, content), content)
    replaceFolder(finished, place)
    expect(readdirSync(place)).toEqual([content])
  }
  expect(readdirSync(parent)).toEqual(['place'])
})

it('writes a file with its folders and leaves no half file beside it', () => {
  const folder = path.join(temporaryFolder(), 'a/b')
  writeWhole(path.join(folder, 'c'), 'whole')
  expect(readFileSync(path.join(folder, 'c'), 'utf8')).toBe('whole')
  expect(readdirSync(folder)).toEqual(['c'])
})
