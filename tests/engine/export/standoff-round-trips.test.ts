import { rmSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bratFormat } from '../../../src/engine/export/brat'
import { conllFormat } from '../../../src/engine/export/conll'
import { flatSpans } from '../../../src/engine/export/conll/flat-spans'
import type { ExportedArticle, ExportFormat } from '../../../src/engine/export/format'
import { webannoTsvFormat } from '../../../src/engine/export/webanno-tsv'
import type { AnnotatedReader } from '../../../src/engine/import/annotated/annotated-reader'
import { bratReader } from '../../../src/engine/import/annotated/brat'
import { conllReader } from '../../../src/engine/import/annotated/conll'
import type { FoundText } from '../../../src/engine/import/annotated/found-text'
import { webannoTsvReader } from '../../../src/engine/import/annotated/webanno-tsv'
import { tempFolder } from '../support/temp-folder'
import { anyMarkedText } from './support/any-marked-text'
import { articleOf, putFiles, readFound, told, writeArticles } from './support/written-and-read'

const SEED = Number(process.env.DICTUM_SEED ?? 7)

async function thereAndBack(format: ExportFormat, reader: AnnotatedReader, article: ExportedArticle, folder: string) {
  const { files } = await writeArticles(format, [article])
  putFiles(folder, files)
  const main = Object.keys(files).find((name) => name.endsWith(format.extension))!
  const { texts, troubles } = await readFound(reader, join(folder, main))
  for (const name of Object.keys(files)) rmSync(join(folder, name))
  return { texts, troubles }
}

const key = (parts: unknown, label: string): string => JSON.stringify([parts, label])

/** All that is annotated, by its place. */
function written({ spans, relations }: ExportedArticle) {
  const keys = new Map(spans.map(({ uid, parts, label }) => [uid, key(parts, label)]))
  return {
    spans: spans
      .map(({ label, parts, words, note, attributes }) => [key(parts, label), words, note, inOrder(attributes)])
      .sort(byKey),
    relations: relations
      .map(({ type, from, to, attributes }) => [type, keys.get(from), keys.get(to), inOrder(attributes)])
      .sort(byKey),
  }
}

function read({ spans, relations }: FoundText) {
  const keys = new Map(spans.map(({ id, parts, label }) => [id, key(parts, label)]))
  return {
    spans: spans
      .map(({ label, parts, words, note, attributes }) => [key(parts, label), words, note, inOrder(attributes)])
      .sort(byKey),
    relations: relations
      .map(({ type, from, to, attributes }) => [type, keys.get(from), keys.get(to), inOrder(attributes)])
      .sort(byKey),
  }
}

const inOrder = (values: object): unknown => Object.entries(values).sort(byKey)

const byKey = (a: unknown, b: unknown): number => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)

describe('what is written of any text is read as it was', () => {
  test.each([
    ['brat', bratFormat, bratReader, 'codepoint'],
    ['webanno-tsv', webannoTsvFormat, webannoTsvReader, 'utf16'],
  ] as const)('in %s', async (_, format, reader, unit) => {
    const folder = tempFolder()
    await fc.assert(
      fc.asyncProperty(anyMarkedText, async ({ text, spans, relations }) => {
        const article = articleOf(text, spans, { relations }, unit)
        const { texts, troubles } = await thereAndBack(format, reader, article, folder)
        expect(told(troubles)).toEqual([])
        expect(texts[0]!.text).toBe(text)
        expect(read(texts[0]!)).toEqual(written(article))
      }),
      { seed: SEED, numRuns: 300 },
    )
  })

  test('in CoNLL, but for what its tags cannot hold', async () => {
    const folder = tempFolder()
    await fc.assert(
      fc.asyncProperty(anyMarkedText, async ({ text, spans }) => {
        const article = articleOf(text, spans, {}, 'utf16')
        const { texts, troubles } = await thereAndBack(conllFormat, conllReader, article, folder)
        expect(told(troubles)).toEqual([])
        expect(texts[0]!.text).toBe(text)
        const flat = flatSpans(text, article.spans).spans.map(({ start, end, label }) => [label, [[start, end]]])
        expect(texts[0]!.spans.map(({ label, parts }) => [label, parts])).toEqual(flat)
      }),
      { seed: SEED, numRuns: 300 },
    )
  })
})
