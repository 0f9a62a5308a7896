import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { AnnotatedReader } from '../../../../../src/engine/import/annotated/annotated-reader'
import type { FoundText, FoundTrouble } from '../../../../../src/engine/import/annotated/found-text'
import { HEAD_BYTES, type Input, type ReadOptions } from '../../../../../src/engine/import/readers/reader'
import { PLAIN_IMPORT } from '../../../../../src/shared/contract/import-options'
import { tempFolder } from '../../../support/temp-folder'

const options: ReadOptions = { ...PLAIN_IMPORT, rememberedMapping: () => null }

/** What a reader finds in a file on the disk. */
export async function readFound(reader: AnnotatedReader, path: string) {
  const bytes = readFileSync(path)
  const input: Input = {
    name: basename(path),
    head: bytes.subarray(0, HEAD_BYTES),
    path,
    bytes: async () => bytes,
    stream: async function* () {
      yield bytes
    },
  }
  const found: (FoundText | FoundTrouble)[] = []
  for await (const one of reader.read(input, options)) found.push(one)
  return {
    isRecognised: reader.recognises(input.head, input.name),
    texts: found.filter((one) => one.kind === 'text'),
    troubles: found.filter((one) => one.kind !== 'text'),
  }
}

/** Writes files into a new folder, and reads one of them. */
export function readFoundIn(reader: AnnotatedReader, files: ReadonlyMap<string, string>, name: string) {
  const folder = tempFolder()
  for (const [one, text] of files) {
    mkdirSync(dirname(join(folder, one)), { recursive: true })
    writeFileSync(join(folder, one), text)
  }
  return readFound(reader, join(folder, name))
}

/** The words under a span whose offsets count UTF-16. */
export const wordsAt = (text: FoundText, span: FoundText['spans'][number]): string =>
  span.parts.map(([start, end]) => String(text.text).slice(start, end)).join(' ')
