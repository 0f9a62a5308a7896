import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { DictumLine } from '../../../../src/engine/export/dictum/line'
import type { ExportFormatName } from '../../../../src/shared/domain/interchange'
import { TestEngine } from '../../support/test-engine'
import { lostOfFile } from './support/lost-of-file'

/** Files of other tools beside the checkout, which are not part of the project: as told, or in `../shared`. */
const SAMPLES = join(resolve(process.env.DICTUM_SHARED ?? '../shared'), 'samples')
const filesOf = (folder: string, end: string): string[] =>
  existsSync(join(SAMPLES, folder)) ? readdirSync(join(SAMPLES, folder)).filter((name) => name.endsWith(end)) : []

async function linesOf(engine: TestEngine): Promise<DictumLine[]> {
  await engine.export(engine.path('all.jsonl'))
  const lines = readFileSync(engine.path('all.jsonl'), 'utf8').trimEnd().split('\n')
  return lines.map((line) => JSON.parse(line) as DictumLine)
}

/** What is annotated, without ids. */
function held(lines: readonly DictumLine[]) {
  return lines
    .map(({ text, spans, relations }) => {
      const words = new Map(spans.map(({ id, label, start, end }) => [id, `${label} ${start} ${end}`]))
      return {
        text,
        spans: spans.map(({ label, parts, attributes }) => JSON.stringify([parts, label, attributes])).sort(),
        relations: relations
          .map(({ type, from, to }) => JSON.stringify([type, words.get(from as string), words.get(to as string)]))
          .sort(),
      }
    })
    .sort((a, b) => (a.text < b.text ? -1 : 1))
}

const FILES = [
  ...filesOf('brat', '.ann').map((name) => ['brat', name, 'brat'] as const),
  ...filesOf('inception', '.tsv').map((name) => ['inception', name, 'webanno-tsv'] as const),
  ...filesOf('doccano', '.conll').map((name) => ['doccano', name, 'conll'] as const),
]

describe.skipIf(FILES.length === 0)('files of other tools', () => {
  test.each(FILES)(
    '%s/%s comes in with its words, and goes out and in again as it is',
    async (folder, name, format) => {
      const engine = new TestEngine()
      await engine.create()
      const report = await engine.import([join(SAMPLES, folder, name)])
      expect(report).toMatchObject({ imported: 1 })
      expect(report.spans).toBeGreaterThan(0)
      const lines = await linesOf(engine)
      for (const { text, spans } of lines) {
        const characters = Array.from(text)
        for (const { start, end, text: words } of spans) expect(characters.slice(start, end).join('')).toBe(words)
      }

      const out = engine.path(format === 'conll' ? 'out.conll' : 'out')
      const exported = await engine.export(out, { format: format as ExportFormatName })
      expect(lostOfFile(exported.lost)).toEqual([])
      const second = new TestEngine()
      await second.create()
      expect(await second.import([out])).toMatchObject({ imported: 1, failed: 0, items: [] })
      expect(held(await linesOf(second))).toEqual(held(lines))
    },
  )
})
