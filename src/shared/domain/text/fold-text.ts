/** A text as search sees it: without diacritics, and with one way to write each letter. */
export interface FoldedText {
  readonly text: string
  /** Where each code unit of the folded text comes from (UTF-16 offsets of the original), and at last its length. */
  readonly origins: Uint32Array
}

/**
 * Marks that change how a letter sounds, not which letter it is: accents of the alphabets, Hebrew and Arabic points,
 * variation selectors. Vowel signs of Indic scripts and the voicing marks of kana are letters of their own.
 */
const DIACRITIC =
  /(?=\p{Mn})(?![\u3099\u309a])[\p{Script=Inherited}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Arabic}]/gu
/** Soft hyphens, invisible spaces and joints, the Arabic stretch: words are the same without them. */
const INVISIBLE = /[\u00ad\u0640\u200b\u200c\u2060\ufeff]/g

const SAME: Readonly<Record<string, string>> = { ς: 'σ', '’': "'", '‘': "'", ʼ: "'", '„': '"', '“': '"', '”': '"' }

/** In a table of code units: not known yet; nothing at all; more than one code unit. */
const UNKNOWN = -1
const NOTHING = -2
const SEVERAL = -3

interface Table {
  readonly units: Int32Array
  readonly several: Map<number, string>
}

const newTable = (): Table => ({ units: new Int32Array(0x10000).fill(UNKNOWN), several: new Map() })
/** Filled as letters are met. */
const TABLES = { exact: newTable(), anyCase: newTable() }

function foldUnit(unit: number, matchCase: boolean): string {
  const letter = String.fromCharCode(unit)
  // what ends a line is no space between words
  if (letter !== '\n' && letter !== '\r' && /\s/u.test(letter)) return ' '
  const decomposed = letter.normalize('NFD')
  const cased = matchCase ? decomposed : decomposed.toLowerCase()
  const folded = cased.replace(DIACRITIC, '').replace(INVISIBLE, '')
  return SAME[folded] ?? folded
}

function learn(table: Table, unit: number, matchCase: boolean): number {
  const folded = foldUnit(unit, matchCase)
  const value = folded.length === 1 ? folded.charCodeAt(0) : folded === '' ? NOTHING : SEVERAL
  if (value === SEVERAL) table.several.set(unit, folded)
  table.units[unit] = value
  return value
}

// halves of surrogate pairs that stand alone become U+FFFD, one for one
const utf16 = new TextDecoder('utf-16le', { ignoreBOM: true })

/** Folds a text; line feeds stay. Takes a few milliseconds for a million code units. */
export function foldText(text: string, matchCase: boolean): FoldedText {
  const table = matchCase ? TABLES.exact : TABLES.anyCase
  const { units: known, several } = table
  // no code unit folds into more than three: a Hangul syllable
  let units = new Uint16Array(text.length + 4)
  let origins = new Uint32Array(text.length + 4)
  let length = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    let value = known[unit]!
    if (value === UNKNOWN) value = learn(table, unit, matchCase)
    if (value >= 0) {
      units[length] = value
      origins[length++] = at
    } else if (value === SEVERAL) {
      const letters = several.get(unit)!
      for (let letter = 0; letter < letters.length; letter++) {
        units[length] = letters.charCodeAt(letter)
        origins[length++] = at
      }
    }
    if (length + text.length - at >= units.length) {
      units = enlarged(units, Uint16Array)
      origins = enlarged(origins, Uint32Array)
    }
  }
  origins[length] = text.length
  return { text: utf16.decode(units.subarray(0, length)), origins: origins.subarray(0, length + 1) }
}

function enlarged<T extends Uint16Array | Uint32Array>(array: T, type: new (length: number) => T): T {
  const larger = new type(array.length * 2 + 4)
  larger.set(array)
  return larger
}
