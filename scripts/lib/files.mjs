import { createHash, randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { isAlive, ownIdentity } from './process-identity.mjs'

const TEMPORARY = /^tmp-([0-9.]+)-[0-9a-f]+$/

/** @param {string | Buffer} data */
export const sha256 = (data) => createHash('sha256').update(data).digest('hex')

/**
 * The contents of a text file, or undefined when it is not there.
 * @param {string} file
 */
export function readIfThere(file) {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

/**
 * The JSON value in a file, or undefined when the file is not there or is not whole.
 * @param {string} file
 * @returns {any}
 */
export function readJsonIfWhole(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

/**
 * Writes beside the target and renames: a reader sees the old contents or the new, never half.
 * @param {string} file
 * @param {string | Buffer} data
 */
export function writeWhole(file, data) {
  fs.mkdirSync(path.dirname(file), { recursive: true })
  const beside = `${file}.${ownIdentity}.tmp`
  fs.writeFileSync(beside, data)
  fs.renameSync(beside, file)
}

/**
 * Makes a temporary folder in `parent` that carries the name of its process, so that it can be swept when that is dead.
 * @param {string} parent
 */
export function makeTemporary(parent) {
  const folder = path.join(parent, `tmp-${ownIdentity}-${randomBytes(4).toString('hex')}`)
  fs.mkdirSync(folder, { recursive: true })
  return folder
}

/**
 * Deletes the temporary folders in `parent` whose process has died.
 * @param {string} parent
 * @returns {string[]} the names of the deleted folders
 */
export function sweepTemporary(parent) {
  const names = fs.existsSync(parent) ? fs.readdirSync(parent) : []
  const dead = names.filter((name) => {
    const owner = TEMPORARY.exec(name)?.[1]
    return owner !== undefined && !isAlive(owner)
  })
  for (const name of dead) fs.rmSync(path.join(parent, name), { recursive: true, force: true })
  return dead
}

/**
 * Runs `work` with a temporary folder in `parent` and deletes that folder afterwards, whatever happens.
 * @template T
 * @param {string} parent
 * @param {(folder: string) => Promise<T>} work
 */
export async function withTemporary(parent, work) {
  sweepTemporary(parent)
  const folder = makeTemporary(parent)
  try {
    return await work(folder)
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * Puts a finished folder in its place by renaming; what stood there is moved away first and then deleted.
 * @param {string} finished
 * @param {string} place a path on the same file system
 * @param {string} [scratch] where the old folder goes before it is deleted
 */
export function replaceFolder(finished, place, scratch = path.dirname(place)) {
  const old = makeTemporary(scratch)
  try {
    if (fs.existsSync(place)) fs.renameSync(place, path.join(old, 'old'))
    fs.renameSync(finished, place)
  } finally {
    fs.rmSync(old, { recursive: true, force: true })
  }
}
