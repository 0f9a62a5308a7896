import { createHash } from 'node:crypto'
import { type ConllText, DOCUMENT_START, OUTSIDE } from '../../../shared/domain/conll'
import { found } from '../metadata'
import { headText } from '../readers/head-text'
import { linesOf } from '../readers/lines'
import { openText, type TextStream } from '../readers/text-stream'
import type { AnnotatedReader } from './annotated-reader'
import { type PlacedTokens, textOfTokens, tokensIn } from './conll/place-tokens'
import { type TokenBlock, tokenBlocks } from './conll/read-lines'
import { isTag, spansOfTags } from './conll/tags'
import { openTexts } from './conll/texts-beside'
import { draftSpan } from './finding/draft-text'
import type { FoundText, FoundTrouble } from './found-text'

const ENDS = ['.conll', '.iob', '.iob2', '.bio', '.bioes', '.bilou']

/** Files of tokens with a tag each; articles are parted by lines `-DOCSTART-`. */
export const conllReader: AnnotatedReader = {
  format: 'conll',
  extensions: ENDS,
  // its offsets are made while its text is
  unit: 'utf16',
  recognises: (head, name) => {
    const text = headText(head.subarray(0, SAMPLE_BYTES))
    if (text.startsWith(DOCUMENT_START)) return true
    return ENDS.some((end) => name.toLowerCase().endsWith(end)) || isTagged(text, head.length <= SAMPLE_BYTES)
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
        yield* foundIn(block, said ?? textOfTokens(block), opened, known === null ? null : beside)
      }
    } finally {
      await texts?.return(undefined)
    }
  },
}

/** Every file is looked at, so that little of it is. */
const SAMPLE_BYTES = 4096
const FEWEST_LINES = 3

/** Whether all lines of a sample are of words and tags, with one span at least. Of other texts, the first line tells. */
function isTagged(sample: string, isAll: boolean): boolean {
  let columns = 0
  let lines = 0
  let hasSpan = false
  for (let from = 0, end: number; from < sample.length; from = end + 1) {
    end = sample.indexOf('\n', from)
    // the last line may be cut off
    if (end < 0 && !isAll) break
    if (end < 0) end = sample.length
    const line = sample.slice(from, end).trim()
    if (line === '' || line.startsWith('# ')) continue
    const cells = line.split(/[\t ]+/, 11)
    const tag = cells.at(-1)!
    columns ||= cells.length
    if (cells.length < 2 || cells.length > 10 || cells.length !== columns || !isTag(tag)) return false
    hasSpan ||= tag !== OUTSIDE
    lines++
  }
  return lines >= FEWEST_LINES && hasSpan
}

/** The sentences that the file itself quotes. */
const saidText = (block: TokenBlock): PlacedTokens | null =>
  block.texts.length === 0 ? null : tokensIn(block.texts.join('\n'), block)

function* foundIn(
  block: TokenBlock,
  { text, places }: PlacedTokens,
  opened: TextStream,
  beside: ConllText | null,
): Generator<FoundText | FoundTrouble> {
  const { spans, repaired } = spansOfTags(block.tokens)
  yield {
    kind: 'text',
    part: `:${block.line}`,
    text,
    decoded: opened,
    sha256: createHash('sha256').update(text, 'utf8').digest('hex'),
    declared: found({ title: beside?.title || null, extra: block.id === null ? {} : { id: block.id } }),
    own: beside === null || beside.id === '' ? null : { ...NO_FACTS, uid: beside.id },
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

/** The file of texts knows its article and its title, and no more. */
const NO_FACTS = { status: null, source: null, fields: {}, isPartial: true } as const

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
