import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { DictumLine } from '../../../src/engine/export/dictum/line'
import { LOSSES } from '../../../src/shared/domain/interchange'
import { dictum } from '../support/dictum'
import { marker } from '../support/marking'
import { TestEngine } from '../support/test-engine'

const TEXT = '😀 Ana said that taxes fall on 3 May.'

/** A project with an article by Ana and Bogdan, and another one. */
async function workplace() {
  const engine = new TestEngine()
  const articleId = await engine.withArticle(TEXT)
  const { mark, link } = marker(engine, articleId, TEXT)
  const claim = await mark('taxes fall', 'claim')
  await link('said_by', claim, await mark('Ana', 'speaker'))
  await engine.ask('span.update', { uid: claim.uid, patch: { note: 'see there' } })
  await engine.ask('session.setAnnotator', { annotator: 'bogdan' })
  await mark('3 May', 'date')
  const other = await engine.import([engine.file('harbour.txt', 'Harbour news.')])
  await engine.ask('project.close', {})
  const out = engine.path('out.jsonl')
  const exported = async (...args: string[]) => {
    const { status, out: said, err } = await dictum('export', engine.path('p.dictum'), out, '--json', ...args)
    const lines: DictumLine[] =
      status === 2
        ? []
        : readFileSync(out, 'utf8')
            .split('\n')
            .slice(0, -1)
            .map((line) => JSON.parse(line))
    return { status, answer: JSON.parse(said), err, lines }
  }
  return { engine, out, exported, batch: other.batch, project: engine.path('p.dictum') }
}

test('answers with what was written, where, in which unit, and every loss', async () => {
  const { exported, out } = await workplace()
  const { status, answer } = await exported()
  expect(status).toBe(0)
  expect(answer).toEqual({
    articles: 2,
    spans: 3,
    relations: 1,
    files: [out],
    offset_unit: 'codepoint',
    lost: { ...Object.fromEntries(LOSSES.map((loss) => [loss, 0])), notes: 1 },
    refused: [],
  })
})

test('people are told each loss in words', async () => {
  const { engine, project } = await workplace()
  const { out } = await dictum('export', project, engine.path('o.jsonl'), '--labels', 'CLAIM', '--offsets', 'utf8')
  expect(out).toContain('Wrote 2 articles, 1 span and 0 relations to ')
  expect(out).toContain('Offsets are UTF-8 bytes.')
  expect(out).toContain('Left out: 1 relation.')
  expect(out).toContain('Left out: 1 note.')
})

test('an import that is not known is refused, and nothing is replaced by an export of nothing', async () => {
  const { exported, out, batch } = await workplace()
  await exported()
  const before = readFileSync(out, 'utf8')
  expect((await exported('--batch', `${batch},nope`)).answer.error.message).toContain('There is no import “nope”')
  expect((await exported('--batch', 'nope')).status).toBe(2)
  expect(readFileSync(out, 'utf8')).toBe(before)
})

test('chooses annotator, words, batch, unit and fields', async () => {
  const { exported, batch } = await workplace()
  const spansOf = ({ lines }: { lines: DictumLine[] }) => lines.flatMap(({ spans }) => spans.map(({ text }) => text))
  expect(spansOf(await exported('--annotator', 'bogdan'))).toEqual(['3 May'])
  expect((await exported('--query', 'harbour')).lines.map(({ text }) => text)).toEqual(['Harbour news.'])
  expect((await exported('--query', 'harb')).answer.articles).toBe(0)
  expect((await exported('--query', 'title:harbour')).answer.articles).toBe(1)
  expect((await exported('--batch', batch)).lines.map(({ text }) => text)).toEqual(['Harbour news.'])
  const { lines, answer } = await exported('--offsets', 'utf16', '--labels', 'SPEAKER')
  expect(answer.offset_unit).toBe('utf16')
  expect(lines.flatMap(({ spans }) => spans)[0]).toMatchObject({ start: 3, end: 6, text: 'Ana' })
})

test('options are kept under a name, and used again with others beside them', async () => {
  const { exported } = await workplace()
  await exported('--labels', 'SPEAKER', '--offsets', 'utf16', '--save-preset', 'mine')
  const again = await exported('--preset', 'mine')
  expect(again.answer).toMatchObject({ spans: 1, offset_unit: 'utf16' })
  expect((await exported('--preset', 'mine', '--offsets', 'utf8')).answer).toMatchObject({
    spans: 1,
    offset_unit: 'utf8',
  })
  const unknown = await exported('--preset', 'yours')
  expect(unknown).toMatchObject({ status: 2, answer: { error: { code: 'usage' } } })
  expect(unknown.err).toContain('There are: mine.')
})

test('what a preset chooses articles by stays where an import is named beside it, and the other way round', async () => {
  const { exported, batch } = await workplace()
  await exported('--query', 'taxes', '--save-preset', 'taxes')
  expect((await exported('--preset', 'taxes')).answer.articles).toBe(1)
  expect((await exported('--preset', 'taxes', '--batch', batch)).answer.articles).toBe(0)
  await exported('--batch', batch, '--save-preset', 'import')
  expect((await exported('--preset', 'import', '--query', 'taxes')).answer.articles).toBe(0)
  expect((await exported('--preset', 'import', '--query', 'harbour')).answer.articles).toBe(1)
})

test('what cannot be done is wrong usage, and nothing is written', async () => {
  const { engine, project } = await workplace()
  mkdirSync(engine.path('folder'))
  for (const [message, ...args] of [
    ['not a format', engine.path('o'), '--format', 'papyrus'],
    ['nothing that offsets count in', engine.path('o'), '--offsets', 'bytes'],
    ['cannot count in', engine.path('o'), '--format', 'xmi', '--offsets', 'utf8'],
    ['annotations by: ana, bogdan', engine.path('o'), '--annotator', 'carol'],
    ['no gold annotations yet', engine.path('o'), '--annotator', 'gold'],
    ['no field “colour”', engine.path('o'), '--fields', 'colour'],
    ['is a folder', engine.path('folder')],
    ['is the project itself', project],
    ['does not take an argument', engine.path('o'), '--no-text=yes'],
    ['--labels names nothing', engine.path('o'), '--labels', ','],
    ['--status names nothing', engine.path('o'), '--status', ' , '],
    ['--batch names nothing', engine.path('o'), '--batch', ','],
    ['--group-by names nothing', engine.path('o'), '--split', '80,20', '--group-by', ','],
    ['two or three numbers', engine.path('o'), '--split', '80,,20'],
    ['leave it out', engine.path('o'), '--split-by-date', '2025-01-01', '--seed', '7'],
    ['1 to 80 characters', engine.path('o'), '--save-preset', 'x'.repeat(81)],
  ] as const) {
    const { status, out, err } = await dictum('export', project, ...args)
    expect({ args, status, out }).toEqual({ args, status: 2, out: '' })
    expect(err).toContain(message)
  }
  expect(existsSync(engine.path('o'))).toBe(false)
  expect(await dictum('export', project, engine.path('no/o.jsonl'))).toMatchObject({ status: 3, out: '' })
})
