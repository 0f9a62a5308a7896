import { expect } from 'vitest'
import type { AnnotatedReader } from '../../../../../src/engine/import/annotated/annotated-reader'
import type {
  FoundRelation,
  FoundSpan,
  FoundText,
  FoundTrouble,
} from '../../../../../src/engine/import/annotated/found-text'
import { annotatedReader } from '../../../../../src/engine/import/annotated/placing/annotated-records'
import { UnitsByFormat } from '../../../../../src/engine/import/annotated/placing/unit-tally'
import { NOTHING_FOUND } from '../../../../../src/engine/import/metadata'
import type { FoundPart } from '../../../../../src/engine/import/readers/reader'
import type { ImportOptionsGiven } from '../../../../../src/shared/contract/import-options'
import { indexUnits, type OffsetUnit } from '../../../../../src/shared/domain/text/offset-units'
import { inputOf, readOptions, recordsIn } from '../../readers/read-parts'

/** A span as a file might have it; its place is `:1` and so on. */
export const span = (
  label: string,
  parts: FoundSpan['parts'],
  words: string | null = null,
  rest: Partial<FoundSpan> = {},
): FoundSpan => ({
  id: label,
  label,
  parts,
  words,
  attributes: {},
  entity: null,
  note: '',
  annotator: null,
  origin: null,
  guess: null,
  place: '',
  ...rest,
})

export const relation = (from: string, to: string, rest: Partial<FoundRelation> = {}): FoundRelation => ({
  id: '',
  type: 'said_by',
  from,
  to,
  attributes: {},
  annotator: null,
  place: '',
  ...rest,
})

export const foundText = (text: FoundText['text'], rest: Partial<FoundText> = {}): FoundText => ({
  kind: 'text',
  part: ':1',
  text,
  decoded: { encoding: 'utf-8', bom: false, confidence: 1, warnings: [] },
  sha256: 'f'.repeat(64),
  declared: NOTHING_FOUND,
  own: null,
  unit: null,
  spans: [],
  relations: [],
  entities: [],
  quotes: [],
  ...rest,
})

/** Spans of these words where they first stand, with offsets in a unit of the text as it is. */
export function quoting(text: string, unit: OffsetUnit, ...words: string[]): FoundSpan[] {
  const { fromUtf16 } = indexUnits(text, unit)
  return words.map((one) => {
    const at = text.indexOf(one)
    if (at < 0) throw new Error(`“${one}” is not in the text`)
    return span(one, [[fromUtf16(at), fromUtf16(at + one.length)]], one)
  })
}

/** The same without the words. */
export const wordless = (spans: readonly FoundSpan[]): FoundSpan[] => spans.map((one) => ({ ...one, words: null }))

/** What comes of texts that a reader finds in one file. */
export async function placed(
  found: readonly (FoundText | FoundTrouble)[],
  given: ImportOptionsGiven = {},
  unit: OffsetUnit = 'codepoint',
  unitsSoFar = new UnitsByFormat(),
): Promise<FoundPart[]> {
  const reader: AnnotatedReader = {
    format: 'prodigy',
    extensions: ['.x'],
    unit,
    recognises: () => true,
    read: async function* () {
      yield* found
    },
  }
  const parts: FoundPart[] = []
  for await (const part of annotatedReader(reader).read(inputOf('', 'a.x'), { ...readOptions(given), unitsSoFar }))
    parts.push(part)
  return parts
}

/** The words under each span, by text. */
export const wordsIn = (parts: readonly FoundPart[]): string[][] =>
  recordsIn(parts).map(({ text, annotations }) =>
    annotations!.spans.map((one) => one.parts.map(([start, end]) => text.slice(start, end)).join(' ')),
  )

/** The units in which each text was read, the one that it is taken for first. */
export const unitsIn = (parts: readonly FoundPart[]): (readonly OffsetUnit[])[] =>
  recordsIn(parts).map(({ annotations }) => annotations!.units)

/** `:1 words_differ`: what is told. */
export const toldIn = (parts: readonly FoundPart[]): string[] =>
  parts.flatMap((part) => (part.kind === 'failure' || part.kind === 'warning' ? [`${part.part} ${part.code}`] : []))

/** That every span has its words, which are its label in these tests, and nothing is told. */
export function expectAllThere(parts: readonly FoundPart[]): void {
  expect(toldIn(parts)).toEqual([])
  for (const [n, { annotations }] of recordsIn(parts).entries()) {
    expect(wordsIn(parts)[n]).toEqual(annotations!.spans.map(({ label }) => label.replace(/\r\n?/g, '\n')))
  }
}
