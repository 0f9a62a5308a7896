import { headText } from '../../readers/head-text'
import { fromJson } from '../../readers/json-cells'
import { elementsOf } from '../../readers/json-elements'
import { linesOf } from '../../readers/lines'
import { Places } from '../../readers/places'
import type { Input, ReadOptions } from '../../readers/reader'
import { tooLong } from '../../readers/rows'
import { openJsonText } from '../../readers/text-stream'
import type { FoundText, FoundTrouble } from '../found-text'

/** A record of a file of JSON, and where it stands. */
export interface FoundObject {
  readonly kind: 'object'
  /** `:12` */
  readonly place: string
  readonly object: Readonly<Record<string, unknown>>
  readonly decoded: FoundText['decoded']
}

/** Objects that stand on a line each; a line that holds none is told, empty ones are passed over. */
export const jsonLinesOf = (input: Input, options: ReadOptions): AsyncIterable<FoundObject | FoundTrouble> =>
  objectsOf(input, options, async function* (pieces) {
    for await (const { number, text } of linesOf(pieces)) {
      if (text === null || text.trim() !== '') yield { line: number, json: text }
    }
  })

/** The objects of a list, or one after another, however they are laid out. */
export const jsonElementsOf = (input: Input, options: ReadOptions): AsyncIterable<FoundObject | FoundTrouble> =>
  objectsOf(input, options, elementsOf)

/** Either, by how the file begins. */
export const jsonObjectsOf = (input: Input, options: ReadOptions): AsyncIterable<FoundObject | FoundTrouble> =>
  (headText(input.head).trimStart().startsWith('[') ? jsonElementsOf : jsonLinesOf)(input, options)

type Split = (pieces: AsyncIterable<string>) => AsyncIterable<{ readonly line: number; readonly json: string | null }>

async function* objectsOf(input: Input, options: ReadOptions, split: Split): AsyncIterable<FoundObject | FoundTrouble> {
  const text = await openJsonText(input, options)
  const { encoding, bom, confidence, damage } = text
  const decoded = { encoding, bom, confidence, warnings: [] }
  for (const warning of text.warnings) yield { kind: 'warning', part: '', ...warning }
  const places = new Places()
  for await (const { line, json } of split(text.pieces())) {
    const place = places.next(line)
    const found = json === null ? tooLong(line) : fromJson(json, line, damage, (object) => ({ object }))
    if ('code' in found) yield { kind: 'failure', part: place, code: found.code, message: found.message }
    else yield { kind: 'object', place, object: found.object as Record<string, unknown>, decoded }
  }
}
