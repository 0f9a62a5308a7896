#!/usr/bin/env node
// The command line. It prepares and builds what is missing, as npm start does, and then gives everything over to
// out/cli/index.js. Until then it writes to stderr only: stdout belongs to the command.
import '../scripts/lib/node-version.mjs'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { ensureBuilt } from '../scripts/lib/build.mjs'
import { environment } from '../scripts/lib/environment.mjs'
import { runMain } from '../scripts/lib/log.mjs'
import { inRoot } from '../scripts/lib/paths.mjs'

/** What a shell and the dynamic loader answer when a program cannot be started. */
const CANNOT_START = 127

/** @type {NodeJS.Signals[]} */
const PASSED_ON = ['SIGTERM', 'SIGHUP', 'SIGINT']

/**
 * @param {import('../scripts/lib/environment.mjs').Environment} environment
 * @returns {Promise<[number | null, NodeJS.Signals | null]>} exit status and signal of the command
 */
async function runCommand({ electronPath, nodeEnv }) {
  const command = spawn(electronPath, [inRoot('out/cli/index.js'), ...process.argv.slice(2)], {
    env: nodeEnv,
    stdio: 'inherit',
  })
  const atTerminal = process.stdin.isTTY || process.stdout.isTTY || process.stderr.isTTY
  for (const signal of PASSED_ON) {
    process.on(signal, () => {
      // a terminal sends Ctrl-C to both of us: the command must not get it twice
      if (signal !== 'SIGINT' || !atTerminal) command.kill(signal)
    })
  }
  const ended = await Promise.race([
    once(command, 'close'),
    once(command, 'error').then(([error]) => Promise.reject(error)),
  ])
  for (const signal of PASSED_ON) process.removeAllListeners(signal)
  return /** @type {[number | null, NodeJS.Signals | null]} */ (ended)
}

await runMain(async () => {
  let ready = await environment({ quick: true })
  await ensureBuilt(ready.env)
  let [status, signal] = await runCommand(ready)
  if (status === CANNOT_START) {
    ready = await environment()
    ;[status, signal] = await runCommand(ready)
  }
  if (signal) process.kill(process.pid, signal)
  return status ?? 1
})
