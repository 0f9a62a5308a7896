import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import path from 'node:path'
import { Problem } from './log.mjs'

/** @type {NodeJS.Signals[]} */
const PASSED_ON = ['SIGTERM', 'SIGHUP', 'SIGINT']

/**
 * Runs a program to its end.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options] stdio is inherited unless said otherwise
 * @returns {Promise<number>} its exit status; 128 + the signal's number where a signal ended it
 * @throws {Problem} when the program cannot be started
 */
export async function run(command, args, options) {
  const [status, signal] = await ended(spawn(command, args, { stdio: 'inherit', ...options }))
  return status ?? 128 + signalNumber(signal)
}

/**
 * Runs the program that this one was only started for: it gets our signals, and we end as it ends.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 * @returns {Promise<number>} its exit status
 */
export async function runInOurPlace(command, args, options) {
  const child = spawn(command, args, { stdio: 'inherit', ...options })
  const atTerminal = process.stdin.isTTY || process.stdout.isTTY || process.stderr.isTTY
  for (const signal of PASSED_ON) {
    process.on(signal, () => {
      // a terminal sends Ctrl-C to both of us: the program must not get it twice
      if (signal !== 'SIGINT' || !atTerminal) child.kill(signal)
    })
  }
  const [status, signal] = await ended(child)
  for (const passed of PASSED_ON) process.removeAllListeners(passed)
  if (signal) process.kill(process.pid, signal)
  return status ?? 128 + signalNumber(signal)
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<[number | null, NodeJS.Signals | null]>} exit status or signal
 */
async function ended(child) {
  const failed = once(child, 'error').then(([error]) => {
    throw new Problem(`${child.spawnfile} cannot be started (${error.code ?? error.message}).`)
  })
  return /** @type {any} */ (await Promise.race([once(child, 'close'), failed]))
}

/** @param {NodeJS.Signals | null} signal */
function signalNumber(signal) {
  return (
    { SIGHUP: 1, SIGINT: 2, SIGQUIT: 3, SIGABRT: 6, SIGKILL: 9, SIGSEGV: 11, SIGTERM: 15 }[
      /** @type {string} */ (signal)
    ] ?? 0
  )
}

/**
 * Runs npm to its end: the one that started us, else the one beside this Node, else the one on the PATH.
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 */
export function npm(args, options) {
  const beside = path.join(path.dirname(process.execPath), '..', 'lib/node_modules/npm/bin/npm-cli.js')
  const windows = path.join(path.dirname(process.execPath), 'node_modules/npm/bin/npm-cli.js')
  const script = [process.env.npm_execpath, beside, windows].find(
    (file) => file?.endsWith('npm-cli.js') && fs.existsSync(file),
  )
  if (script) return run(process.execPath, [script, ...args], options)
  return run('npm', args, { shell: process.platform === 'win32', ...options })
}
