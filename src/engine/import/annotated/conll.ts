import { createHash } from 'node:crypto'
import { DOCUMENT_START } from '../../../shared/domain/conll'
import { found, NOTHING_FOUND } from '../metadata'
import { headText } from '../readers/head-text'
import { linesOf } from '../readers/lines'
import { openText, type TextStream } from '../readers/text-stream'
import type { AnnotatedReader } from './annotated-reader'
import { type PlacedTokens, textOfTokens, tokensIn } from './conll/place-tokens'
import { type TokenBlock, tokenBlocks } from './conll/read-lines'
import { isTag, spansOfTags } from './conll/tags'
import { openTexts } from './conll/texts-beside'
import { draftSpan } from './draft-text'
import type { FoundText, FoundTrouble } from './found-text'

const ENDS = ['.conll', '.iob', '.iob2', '.bio', '.bioes', '.bilou']

/** Files of tokens with a tag each; articles are parted by lines `-DOCSTART-`. */
export const conllReader: AnnotatedReader = {
  format: 'conll',
  extensions: ENDS,
  // its offsets are made while its text is
  unit: 'utf16',
  recognises: (head, name) => {
    const text = headText(head)
    if (text.startsWith(DOCUMENT_START)) return true
    return ENDS.some((end) => name.toLowerCase().endsWith(end)) || isTagged(text.split('\n').slice(0, -1))
  },
  read: async function* (input, options) {
    const opened = await openText(input, options)
    const texts = await openTexts(input)
    let isTold = false
    try {
      for await (const block of tokenBlocks(linesOf(opened.pieces()))) {
        if ('kind' in block) {
          yield block
          continue
        }
        const beside = (await texts?.next())?.value ?? null
        const known = beside === null ? null : tokensIn(beside.text, block)
        const said = known ?? saidText(block)
        if (known === null && texts !== null) yield otherText(block)
        else if (said === null && !isTold) {
          isTold = true
          yield rebuilt(block)
        }
        const title = known === null ? null : (beside?.title ?? null)
        yield* foundIn(block, said ?? textOfTokens(block), opened, title)
      }
    } finally {
      await texts?.return(undefined)
    }
  },
}

const FEWEST_LINES = 3

/** Whether all lines of a head are of words and tags, with one span at least. */
function isTagged(lines: readonly string[]): boolean {
  const cells = lines
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('# '))
    .map((line) => line.split(/[\t ]+/))
  const tags = cells.map((line) => line.at(-1)!)
  const isTable = cells.every((line) => line.length > 1 && line.length <= 10 && line.length === cells[0]!.length)
  return cells.length >= FEWEST_LINES && isTable && tags.every(isTag) && tags.some((tag) => tag !== 'O')
}

/** The sentences that the file itself quotes. */
const saidText = (block: TokenBlock): PlacedTokens | null =>
  block.texts.length === 0 ? null : tokensIn(block.texts.join('\n'), block)

function* foundIn(
  block: TokenBlock,
  { text, places }: PlacedTokens,
  opened: TextStream,
  title: string | null,
): Generator<FoundText | FoundTrouble> {
  const { spans, repaired } = spansOfTags(block.tokens)
  yield {
    kind: 'text',
    part: `:${block.line}`,
    text,
    decoded: opened,
    sha256: createHash('sha256').update(text, 'utf8').digest('hex'),
    declared: title === null || title === '' ? NOTHING_FOUND : found({ title }),
    own: null,
    unit: 'utf16',
    spans: spans.map(({ first, end, label }, n) => {
      const [start, to] = [places[first]![0], places[end - 1]![1]]
      const place = `:${block.tokens[first]!.line}`
      return draftSpan({ id: `${n + 1}`, label, parts: [[start, to]], words: text.slice(start, to), place })
    }),
    relations: [],
    entities: [],
    quotes: [],
  }
  for (const { line, tag } of repaired) {
    const message = `${tag} goes on with a span that did not begin. It was taken as its beginning.`
    yield { kind: 'warning', part: `:${line}`, code: 'tag_repaired', message }
  }
}

const rebuilt = ({ line }: TokenBlock): FoundTrouble => ({
  kind: 'warning',
  part: `:${line}`,
  code: 'text_rebuilt',
  message:
    'The file holds words alone, so that the text was put together with a space between them, and a sentence a line.',
})

const otherText = ({ line }: TokenBlock): FoundTrouble => ({
  kind: 'warning',
  part: `:${line}`,
  code: 'words_differ',
  message:
    'The text that lies beside is not made of these words, so that one was put together with a space between them.',
})
