import fs from 'node:fs'
import path from 'node:path'
import { readJsonIfWhole, sha256, writeWhole } from './files.mjs'

/** What the build reads: a change in one of these calls for a new one. */
const SOURCES = [
  'src',
  'resources',
  'electron.vite.config.ts',
  'scripts/lib/thread-plugin.mjs',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
]
const STAMP = 'out/built.json'

/**
 * All files of a folder, or the file itself; relative to `base`, with slashes. Empty when there is no such thing.
 * @param {string} base
 * @param {string} name
 * @returns {string[]}
 */
export function filesBelow(base, name) {
  const stat = fs.statSync(path.join(base, name), { throwIfNoEntry: false })
  if (!stat) return []
  if (!stat.isDirectory()) return [name]
  return fs.readdirSync(path.join(base, name)).flatMap((child) => filesBelow(base, `${name}/${child}`))
}

/**
 * Changes with each file's name, size and time of change: cheap enough for every start.
 * @param {string} base
 * @param {string[]} files
 */
function quickHash(base, files) {
  const lines = files.map((file) => {
    const stat = fs.statSync(path.join(base, file), { throwIfNoEntry: false })
    return `${file} ${stat?.size} ${stat?.mtimeMs}`
  })
  return sha256(lines.sort().join('\n'))
}

/**
 * Changes with each file's name and bytes.
 * @param {string} base
 * @param {string[]} files
 */
function contentHash(base, files) {
  const lines = files.map((file) => `${file} ${sha256(fs.readFileSync(path.join(base, file)))}`)
  return sha256(lines.sort().join('\n'))
}

/** @param {string} base */
const sourceFiles = (base) => SOURCES.flatMap((name) => filesBelow(base, name))

/** @param {string} base */
function outputsHash(base) {
  const files = filesBelow(base, 'out').filter((file) => file !== STAMP)
  return quickHash(base, files)
}

/**
 * Whether `out` holds the whole result of building the sources as they are.
 * @param {string} base the project folder
 */
export function isBuilt(base) {
  const stamp = readJsonIfWhole(path.join(base, STAMP))
  if (!stamp || stamp.outputs !== outputsHash(base)) return false
  const files = sourceFiles(base)
  const quick = quickHash(base, files)
  if (stamp.quick === quick) return true
  if (stamp.content !== contentHash(base, files)) return false
  // only times changed, as a checkout does: the bytes need not be read again the next time
  writeWhole(path.join(base, STAMP), JSON.stringify({ ...stamp, quick }))
  return true
}

/**
 * Removes the stamp and remembers the sources as they are; the function that comes back writes the stamp when the build
 * is done. So a build that was broken off, or outrun by a change, is never taken for a whole one.
 * @param {string} base the project folder
 * @returns {() => void}
 */
export function stampBuild(base) {
  fs.rmSync(path.join(base, STAMP), { force: true })
  const files = sourceFiles(base)
  const sources = { quick: quickHash(base, files), content: contentHash(base, files) }
  return () => writeWhole(path.join(base, STAMP), JSON.stringify({ ...sources, outputs: outputsHash(base) }))
}
