import { stat } from 'node:fs/promises'
import { UnitsByFormat } from './annotated/placing/unit-tally'
import { type FoundFile, pathOnDisk } from './found-file'
import { type Prepared, prepareFile } from './prepare'
import { LARGEST_FILE_BYTES, type ReadFile } from './read-file'
import type { ReadOptions } from './readers/reader'

/** Files read at once: enough to hide a disk's latency, and few enough to hold their texts in memory. */
const TOGETHER_FILES = 16
const TOGETHER_BYTES = 32 * 1024 * 1024
/** Records of one file that are handed on together. */
const TOGETHER_RECORDS = 64
const TOGETHER_CHARACTERS = 4 * 1024 * 1024

export interface Slice {
  readonly items: readonly Prepared[]
  /** How many files end with it. */
  readonly filesDone: number
}

/** Reads files, in their order, a slice at a time; nothing is stored. */
export async function* readFiles(
  files: Iterable<FoundFile>,
  given: ReadOptions,
  readFile: ReadFile,
): AsyncGenerator<Slice, void> {
  const options = { ...given, unitsSoFar: given.unitsSoFar ?? new UnitsByFormat() }
  for await (const group of groupsOf(files)) {
    const read = await Promise.all(group.map((file) => prepareFile(file, options, readFile)))
    let items: Prepared[] = []
    let filesDone = 0
    for (const one of read) {
      if (Symbol.asyncIterator in one) {
        if (items.length > 0) yield { items, filesDone }
        yield* slicesOf(one)
        items = []
        filesDone = 0
      } else {
        items.push(one)
        filesDone++
      }
    }
    if (filesDone > 0) yield { items, filesDone }
  }
}

async function* slicesOf(records: AsyncIterable<Prepared>): AsyncGenerator<Slice, void> {
  let items: Prepared[] = []
  let characters = 0
  for await (const item of records) {
    items.push(item)
    if (item.kind === 'article') characters += item.decoded.text.length
    if (items.length < TOGETHER_RECORDS && characters < TOGETHER_CHARACTERS) continue
    yield { items, filesDone: 0 }
    items = []
    characters = 0
  }
  yield { items, filesDone: 1 }
}

/** A few files at a time; one at least, while there are any. */
async function* groupsOf(files: Iterable<FoundFile>): AsyncGenerator<FoundFile[], void> {
  let waiting: FoundFile[] = []
  const iterator = files[Symbol.iterator]()
  for (;;) {
    while (waiting.length < TOGETHER_FILES) {
      const next = iterator.next()
      if (next.done) break
      waiting.push(next.value)
    }
    if (waiting.length === 0) return
    const sizes = await Promise.all(waiting.map(sizeOf))
    let count = 1
    let bytes = sizes[0]!
    while (count < waiting.length && bytes <= TOGETHER_BYTES) bytes += sizes[count++]!
    yield waiting.slice(0, count)
    waiting = waiting.slice(count)
  }
}

const sizeOf = (file: FoundFile): Promise<number> =>
  stat(pathOnDisk(file)).then(
    ({ size }) => Math.min(size, LARGEST_FILE_BYTES),
    () => 0,
  )
