import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { DictumLine } from '../../../../src/engine/export/dictum/line'
import type { ExportFormatName } from '../../../../src/shared/domain/interchange'
import { TestEngine } from '../../support/test-engine'
import { lostOfFile } from './support/lost-of-file'

/** Files of other tools beside the checkout, which are not part of the project: as told, or in `../shared`. */
const SAMPLES = join(resolve(process.env.DICTUM_SHARED ?? '../shared'), 'samples')
const isThere = existsSync(join(SAMPLES, 'cassis')) && existsSync(join(SAMPLES, 'recogito'))

async function opened(): Promise<TestEngine> {
  const engine = new TestEngine()
  await engine.create()
  return engine
}

async function linesOf(engine: TestEngine): Promise<DictumLine[]> {
  await engine.export(engine.path('all.jsonl'))
  const lines = readFileSync(engine.path('all.jsonl'), 'utf8').trimEnd().split('\n')
  return lines.map((line) => JSON.parse(line) as DictumLine)
}

const held = (lines: readonly DictumLine[]) =>
  lines.map(({ text, spans, relations }) => ({
    text,
    spans: spans.map(({ label, text: words, parts, attributes }) => ({ label, words, parts, attributes })),
    relations: relations.map(({ type }) => type),
  }))

/** Out and into a new project. */
async function again(engine: TestEngine, format: ExportFormatName, out: string): Promise<DictumLine[]> {
  const { lost } = await engine.export(engine.path(out), { format })
  expect(lostOfFile(lost)).toEqual([])
  const second = await opened()
  await second.import([engine.path(out)])
  return linesOf(second)
}

interface Sample {
  readonly target: object | readonly object[]
}
interface Place {
  readonly source?: string
  readonly selector?: readonly { readonly exact?: string; readonly start?: number; readonly end?: number }[]
}

/** A text in which each quotation stands at its place: the page itself is not at hand. */
function textFor(samples: readonly Sample[], source?: string): string {
  const signs: string[] = Array.from({ length: 2000 }, () => '.')
  for (const { target } of samples) {
    for (const place of [target].flat() as Place[]) {
      if (place.source !== source || place.selector === undefined) continue
      const [quote, position] = place.selector
      const { start, end } = position as { start: number; end: number }
      // white space of the page is not in the quotation
      const [first, ...rest] = quote!.exact!.split(' ')
      const gap = ' '.repeat(end - start - quote!.exact!.length)
      const words = rest.length === 0 ? `${first}${gap}` : `${first}${gap} ${rest.join(' ')}`
      signs.splice(start, end - start, ...words)
    }
  }
  return signs.join('')
}

describe.skipIf(!isThere)('files of other tools', () => {
  test.each(isThere ? readdirSync(join(SAMPLES, 'cassis')) : [])('cassis/%s', async (name) => {
    const engine = await opened()
    const report = await engine.import([join(SAMPLES, 'cassis', name)])
    expect(report).toMatchObject({ imported: 1, offset_unit: 'utf16', items: [] })
    const [line] = await linesOf(engine)
    const words = line!.spans.map(({ label, text }) => `${label}: ${text}`)
    expect(words).toEqual(line!.text.split(' ').map((word) => `Annotation: ${word}`))
    const format = name.endsWith('.xmi') ? 'xmi' : 'cas-json'
    expect(held(await again(engine, format, 'out'))).toEqual(held([line!]))
  })

  test('recogito: what is of a text in the project is added to it', async () => {
    const path = join(SAMPLES, 'recogito', 'annotations.w3c.json')
    const engine = await opened()
    expect((await engine.import([path])).items.map(({ code }) => code)).toEqual(['text_missing', 'text_missing'])
    const samples = JSON.parse(readFileSync(path, 'utf8')) as Sample[]
    const sources = ['https://www.gutenberg.org/files/1727/1727-h/1727-h.htm', 'https://www.gutenberg.org']
    const records = sources.map((url, n) => JSON.stringify({ url, title: `Title ${n}`, text: textFor(samples, url) }))
    await engine.import([engine.file('texts.jsonl', `${records.join('\n')}\n`)])
    const report = await engine.import([path])
    expect(report).toMatchObject({ failed: 0, spans: 5 })
    const lines = await linesOf(engine)
    expect(lines.flatMap(({ spans }) => spans.map(({ text }) => text.replace(/ +/g, ' '))).sort()).toEqual(
      samples.map(({ target }) => ([target].flat()[0] as Place).selector![0]!.exact!).sort(),
    )
    expect(held(await again(engine, 'w3c', 'out.json'))).toEqual(held(lines))
  })

  test('inception: the text lies beside', async () => {
    const json = readFileSync(join(SAMPLES, 'inception', 'annotations.w3c.json'), 'utf8')
    const engine = await opened()
    engine.file('a.txt', textFor(JSON.parse(json) as Sample[]))
    const report = await engine.import([engine.file('a.w3c.json', json)])
    expect(report).toMatchObject({ imported: 1, failed: 0, spans: 3, relations: 1 })
    const [line] = await linesOf(engine)
    expect(line!.spans.map(({ label, text, attributes }) => [label, text.trim(), attributes])).toEqual([
      ['A Tag', 'Troy', { tags: ['Another Tag'] }],
      ['Annotation', 'death in battle', {}],
      ['Annotation', 'Ithaca', {}],
    ])
    expect(line!.relations).toMatchObject([{ type: 'isRelatedTo', from: line!.spans[0]!.id, to: line!.spans[1]!.id }])
    expect(held(await again(engine, 'w3c', 'out.json'))).toEqual(held([line!]))
  })
})
