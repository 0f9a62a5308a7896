import fs from 'node:fs'
import path from 'node:path'
import { withCheckoutLock } from './environment.mjs'
import { readJsonIfWhole, sha256, writeWhole } from './files.mjs'
import { Problem, say } from './log.mjs'
import { root } from './paths.mjs'
import { run } from './run.mjs'

/** What the build reads: a change in one of these calls for a new one. */
const SOURCES = ['src', 'resources', 'electron.vite.config.ts', 'tsconfig.json', 'package.json', 'package-lock.json']
const STAMP = 'out/built.json'

/**
 * @typedef {object} Snapshot
 * @property {string} quick changes with each file's name, size and time of change
 * @property {() => string} content changes with each file's name and bytes
 */

/**
 * Looks at the files below some folders.
 * @param {string} base
 * @param {string[]} names files and folders in `base`
 * @returns {Snapshot}
 */
export function snapshot(base, names) {
  const files = names.flatMap((name) => filesBelow(base, name)).sort()
  const stats = files.map((file) => {
    const { size, mtimeMs } = fs.statSync(path.join(base, file))
    return `${file} ${size} ${mtimeMs}`
  })
  return {
    quick: sha256(stats.join('\n')),
    content: () => sha256(files.map((file) => `${file} ${sha256(fs.readFileSync(path.join(base, file)))}`).join('\n')),
  }
}

/**
 * @param {string} base
 * @param {string} name
 * @returns {string[]}
 */
function filesBelow(base, name) {
  const stat = fs.statSync(path.join(base, name), { throwIfNoEntry: false })
  if (!stat) return []
  if (!stat.isDirectory()) return [name]
  return fs.readdirSync(path.join(base, name)).flatMap((child) => filesBelow(base, `${name}/${child}`))
}

/** @param {string} base */
const outputs = (base) =>
  snapshot(
    base,
    filesBelow(base, 'out').filter((file) => file !== STAMP),
  ).quick

/**
 * Whether `out` holds the whole result of building the sources as they are.
 * @param {string} [base] the project folder
 */
export function isBuilt(base = root) {
  const stampFile = path.join(base, STAMP)
  const stamp = readJsonIfWhole(stampFile)
  if (!stamp || stamp.outputs !== outputs(base)) return false
  const sources = snapshot(base, SOURCES)
  if (stamp.quick === sources.quick) return true
  if (stamp.content !== sources.content()) return false
  // only times changed, as a checkout does: not to be read again the next time
  writeWhole(stampFile, JSON.stringify({ ...stamp, quick: sources.quick }))
  return true
}

/**
 * Builds into `out` unless that is done. The stamp goes first and comes back last, so that a build that was broken off
 * is never taken for a whole one.
 * @param {NodeJS.ProcessEnv} env as environment() gives it
 * @param {{always?: boolean}} [options]
 * @throws {Problem} when the build fails
 */
export async function ensureBuilt(env, { always = false } = {}) {
  if (!always && isBuilt()) return
  await withCheckoutLock(async () => {
    if (!always && isBuilt()) return
    say('building')
    fs.rmSync(path.join(root, STAMP), { force: true })
    const before = snapshot(root, SOURCES)
    const content = before.content()
    const startedMs = Date.now()
    const vite = path.join(root, 'node_modules/electron-vite/bin/electron-vite.js')
    const options = {
      cwd: root,
      env,
      stdio: /** @type {import('node:child_process').StdioOptions} */ (['ignore', 2, 2]),
    }
    const status = await run(process.execPath, [vite, 'build', '--logLevel', 'warn'], options)
    if (status !== 0) throw new Problem(`the build failed with status ${status}; what it said stands above.`)
    removeOldChunks(startedMs)
    writeWhole(path.join(root, STAMP), JSON.stringify({ quick: before.quick, content, outputs: outputs(root) }))
  })
}

/**
 * Chunks carry a hash in their name, and the folder is not emptied, so that a running Dictum keeps its own until now.
 * @param {number} startedMs
 */
function removeOldChunks(startedMs) {
  for (const file of filesBelow(root, 'out/chunks')) {
    const absolute = path.join(root, file)
    if (fs.statSync(absolute).mtimeMs < startedMs) fs.rmSync(absolute)
  }
}
