// Uses installed packages: import it only when node_modules is there.
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses'
import * as tar from 'tar'
import yauzl from 'yauzl'
import { Problem } from './log.mjs'

const EXECUTABLE = /^(electron|chrome-sandbox|chrome_crashpad_handler|.*\.so(\.\d+)?)$/

/**
 * @param {string} file
 * @param {string} integrity `sha512-` and the hash in base64, as lockfiles write it
 * @throws {Problem} when the file is another one
 */
export async function checkIntegrity(file, integrity) {
  const hash = createHash('sha512')
  await pipeline(fs.createReadStream(file, { highWaterMark: 1 << 20 }), hash)
  const found = `sha512-${hash.digest('base64')}`
  if (found !== integrity)
    throw new Problem(
      `${path.basename(file)} is not the archive it should be: its hash is ${found}, not ${integrity}. Nothing of it was used.`,
    )
}

/**
 * Takes Electron out of the archive, a .tgz around a .zip, and leaves out the app that was packed with it.
 * @param {string} archive
 * @param {string} folder
 */
export async function extractStandin(archive, folder) {
  const between = path.dirname(archive)
  /** @type {string | undefined} */
  let inner
  await tar.extract({
    file: archive,
    cwd: between,
    filter: (name) => name.endsWith('.zip'),
    onReadEntry: (entry) => {
      inner = path.join(between, entry.path)
    },
  })
  if (!inner) throw new Problem(`${path.basename(archive)} holds no .zip`)
  const zip = await yauzl.openPromise(inner)
  for await (const entry of zip.eachEntry()) {
    const name = nameInRuntime(entry.fileName)
    if (name === undefined) continue
    const target = path.join(folder, name)
    fs.mkdirSync(path.dirname(target), { recursive: true })
    await pipeline(
      await zip.openReadStreamPromise(entry),
      fs.createWriteStream(target, { mode: EXECUTABLE.test(name) ? 0o755 : 0o644 }),
    )
  }
}

/**
 * The path of an archived file inside the runtime, or undefined for what is left out: the packed app, the start-up
 * snapshot made for it, and every language but English (Dictum has its own words).
 * @param {string} archived
 */
export function nameInRuntime(archived) {
  const name = archived.replace(/^Cypress\//, '')
  if (
    name === '' ||
    name.endsWith('/') ||
    name.startsWith('resources/app') ||
    name === 'browser_v8_context_snapshot.bin'
  )
    return undefined
  if (name.startsWith('locales/') && name !== 'locales/en-US.pak') return undefined
  return name === 'Cypress' ? 'electron' : name
}

/**
 * Sets the two fuses that are the wrong way round for a development Electron.
 * @param {string} executable
 */
export async function setFuses(executable) {
  await flipFuses(executable, {
    version: FuseVersion.V1,
    // Playwright attaches with --inspect
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    // that snapshot was left out
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  })
}
