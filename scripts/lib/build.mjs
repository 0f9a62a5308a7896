import fs from 'node:fs'
import { filesBelow, isBuilt, stampBuild } from './build-stamp.mjs'
import { withCheckoutLock } from './environment.mjs'
import { Problem, say } from './log.mjs'
import { inModules, inRoot, root } from './paths.mjs'
import { run } from './run.mjs'

/**
 * Builds into `out` unless that is done.
 * @param {NodeJS.ProcessEnv} env as environment() gives it
 * @param {{always?: boolean}} [options]
 * @throws {Problem} when the build fails
 */
export async function ensureBuilt(env, { always = false } = {}) {
  if (!always && isBuilt(root)) return
  await withCheckoutLock(async () => {
    if (!always && isBuilt(root)) return
    say('building')
    const finish = stampBuild(root)
    const startedMs = Date.now()
    const args = [inModules('electron-vite/bin/electron-vite.js'), 'build', '--logLevel', 'warn']
    const status = await run(process.execPath, args, { cwd: root, env, stdio: ['ignore', 2, 2] })
    if (status !== 0) throw new Problem(`the build failed with status ${status}; what it said stands above.`)
    removeOldChunks(startedMs)
    finish()
  })
}

/**
 * Chunks carry a hash in their name, and `out` is not emptied before a build, so that a Dictum that runs keeps its own.
 * @param {number} startedMs
 */
function removeOldChunks(startedMs) {
  for (const file of filesBelow(root, 'out/chunks')) {
    if (fs.statSync(inRoot(file)).mtimeMs < startedMs) fs.rmSync(inRoot(file))
  }
}
