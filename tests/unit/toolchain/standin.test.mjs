import { createHash } from 'node:crypto'
import { mkdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { standinIsWhole } from '../../../scripts/lib/standin.mjs'
import { checkIntegrity, nameInRuntime } from '../../../scripts/lib/standin-archive.mjs'
import { temporaryFolder } from './temporary.mjs'

describe('the archive', () => {
  it('is used when it has the hash that is written down', async () => {
    const file = path.join(temporaryFolder(), 'a.tgz')
    writeFileSync(file, 'the archive')
    const integrity = `sha512-${createHash('sha512').update('the archive').digest('base64')}`
    await expect(checkIntegrity(file, integrity)).resolves.toBeUndefined()
  })

  it('is refused when a single byte differs', async () => {
    const file = path.join(temporaryFolder(), 'a.tgz')
    writeFileSync(file, 'The archive')
    const integrity = `sha512-${createHash('sha512').update('the archive').digest('base64')}`
    await expect(checkIntegrity(file, integrity)).rejects.toThrow('not the archive it should be')
  })

  it.each([
    ['Cypress/Cypress', 'electron'],
    ['Cypress/libffmpeg.so', 'libffmpeg.so'],
    ['Cypress/locales/en-US.pak', 'locales/en-US.pak'],
    ['Cypress/locales/ro.pak', undefined],
    ['Cypress/resources/app.asar', undefined],
    ['Cypress/resources/app/packages/server/index.js', undefined],
    ['Cypress/browser_v8_context_snapshot.bin', undefined],
    ['Cypress/v8_context_snapshot.bin', 'v8_context_snapshot.bin'],
    ['Cypress/', undefined],
  ])('%s becomes %s', (archived, name) => {
    expect(nameInRuntime(archived)).toBe(name)
  })
})

describe('the cached folder', () => {
  const made = () => {
    const folder = temporaryFolder()
    mkdirSync(path.join(folder, 'locales'))
    writeFileSync(path.join(folder, 'electron'), 'program')
    writeFileSync(path.join(folder, 'locales/en-US.pak'), 'words')
    writeFileSync(
      path.join(folder, 'dictum-standin.json'),
      JSON.stringify({ sizes: { electron: 7, 'locales/en-US.pak': 5 } }),
    )
    return folder
  }

  it('is whole when every file has its size', () => {
    expect(standinIsWhole(made())).toBe(true)
  })

  it.each([
    ['a file is cut off', (folder) => truncateSync(path.join(folder, 'electron'), 3)],
    ['a file is gone', (folder) => rmSync(path.join(folder, 'locales/en-US.pak'))],
    ['the list is gone', (folder) => rmSync(path.join(folder, 'dictum-standin.json'))],
    ['the list is cut off', (folder) => truncateSync(path.join(folder, 'dictum-standin.json'), 20)],
  ])('is not whole when %s', (_, damage) => {
    const folder = made()
    damage(folder)
    expect(standinIsWhole(folder)).toBe(false)
  })
})
