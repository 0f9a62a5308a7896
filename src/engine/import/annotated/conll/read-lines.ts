import { DOCUMENT_START } from '../../../../shared/domain/conll'
import type { Line } from '../../readers/lines'
import type { FoundTrouble } from '../found-text'
import { isTag, type Tagged } from './tags'

export interface TokenLine extends Tagged {
  readonly words: string
}

/** The tokens of one article. */
export interface TokenBlock {
  readonly line: number
  readonly tokens: readonly TokenLine[]
  /** What the file itself calls it, as CoNLL-U does: `# newdoc id = weblog-7`. */
  readonly id: string | null
  /** What the file itself says the sentences are, as CoNLL-U does. */
  readonly texts: readonly string[]
}

/** A file without marks between articles is one, up to so many characters of words. */
const LONGEST = 100_000
/** With marks, an article may be as long as that; longer ones are divided, so that a file with one mark at its top is never held whole. */
const LONGEST_MARKED = 20_000_000
/** See https://universaldependencies.org/format.html#paragraph-and-document-boundaries */
const TEXT = /^#\s*text\s*=\s*(.*)$/
const NEW_DOCUMENT = /^#\s*newdoc\b(?:\s+id\s*=\s*(.*?)\s*$)?/

/** Articles of tokens, one at a time. Columns are parted by tabs, or else by spaces: the first is the word, the last the tag. */
export async function* tokenBlocks(lines: AsyncIterable<Line>): AsyncIterable<TokenBlock | FoundTrouble> {
  let block = new Block(1, null)
  let isDivided = false
  let longest = LONGEST
  for await (const { number, text } of lines) {
    const line = (text ?? '').replace(/\r$/, '')
    const isEmpty = line.trim() === ''
    const newDocument = NEW_DOCUMENT.exec(line)
    const start = line.startsWith(DOCUMENT_START) || newDocument !== null
    if (start || (isEmpty && block.length > longest)) {
      if (block.tokens.length > 0) yield block
      if (!start && !isDivided) yield divided(number)
      isDivided ||= !start
      block = new Block(number, newDocument?.[1] || null)
      if (start) longest = LONGEST_MARKED
    } else if (isEmpty) block.endSentence()
    else {
      const trouble = block.add(line, number)
      if (trouble !== null) yield trouble
    }
  }
  if (block.tokens.length > 0) yield block
}

class Block implements TokenBlock {
  readonly line: number
  readonly tokens: TokenLine[] = []
  readonly texts: string[] = []
  length = 0
  #isFirst = true
  #separator: RegExp | null = null
  /** Of the last token, where the file numbers them. */
  #number = 0

  readonly id: string | null

  constructor(line: number, id: string | null) {
    this.line = line
    this.id = id
  }

  endSentence(): void {
    this.#isFirst = true
  }

  add(line: string, number: number): FoundTrouble | null {
    this.#separator ??= line.includes('\t') ? /\t/ : /[\t ]+/
    const cells = line.trimEnd().split(this.#separator)
    const tag = cells.at(-1)!.trim()
    if (line.startsWith('#') && (cells.length < 2 || !isTag(tag))) {
      const said = TEXT.exec(line)?.[1]
      if (said !== undefined) this.texts.push(said)
      return null
    }
    const words = this.#words(cells)
    if (cells.length < 2 || !isTag(tag) || words === '') return badLine(line, number)
    this.tokens.push({ words, tag, line: number, isFirst: this.#isFirst })
    this.length += words.length + 1
    this.#isFirst = false
    return null
  }

  /** In CoNLL-U, and such, words stand behind their number in the sentence; a one alone may be a word. */
  #words(cells: readonly string[]): string {
    const [first, second] = cells.map((cell) => cell.trim())
    if (this.#isFirst) this.#number = 0
    const last = this.tokens.at(-1)
    if (this.#number === 1 && first !== '2' && last !== undefined) this.tokens.splice(-1, 1, { ...last, words: '1' })
    const isNumber = cells.length > 2 && first === String(this.#number + 1) && (this.#number > 0 || this.#isFirst)
    this.#number = isNumber ? this.#number + 1 : 0
    return isNumber ? second! : first!
  }
}

const badLine = (line: string, number: number): FoundTrouble => ({
  kind: 'failure',
  part: `:${number}`,
  code: 'bad_record',
  message: `This line has no tag at its end, such as O or B-CLAIM: “${line.slice(0, 60)}”. Its words were left out.`,
})

const divided = (line: number): FoundTrouble => ({
  kind: 'warning',
  part: `:${line}`,
  code: 'text_divided',
  message:
    'The file does not say where this article ends, so that it was divided at the end of a sentence, here and further down. ' +
    `Put a line ${DOCUMENT_START} before each article.`,
})
