import { indexUnits, OFFSET_UNITS, type OffsetUnit } from '../../../../shared/domain/text/offset-units'
import { unescapeLine } from '../../../../shared/domain/webanno-tsv'
import type { FoundTrouble } from '../found-text'
import type { ParsedTsv, RawRow, RawSentence } from './parse'
import { beginOf, placeOf, type ReadSentence, soundBegins, standsAt } from './sentence-begins'

/** A row whose words stand in the text. UTF-16 code units, half open. */
export interface PlacedRow {
  readonly row: RawRow
  readonly start: number
  readonly end: number
}

export interface AssembledTsv {
  readonly text: string
  readonly rows: readonly PlacedRow[]
  /** What the file counts in; null where all units are the same. */
  readonly unit: OffsetUnit | null
  readonly troubles: readonly FoundTrouble[]
}

/** Puts the text of a file together from its sentences, by the unit in which most tokens stand where they should. */
export function assemble(parsed: ParsedTsv): AssembledTsv {
  const { sentences } = parsed
  const isAscii = sentences.every(({ texts }) => texts.every(({ text }) => /^\p{ASCII}*$/u.test(text)))
  const hasEscapes = sentences.some(({ texts }) => texts.some(({ text }) => text.includes('\\')))
  // the documented unit, and the documented escapes, come first: only what fits better goes before them
  const units: readonly OffsetUnit[] = isAscii ? ['utf16'] : ['utf16', ...OFFSET_UNITS.filter((one) => one !== 'utf16')]
  const ways = units.flatMap((unit) => (hasEscapes ? [false, true] : [false]).map((loose) => ({ unit, loose })))
  const tried = ways.map((way) => new Assembly(parsed, way.unit, way.loose))
  const best = tried.reduce((one, other) => (other.fits > one.fits ? other : one))
  const { text, rows, troubles, unit } = best
  return { text, rows, troubles, unit: isAscii ? null : unit }
}

class Assembly {
  readonly unit: OffsetUnit
  readonly rows: PlacedRow[] = []
  readonly troubles: FoundTrouble[] = []
  text = ''
  /** How many rows have their words where their offsets are. */
  fits = 0
  /** How long the text is so far, in the file’s unit. */
  #length = 0

  constructor({ version, sentences }: ParsedTsv, unit: OffsetUnit, loose: boolean) {
    this.unit = unit
    const read = sentences.map((sentence) => this.#read(sentence, { asJava: version <= 301, loose }))
    const begins = soundBegins(read)
    for (const [n, sentence] of read.entries()) this.#add(sentence, begins[n]!)
  }

  #read(sentence: RawSentence, how: { asJava: boolean; loose: boolean }): ReadSentence {
    const words = sentence.texts
      .map((one) => {
        const { text, bad } = unescapeLine(one.text, how)
        if (bad > 0) this.#tell(one.line, 'bad_escape', BAD_ESCAPE, 'warning')
        return text
      })
      .join('\n')
    const index = indexUnits(words, this.unit)
    return { ...sentence, words, index, begin: beginOf(sentence, words, index) }
  }

  #add({ line, words, index, rows, begin: said }: ReadSentence, begin: number | null): void {
    if (said !== null && begin === null) {
      const message = `This sentence begins at ${said} by its tokens, where it cannot be. It was put behind the one before.`
      this.#tell(line, 'bad_offset', message, 'warning')
    }
    this.#pad(begin, line)
    const start = this.text.length
    this.text += words
    this.#length += index.length
    let after = 0
    for (const row of rows) {
      const isThere = standsAt(row, begin, words, index)
      if (isThere) this.fits++
      const place = isThere ? placeOf(row, begin!, index) : this.#find(words, row, after)
      if (place === null) continue
      if (!row.id.includes('.')) after = place.to
      this.rows.push({ row, start: start + place.from, end: start + place.to })
    }
  }

  /** Up to where a sentence begins: a line feed, then spaces. A sentence that begins where the one before ends has none. */
  #pad(begin: number | null, line: number): void {
    if (this.text === '' && this.#length === 0) this.#append(' '.repeat(begin ?? 0))
    else if (begin === null) this.#append('\n')
    else if (begin > this.#length) this.#append(`\n${' '.repeat(begin - this.#length - 1)}`)
    else if (begin < this.#length) {
      const message = `This sentence begins at ${begin}, where the one before has not ended yet. It was put behind it.`
      this.#tell(line, 'offset_reversed', message, 'warning')
      this.#append('\n')
    }
  }

  #append(space: string): void {
    this.text += space
    this.#length += space.length
  }

  /** A token whose words do not stand at its offsets: where they come next in its sentence, if they do. */
  #find(sentence: string, row: RawRow, after: number): { from: number; to: number } | null {
    const from = row.words === '' ? -1 : sentence.indexOf(row.words, after)
    if (from < 0) {
      const message = `At ${row.begin}-${row.end} the text does not say “${row.words}”. What this token holds was left out.`
      this.#tell(row.line, row.end < row.begin ? 'offset_reversed' : 'words_differ', message, 'failure')
      return null
    }
    const message = `At ${row.begin}-${row.end} the text does not say “${row.words}”. It was taken for the next “${row.words}” of its sentence.`
    this.#tell(row.line, 'moved', message, 'warning')
    return { from, to: from + row.words.length }
  }

  #tell(line: number, code: string, message: string, kind: FoundTrouble['kind']): void {
    this.troubles.push({ kind, part: `:${line}`, code, message })
  }
}

const BAD_ESCAPE = 'A backslash stands before a character that needs none. It was taken as part of the text.'
