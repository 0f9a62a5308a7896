import fs from 'node:fs'
import path from 'node:path'
import { readIfThere, readJsonIfWhole, sha256, withTemporary, writeWhole } from './files.mjs'
import { withLock } from './lock.mjs'
import { Problem, say } from './log.mjs'
import { cacheRoot, inModules, inRoot } from './paths.mjs'
import { run } from './run.mjs'
import { compileSteps } from './sqlite-compile.mjs'
import { ensureCompiler } from './system-packages.mjs'

/** The first Electron with Node-API 10: from it on, the addon that better-sqlite3 ships loads. Older ones crash on it. */
const FIRST_WITH_NAPI_10 = 35

/** @param {import('./electron.mjs').Electron} electron */
const shippedAddonFits = ({ version }) => Number.parseInt(version, 10) >= FIRST_WITH_NAPI_10

const installed = inModules('better-sqlite3/build/Release/better_sqlite3.node')

/**
 * Whether the SQLite addon in node_modules is the one that this Electron can load.
 * @param {import('./electron.mjs').Electron} electron
 */
export function addonFits(electron) {
  if (shippedAddonFits(electron)) return !fs.existsSync(inModules('better-sqlite3/build'))
  const wanted = readIfThere(`${cachedAddon()}.sha256`)
  return wanted !== undefined && hashIfThere(installed) === wanted
}

/**
 * Makes the SQLite addon in node_modules the one that this Electron can load.
 * @param {import('./electron.mjs').Electron} electron
 * @param {string} executable
 * @throws {Problem} when it has to be compiled and cannot be
 */
export async function ensureAddon(electron, executable) {
  if (addonFits(electron)) return
  if (shippedAddonFits(electron)) {
    // better-sqlite3 looks into build/ before its own prebuilds
    fs.rmSync(inModules('better-sqlite3/build'), { recursive: true, force: true })
    return
  }
  const cached = cachedAddon()
  await withLock(`${path.dirname(cached)}.lock`, async () => {
    const hash = readIfThere(`${cached}.sha256`)
    if (!hash || hashIfThere(cached) !== hash || !(await installAndTry(cached, executable))) {
      await compile(cached)
      if (!(await installAndTry(cached, executable)))
        throw new Problem(`The SQLite addon was compiled but ${executable} cannot load it.`)
    }
  })
}

/** Where the cache has the addon made from these sources, in this way, for this kind of machine. */
function cachedAddon() {
  const version = readJsonIfWhole(inModules('better-sqlite3/package.json')).version
  const steps = compileSteps()
    .flat()
    .map(({ command, args }) => [command, ...args.map((arg) => arg.replaceAll(inRoot(), ''))])
  const key = sha256(
    JSON.stringify([version, process.arch, steps, readIfThere(inRoot('scripts/native/napi-compat.h'))]),
  ).slice(0, 12)
  return path.join(cacheRoot(), `better-sqlite3-${version}-${key}`, 'better_sqlite3.node')
}

/** @param {string} cached where the addon goes; its hash goes beside it, last */
async function compile(cached) {
  await ensureCompiler()
  say('compiling SQLite for this Electron (once, about a minute)')
  await withTemporary(cacheRoot(), async (temporary) => {
    for (const together of compileSteps()) {
      await Promise.all(
        together.map(async ({ command, args }) => {
          const status = await run(command, args, { cwd: temporary, stdio: ['ignore', 2, 2] })
          if (status !== 0)
            throw new Problem(`${command} failed with status ${status} on the SQLite addon; what it said stands above.`)
        }),
      )
    }
    const addon = fs.readFileSync(path.join(temporary, 'better_sqlite3.node'))
    fs.rmSync(`${cached}.sha256`, { force: true })
    writeWhole(cached, addon)
    writeWhole(`${cached}.sha256`, sha256(addon))
  })
}

/**
 * Copies the addon into node_modules and opens a database with it.
 * @param {string} cached
 * @param {string} executable
 */
async function installAndTry(cached, executable) {
  writeWhole(installed, fs.readFileSync(cached))
  const script = `new (require(${JSON.stringify(inModules('better-sqlite3'))}))(':memory:').prepare('select 1').get()`
  const status = await run(executable, ['-e', script], {
    cwd: inRoot(),
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    stdio: ['ignore', 'ignore', 2],
  })
  return status === 0
}

/** @param {string} file */
function hashIfThere(file) {
  try {
    return sha256(fs.readFileSync(file))
  } catch {
    return undefined
  }
}
