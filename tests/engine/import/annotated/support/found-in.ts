import type { AnnotatedReader } from '../../../../../src/engine/import/annotated/annotated-reader'
import { annotatedReader } from '../../../../../src/engine/import/annotated/placing/annotated-records'
import { PART_JOINT } from '../../../../../src/shared/domain/annotations/annotations'
import { inputOf, problemsIn, readOptions, recordsIn } from '../../readers/read-parts'

/** What comes in of a file’s content once its places are understood: `LABEL words`, `a TYPE b`, and what is told by place. */
export async function cameIn(reader: AnnotatedReader, content: string, name = 'file.jsonl') {
  const parts = []
  for await (const part of annotatedReader(reader).read(inputOf(content, name, 1000), readOptions())) parts.push(part)
  const articles = recordsIn(parts).map(({ part, text, declared, annotations }) => {
    const words = new Map(
      annotations!.spans.map(({ id, parts }) => [
        id,
        parts.map(([start, end]) => text.slice(start, end)).join(PART_JOINT),
      ]),
    )
    return {
      part,
      text,
      declared,
      annotations: annotations!,
      spans: annotations!.spans.map(({ id, label }) => `${label} ${words.get(id)}`),
      relations: annotations!.relations.map(({ from, to, type }) => `${words.get(from)} ${type} ${words.get(to)}`),
    }
  })
  return { articles, told: problemsIn(parts), parts }
}

export const linesOf = (...records: readonly unknown[]): string =>
  records.map((record) => `${typeof record === 'string' ? record : JSON.stringify(record)}\n`).join('')

export const recognises = (reader: AnnotatedReader, content: string): boolean =>
  reader.recognises(Buffer.from(content), 'file')
