import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { prodigyFormat } from '../../../src/engine/export/prodigy'
import type { OffsetUnit } from '../../../src/shared/domain/text/offset-units'
import { HAS_PYTHON, python } from '../support/python'
import { tempFolder } from '../support/temp-folder'
import { anyArticle } from './support/any-article'
import { articleOf, placeOf, putFiles, writeArticles } from './support/written-and-read'

const TEXT = '😀 “Taxes will fall,” Ana Ruiz said on 3 May.'
const ARTICLE = articleOf(TEXT, [{ label: 'SPEAKER', at: [placeOf(TEXT, 'Ana Ruiz')] }])

test('a loader stands beside the file; where articles are divided, beside the first', async () => {
  expect(Object.keys((await writeArticles(prodigyFormat, [ARTICLE])).files)).toContain('out.load_dictum.py')
  const splits = ['train', 'test']
  const first = await writeArticles(prodigyFormat, [ARTICLE], { split: 'train', splits })
  expect(Object.keys(first.files)).toHaveLength(2)
  const second = await writeArticles(prodigyFormat, [ARTICLE], { split: 'test', splits })
  expect(Object.keys(second.files)).toEqual(['out.jsonl'])
})

describe.skipIf(!HAS_PYTHON)('load_dictum.py', () => {
  test.each<OffsetUnit>(['codepoint', 'utf16', 'utf8'])('reads and checks offsets in %s', async (unit) => {
    const articles = fc.sample(anyArticle(unit), { seed: 6, numRuns: 30 })
    const { files } = await writeArticles(prodigyFormat, articles, { unit })
    const folder = tempFolder()
    putFiles(folder, files)
    const { status, out, err } = python(folder, 'out.load_dictum.py', 'out.jsonl')
    expect(err).toBe('')
    expect(status).toBe(0)
    const parts = articles.reduce((sum, { spans }) => sum + spans.reduce((n, span) => n + span.parts.length, 0), 0)
    expect(out).toContain(`30 articles, ${parts} spans, all where they should be`)
  })

  test('the tokens and their spaces give the text again, as spaCy makes it', async () => {
    const articles = fc.sample(anyArticle('codepoint'), { seed: 7, numRuns: 30 })
    const { files } = await writeArticles(prodigyFormat, articles)
    const folder = tempFolder()
    putFiles(folder, { 'load_dictum.py': files['out.load_dictum.py']!, 'out.jsonl': files['out.jsonl']! })
    const code = `
from load_dictum import load, words_and_spaces
for record in load("out.jsonl"):
    made = "".join(word + " " * space for word, space in zip(*words_and_spaces(record)))
    assert made == record["text"], (made, record["text"])
print("alike")
`
    expect(python(folder, '-c', code)).toEqual({ status: 0, out: 'alike\n', err: '' })
  })

  test('tells what does not stand where it should', async () => {
    const { files } = await writeArticles(prodigyFormat, [ARTICLE])
    const folder = tempFolder()
    putFiles(folder, files)
    const path = join(folder, 'out.jsonl')
    writeFileSync(path, readFileSync(path, 'utf8').replace('Ana Ruiz said', 'Ana Ruiy said'))
    const { status, err } = python(folder, 'out.load_dictum.py', 'out.jsonl')
    expect(status).toBe(1)
    expect(err).toContain("out.jsonl:1: 'Ruiy' stands where 'Ruiz' should")
  })
})
