import { LARGEST_RECORD_CHARACTERS } from './rows'

export interface Element {
  /** Where it begins; from 1. */
  readonly line: number
  /** Its own JSON, or not JSON at all; null if it is too long to be held. */
  readonly json: string | null
}

const QUOTE = 0x22
const COMMA = 0x2c
const BACKSLASH = 0x5c
const LINE_FEED = 0x0a
const OPENING = new Set([0x5b, 0x7b])
const CLOSING = new Set([0x5d, 0x7d])
const OPEN_LIST = 0x5b
const isSpace = (code: number) => code === 0x20 || (code >= 0x09 && code <= 0x0d) || code === 0xfeff

/**
 * The elements of a JSON list of any length, or objects one after another, each as a text for the parser: one that is
 * no JSON does not end the others. Only brackets and strings are followed here. An object that holds nothing but one
 * list of objects stands for that list.
 */
export async function* elementsOf(pieces: AsyncIterable<string>): AsyncIterable<Element> {
  const splitter = new Splitter()
  for await (const piece of pieces) yield* splitter.split(piece)
  yield* splitter.end()
}

class Splitter {
  #line = 1
  #startLine = 0
  #parts: string[] = []
  #length = 0
  #isIn = false
  #isInString = false
  #isEscaped = false
  #depth = 0
  /** The depth that elements stand at: 1 inside a list, 0 without one, -1 before the first character. */
  #base = -1

  #followString(code: number): void {
    if (this.#isEscaped) this.#isEscaped = false
    else if (code === BACKSLASH) this.#isEscaped = true
    else if (code === QUOTE) this.#isInString = false
  }

  *split(piece: string): Iterable<Element> {
    let from = 0
    for (let at = 0; at < piece.length; at++) {
      const code = piece.charCodeAt(at)
      if (code === LINE_FEED) this.#line++
      if (this.#isInString) {
        this.#followString(code)
        continue
      }
      if (isSpace(code)) continue
      if (this.#base < 0) {
        this.#base = code === OPEN_LIST ? 1 : 0
        if (code === OPEN_LIST) {
          this.#depth = 1
          continue
        }
      }
      const isOutside = this.#depth <= this.#base
      if (isOutside && (code === COMMA || CLOSING.has(code))) {
        yield* this.#cut(piece.slice(from, at))
        if (code !== COMMA) this.#depth = this.#base = 0
        continue
      }
      if (!this.#isIn) {
        this.#isIn = true
        this.#startLine = this.#line
        from = at
      }
      if (code === QUOTE) this.#isInString = true
      else if (OPENING.has(code)) this.#depth++
      else if (CLOSING.has(code) && --this.#depth === this.#base) yield* this.#cut(piece.slice(from, at + 1))
    }
    if (this.#isIn) this.#keep(piece.slice(from))
  }

  /** What is left when the text ends; where its list does not, something that is no JSON. */
  *end(): Iterable<Element> {
    const isUnclosed = this.#base === 1 && !this.#isIn
    yield* this.#cut('')
    if (isUnclosed) yield { line: this.#line, json: '' }
  }

  #keep(part: string): void {
    this.#length += part.length
    if (this.#length > LARGEST_RECORD_CHARACTERS) this.#parts = []
    else this.#parts.push(part)
  }

  *#cut(last: string): Iterable<Element> {
    if (!this.#isIn) return
    this.#keep(last)
    const json = this.#length > LARGEST_RECORD_CHARACTERS ? null : this.#parts.join('')
    this.#parts = []
    this.#length = 0
    this.#isIn = false
    const element = { line: this.#startLine, json }
    if (this.#base === 0) yield* unwrapped(element)
    else yield element
  }
}

const WRAPPED = /^\{\s*"(?:[^"\\]|\\.)*"\s*:\s*(?=\[\s*\{)/

function* unwrapped(element: Element): Iterable<Element> {
  const before = element.json === null ? undefined : WRAPPED.exec(element.json)?.[0]
  if (before === undefined || !isOneList(element.json!)) {
    yield element
    return
  }
  const linesBefore = element.line + before.split('\n').length - 2
  const list = element.json!.slice(before.length, element.json!.lastIndexOf(']') + 1)
  for (const { line, json } of new Splitter().split(list)) yield { line: line + linesBefore, json }
}

function isOneList(json: string): boolean {
  try {
    const [list, ...others] = Object.values(JSON.parse(json))
    return others.length === 0 && Array.isArray(list) && list.every((one) => typeof one === 'object' && one !== null)
  } catch {
    return false
  }
}
