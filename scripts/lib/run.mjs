import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import path from 'node:path'

/**
 * Runs a program to its end.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options] stdio is inherited unless said otherwise
 * @returns {Promise<number>} its exit status; 128 + the signal's number where a signal ended it
 * @throws when the program cannot be started
 */
export async function run(command, args, options) {
  const child = spawn(command, args, { stdio: 'inherit', ...options })
  const [status, signal] = await Promise.race([
    once(child, 'close'),
    once(child, 'error').then(([error]) => Promise.reject(error)),
  ])
  return status ?? 128 + signalNumber(signal)
}

/** @param {NodeJS.Signals} signal */
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
