import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { type ConllText, TEXTS_SUFFIX } from '../../../../shared/domain/conll'
import { linesOf } from '../../readers/lines'
import type { Input } from '../../readers/reader'

/** The file of texts that lies beside one of tokens; null where there is none, as in an archive. */
export async function openTexts({ path }: Input): Promise<AsyncGenerator<ConllText | null> | null> {
  if (path === null) return null
  const beside = typeof path === 'string' ? besideOf(path) : Buffer.from(besideOf(path.toString('latin1')), 'latin1')
  const isThere = await stat(beside).then(
    (found) => found.isFile(),
    () => false,
  )
  return isThere ? textsIn(beside) : null
}

const besideOf = (path: string): string => `${path.replace(/\.[^./\\]*$/, '')}.${TEXTS_SUFFIX}`

/** One line after another; null for one that is no text. */
async function* textsIn(path: string | Buffer): AsyncGenerator<ConllText | null> {
  const stream = createReadStream(path, { encoding: 'utf8' })
  try {
    for await (const { text } of linesOf(stream as AsyncIterable<string>)) yield textIn(text)
  } finally {
    stream.destroy()
  }
}

function textIn(line: string | null): ConllText | null {
  try {
    const value = JSON.parse(line ?? '') as Partial<ConllText> | null
    if (typeof value?.text !== 'string') return null
    return { id: String(value.id ?? ''), title: String(value.title ?? ''), text: value.text }
  } catch {
    return null
  }
}
