import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ExportedArticle } from '../../../src/engine/export/format'
import type { ExportFormatName } from '../../../src/shared/domain/interchange'
import { TestEngine } from '../support/test-engine'
import { anyArticle } from './support/any-article'

/** What a user names, and whether the format holds everything. */
const FORMATS: readonly (readonly [format: ExportFormatName, name: string])[] = [
  ['w3c', 'out.json'],
  ['cas-json', 'out'],
  ['xmi', 'out'],
]

const ENTITY = { id: '0193b000-0000-7000-8000-000000000001', name: 'Ana Ruiz', kind: 'person' }

/** Articles as lines of our own JSONL; each third from a file with other line endings, which count in its offsets. */
function lineOf({ record, spans, relations, fields }: ExportedArticle, n: number): string {
  const raw = (text: string): string => (n % 3 === 0 ? text.replaceAll('\n', '\r\n') : text)
  const uidOf = (id: string): string => `${n}-${id}`
  const at = (utf16: number): number => Array.from(raw(record.text.slice(0, utf16))).length
  return JSON.stringify({
    schema: 'dictum-jsonl/1',
    id: `0193c000-0000-7000-8000-${String(n).padStart(12, '0')}`,
    text: raw(record.text),
    offset_unit: 'codepoint',
    meta: {
      title: record.title,
      published_on: record.publishedOn,
      lang: record.lang,
      source: `news/${n}.txt`,
      sha256: '',
      status: 'done',
      note: record.note,
      ...record.said,
      extra: { author: 'Bo', pages: n },
      fields,
    },
    spans: spans.map(({ uid, label, utf16, words, attributes, annotator, origin, note }) => ({
      id: uidOf(uid),
      label,
      start: at(utf16[0]![0]),
      end: at(utf16.at(-1)![1]),
      text: words,
      parts: utf16.map(([start, end]) => [at(start), at(end)]),
      attributes: n % 4 === 0 ? { ...attributes, who: ENTITY.id } : attributes,
      entity: n % 5 === 0 ? ENTITY.id : null,
      annotator,
      origin,
      note,
    })),
    relations: relations.map(({ uid, type, from, to, attributes, annotator }) => {
      return { id: uidOf(uid), type, from: uidOf(from), to: uidOf(to), attributes, annotator }
    }),
    entities: [ENTITY],
  })
}

/** The files under a path by what is behind it. */
function filesUnder(path: string): Map<string, string> {
  if (!statSync(path).isDirectory()) return new Map([['', readFileSync(path, 'utf8')]])
  const names = (readdirSync(path, { recursive: true }) as string[]).sort()
  const files = names.filter((name) => statSync(join(path, name)).isFile())
  return new Map(files.map((name) => [name, readFileSync(join(path, name), 'utf8')]))
}

async function exported(engine: TestEngine, folder: string, [format, name]: (typeof FORMATS)[number]) {
  mkdirSync(engine.path(folder))
  const path = engine.path(join(folder, name))
  return { path, report: await engine.export(path, { format }), files: filesUnder(engine.path(folder)) }
}

describe.each(FORMATS)('%s', (...format) => {
  test('from a project to files to a new project to files: the same bytes', { timeout: 60_000 }, async () => {
    const engine = new TestEngine()
    await engine.create('first.dictum')
    const articles = fc.sample(anyArticle('codepoint'), { seed: 11, numRuns: 60 })
    await engine.import([engine.file('in.jsonl', `${articles.map(lineOf).join('\n')}\n`)])
    const first = await exported(engine, 'one', format)
    expect(first.report.spans).toBeGreaterThan(60)
    expect(first.report.relations).toBeGreaterThan(20)
    expect(first.report.refused).toEqual([])

    const other = new TestEngine({}, engine.folder)
    await other.create('second.dictum')
    const came = await other.import([first.path])
    expect(came.items.filter(({ outcome }) => outcome === 'failed')).toEqual([])
    expect(came).toMatchObject({ imported: first.report.articles, spans: first.report.spans })
    expect(came.relations).toBe(first.report.relations)
    const second = await exported(other, 'two', format)
    expect([...second.files.keys()]).toEqual([...first.files.keys()])
    for (const [name, content] of first.files) expect(second.files.get(name)).toBe(content)
    expect(second.report.lost).toEqual(first.report.lost)
  })
})
