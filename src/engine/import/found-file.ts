import { isUtf8 } from 'node:buffer'
import { join } from 'node:path'
import type { ImportItem } from '../../shared/contract/jobs'
import type { ImportFailureCode } from './failure'
import type { PassedOver } from './passed-over'

/** One file to import. */
export interface FoundFile {
  /** As it was named, or as found below what was named. Bytes that are no UTF-8 stand in it as `\xE9`. */
  readonly path: string
  /** The named folder's name and the path inside it, with forward slashes; for a file that was named, its name. */
  readonly source: string
  /** Where the path's bytes are no UTF-8, they themselves. */
  readonly rawPath?: Buffer | undefined
}

export interface Walk {
  readonly files: FoundFile[]
  readonly problems: ImportItem[]
  readonly passedOver: PassedOver
}

export const pathOnDisk = ({ path, rawPath }: FoundFile): string | Buffer => rawPath ?? path

export const failed = (path: string, code: ImportFailureCode, message: string): ImportItem => ({
  path,
  outcome: 'failed',
  code,
  message,
})

/** What a folder holds under a name, of which only the name is kept: there may be a million of them. */
class Child implements FoundFile {
  readonly #folder: FoundFile
  readonly #name: string
  readonly rawPath: Buffer | undefined

  constructor(folder: FoundFile, name: string, rawPath: Buffer | undefined) {
    this.#folder = folder
    this.#name = name
    this.rawPath = rawPath
  }

  get path(): string {
    return join(this.#folder.path, this.#name)
  }

  get source(): string {
    return `${this.#folder.source}/${this.#name}`
  }
}

export function childOf(folder: FoundFile, name: Buffer): FoundFile {
  if (folder.rawPath === undefined && isUtf8(name)) return new Child(folder, name.toString('utf8'), undefined)
  const raw = Buffer.concat([folder.rawPath ?? Buffer.from(folder.path), Buffer.from('/'), name])
  return new Child(folder, isUtf8(name) ? name.toString('utf8') : escaped(name), raw)
}

/** A text that is the same for the same bytes only. */
export const keyOfBytes = (bytes: Buffer): string => bytes.toString('latin1')

const escaped = (bytes: Buffer): string =>
  bytes.toString('latin1').replace(/[\x80-\xff]/g, (c) => `\\x${c.charCodeAt(0).toString(16).toUpperCase()}`)

const ESCAPED = /\\x([89A-F][0-9A-F])/g

/** The bytes that a path stands for in which names were written out with `\xE9`; null where none was. */
export function bytesOfPath(path: string): Buffer | null {
  if (path.search(ESCAPED) < 0) return null
  const names = path.split('/').map((name) => {
    // of a name that is written out all is: other characters mean that it is called so
    if (/[\u0080-\uffff]/.test(name)) return Buffer.from(name)
    return Buffer.from(
      name.replace(ESCAPED, (_, byte: string) => String.fromCharCode(Number.parseInt(byte, 16))),
      'latin1',
    )
  })
  return Buffer.concat(names.flatMap((name, n) => (n === 0 ? [name] : [Buffer.from('/'), name])))
}
