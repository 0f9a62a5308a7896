import { ImportFailure } from '../../../../src/engine/import/failure'
import { readerOf } from '../../../../src/engine/import/readers'
import {
  type FoundPart,
  type FoundRecord,
  HEAD_BYTES,
  type Input,
  type ReadOptions,
} from '../../../../src/engine/import/readers/reader'
import { type ImportOptionsGiven, ImportOptionsSchema } from '../../../../src/shared/contract/import-options'
import type { ColumnMapping } from '../../../../src/shared/domain/corpus/column-mapping'

/** A file that is in memory, in pieces that cut characters and lines in the middle. */
export function inputOf(content: string | Uint8Array, name: string, pieceBytes = 7): Input {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  return {
    name,
    head: bytes.subarray(0, HEAD_BYTES),
    path: null,
    bytes: async () => bytes,
    stream: async function* () {
      for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes)
    },
  }
}

export const readOptions = (given: ImportOptionsGiven = {}, remembered: ColumnMapping | null = null): ReadOptions => ({
  ...ImportOptionsSchema.parse(given),
  rememberedMapping: () => remembered,
})

/** What the reader that is chosen for a file finds in it; a failure of the whole file comes last. */
export async function readParts(input: Input, options: ReadOptions = readOptions()): Promise<FoundPart[]> {
  const reader = readerOf(input.head, input.name, options.format)
  if (reader.kind !== 'records') throw new Error(`${input.name} was taken for ${reader.format}`)
  const parts: FoundPart[] = []
  try {
    for await (const part of reader.read(input, options)) parts.push(part)
  } catch (error) {
    if (!(error instanceof ImportFailure)) throw error
    parts.push({ kind: 'failure', part: '', code: error.code, message: error.message })
  }
  return parts
}

export const recordsIn = (parts: readonly FoundPart[]): FoundRecord[] =>
  parts.filter((part): part is FoundRecord => part.kind === 'record')

/** `:3 bad_record`: what did not come in. */
export const problemsIn = (parts: readonly FoundPart[]): string[] =>
  parts.flatMap((part) => (part.kind === 'record' || part.kind === 'elsewhere' ? [] : [`${part.part} ${part.code}`]))
