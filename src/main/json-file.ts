import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import type { z } from 'zod'
import { log } from './log'

/**
 * Writes a small JSON file so that a reader finds the old or the new one, never half of it. Synchronous: these files
 * are a few kilobytes, and the last write happens while the program quits. Throws what the file system throws.
 */
export const writeJson = (path: string, value: unknown): void => writeText(path, `${JSON.stringify(value, null, 2)}\n`)

/** The same for any text. */
export function writeText(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true })
  const temporary = `${path}.${process.pid}.tmp`
  try {
    const file = openSync(temporary, 'w')
    try {
      writeSync(file, text)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    renameSync(temporary, path)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
}

/** Reads a JSON file; null if it is missing, or damaged: then it is kept aside as `….damaged`. */
export function readJson<T>(path: string, schema: z.ZodType<T>): T | null {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') log('files', `${path} cannot be read: ${error}`)
    return null
  }
  try {
    return schema.parse(JSON.parse(text))
  } catch (error) {
    log('files', `${path} is damaged and is kept aside: ${error}`)
    try {
      renameSync(path, `${path}.damaged`)
    } catch (problem) {
      log('files', `${path} cannot be kept aside: ${problem}`)
    }
    return null
  }
}
