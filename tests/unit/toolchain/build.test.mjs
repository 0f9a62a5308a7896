import { mkdirSync, rmSync, truncateSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { isBuilt, stampBuild } from '../../../scripts/lib/build-stamp.mjs'
import { temporaryFolder } from './temporary.mjs'

/** A project folder with one source and one output, stamped as built. */
function built() {
  const base = temporaryFolder()
  mkdirSync(path.join(base, 'src/main'), { recursive: true })
  mkdirSync(path.join(base, 'out/main'), { recursive: true })
  writeFileSync(path.join(base, 'src/main/index.ts'), 'one')
  const finish = stampBuild(base)
  writeFileSync(path.join(base, 'out/main/index.js'), 'compiled one')
  finish()
  return base
}

it('needs no build after a build', () => {
  expect(isBuilt(built())).toBe(true)
})

it('needs no build when only times changed', () => {
  const base = built()
  utimesSync(path.join(base, 'src/main/index.ts'), 1, 1)
  expect(isBuilt(base)).toBe(true)
  expect(isBuilt(base)).toBe(true)
})

it.each([
  ['a source changed', (base) => writeFileSync(path.join(base, 'src/main/index.ts'), 'two')],
  ['a source is new', (base) => writeFileSync(path.join(base, 'src/main/other.ts'), '')],
  ['a source is gone', (base) => rmSync(path.join(base, 'src/main/index.ts'))],
  ['the lockfile changed', (base) => writeFileSync(path.join(base, 'package-lock.json'), '{}')],
  ['an output is cut off', (base) => truncateSync(path.join(base, 'out/main/index.js'), 3)],
  ['an output is gone', (base) => rmSync(path.join(base, 'out/main/index.js'))],
  ['the build was broken off', (base) => stampBuild(base)],
  ['nothing was ever built', (base) => rmSync(path.join(base, 'out'), { recursive: true })],
])('needs a build when %s', (_, change) => {
  const base = built()
  change(base)
  expect(isBuilt(base)).toBe(false)
})

it('needs a build when a source changed while it was built', () => {
  const base = built()
  const finish = stampBuild(base)
  writeFileSync(path.join(base, 'src/main/index.ts'), 'saved in the middle')
  finish()
  expect(isBuilt(base)).toBe(false)
})
