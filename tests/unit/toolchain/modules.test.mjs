import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { modulesAreWhole } from '../../../scripts/lib/modules.mjs'
import { temporaryFolder } from './temporary.mjs'

const ONE = { version: '1.0.0', integrity: 'sha512-one' }
const WANTED = {
  '': { name: 'project' },
  'node_modules/one': ONE,
  'node_modules/for-another-system': { version: '2.0.0', integrity: 'sha512-two', optional: true },
}

/** A project folder as npm leaves it. */
function installed(wanted = WANTED) {
  const root = temporaryFolder()
  mkdirSync(path.join(root, 'node_modules/one'), { recursive: true })
  writeFileSync(path.join(root, 'node_modules/one/package.json'), '{}')
  writeFileSync(path.join(root, 'package-lock.json'), JSON.stringify({ packages: wanted }))
  writeFileSync(
    path.join(root, 'node_modules/.package-lock.json'),
    JSON.stringify({ packages: { 'node_modules/one': ONE } }),
  )
  return root
}

it('takes what npm installed itself', () => {
  expect(modulesAreWhole(installed())).toBe(true)
})

it('is not whole when a package of the lockfile is another version or missing', () => {
  expect(modulesAreWhole(installed({ ...WANTED, 'node_modules/one': { ...ONE, version: '1.0.1' } }))).toBe(false)
  expect(modulesAreWhole(installed({ ...WANTED, 'node_modules/new': ONE }))).toBe(false)
})

it.each([
  ['a package lost its folder', 'node_modules/one'],
  ['npm was broken off before its end', 'node_modules/.package-lock.json'],
  ['there is no node_modules', 'node_modules'],
])('is not whole when %s', (_, gone) => {
  const root = installed()
  rmSync(path.join(root, gone), { recursive: true })
  expect(modulesAreWhole(root)).toBe(false)
})
