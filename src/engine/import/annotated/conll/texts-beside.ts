import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { type ConllText, TEXTS_SUFFIX } from '../../../../shared/domain/conll'
import { linesOf } from '../../readers/lines'
import type { Input } from '../../readers/reader'

/** The file of texts that lies beside one of tokens; null where there is none. */
export async function openTexts({
  path,
  name,
  beside: packed,
}: Input): Promise<AsyncGenerator<ConllText | null> | null> {
  if (path === null) {
    const bytes = (await packed?.(besideOf(name))) ?? null
    return bytes === null ? null : textsOf([Buffer.from(bytes).toString('utf8')])
  }
  const beside = typeof path === 'string' ? besideOf(path) : Buffer.from(besideOf(path.toString('latin1')), 'latin1')
  const isThere = await stat(beside).then(
    (found) => found.isFile(),
    () => false,
  )
  return isThere ? textsIn(beside) : null
}

const besideOf = (path: string): string => `${path.replace(/\.[^./\\]*$/, '')}.${TEXTS_SUFFIX}`

async function* textsIn(path: string | Buffer): AsyncGenerator<ConllText | null> {
  const stream = createReadStream(path, { encoding: 'utf8' })
  try {
    yield* textsOf(stream as AsyncIterable<string>)
  } finally {
    stream.destroy()
  }
}

/** One line after another; null for one that is no text. */
async function* textsOf(pieces: AsyncIterable<string> | Iterable<string>): AsyncGenerator<ConllText | null> {
  for await (const { text } of linesOf(pieces)) yield textIn(text)
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
