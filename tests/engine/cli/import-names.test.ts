import { describe, expect, test } from 'vitest'
import { dictumLines } from '../import/annotated/support/dictum-lines'
import { dictum, dictumJson } from '../support/dictum'
import { TestEngine } from '../support/test-engine'

const TEXT = 'Ana Ruiz said on 3 May that the port stays open.'
const LINES = dictumLines({
  text: TEXT,
  spans: [
    { id: '1', label: 'PER', words: 'Ana Ruiz', attributes: { gender: 'f' } },
    { id: '2', label: 'claim', words: 'the port stays open' },
  ],
  relations: [{ id: '3', type: 'SAID_BY', from: '2', to: '1', attributes: {} }],
})

async function workplace() {
  const engine = new TestEngine()
  const project = engine.path('p.dictum')
  await dictum('new', project)
  return { engine, project, json: dictumJson, lines: engine.file('in.jsonl', LINES) }
}

describe('a map of names', () => {
  test('whose names no file has, or the project does not have yet, is told, with what may be meant', async () => {
    const { engine, project, json, lines } = await workplace()
    const map = engine.file(
      'map.json',
      JSON.stringify({
        labels: { PRE: 'SPEAKER', PER: 'SPEKAER', ORG: null },
        attributes: { PER: { gendre: 'sex', gender: { options: { m: 'male' } } } },
        relations: { SAID_BY: 'said_by' },
        fields: { rubric: 'section' },
      }),
    )
    const expected = [
      ['unused_name', 'label', 'PRE', 'PER'],
      ['unused_name', 'label', 'ORG', null],
      ['unused_name', 'attribute', 'gendre', 'gender'],
      ['unused_name', 'option', 'm', 'f'],
      ['unused_name', 'field', 'rubric', null],
      ['new_target', 'label', 'PER', 'SPEAKER'],
    ]
    const told = (warnings: readonly Record<string, unknown>[]) =>
      warnings.map(({ code, kind, name, similar }) => [code, kind, name, similar])
    const look = await json('import', project, lines, '--label-map', map, '--dry-run')
    expect(told(look.map_warnings)).toEqual(expected)
    const { out } = await dictum('import', project, lines, '--label-map', map)
    expect(out).toContain(
      'The map names the label “PRE”, which is in none of the files. Is “PER” meant? [unused_name]\n',
    )
    expect(out).toContain(
      'The map turns “PER” into “SPEKAER”, a label that the project does not have: it is added. Is “SPEAKER” meant? [new_target]\n',
    )
    expect(out).toContain('The map names the attribute “gendre” of “PER”, which is in none of the files.')
  })

  test('that fits says nothing; in short it names labels and links at once', async () => {
    const { project, json, lines } = await workplace()
    const report = await json('import', project, lines, '--map-labels', 'PER=SPEAKER,SAID_BY=said_by')
    expect(report).toMatchObject({ status: 0, spans: 2, relations: 1 })
    expect(report).not.toHaveProperty('map_warnings')
    const again = await json('import', project, lines, '--map-labels', 'PRE=SPEAKER')
    expect(again.map_warnings).toHaveLength(1)
  })

  test('with a key that is not known says which is meant', async () => {
    const { engine, project, lines } = await workplace()
    const map = engine.file('map.json', '\ufeff{"lables":{"PER":"SPEAKER"}}')
    const { status, err } = await dictum('import', project, lines, '--label-map', map)
    expect([status, err]).toEqual([2, expect.stringContaining('“lables” is not known there; is “labels” meant?')])
  })
})

test('what is printed as JSON has one style of keys', async () => {
  const { engine, project, json, lines } = await workplace()
  engine.file('in/other.xyz', '')
  engine.file('in/a.jsonl', `${LINES}no\n`)
  const look = await json('import', project, engine.path('in'), '--dry-run', '--map-labels', 'PER=-')
  const report = await json('import', project, engine.path('in'), '--map-labels', 'PER=-')
  expect(report).toMatchObject({ status: 1, left_out: 2, failed_inside: 1, passed_over: 1 })
  const again = await json('import', project, lines)
  expect(again).toMatchObject({ duplicates: 1, annotations_there: 1 })
  const keys = [look, report, again].flatMap((answer) => Object.keys(answer))
  expect(keys.filter((key) => !/^[a-z]+(?:_[a-z]+)*$/.test(key))).toEqual([])
})

describe('a look at annotations whose texts are elsewhere', () => {
  const annotation = (id: string, exact: string, source: string, start = TEXT.indexOf(exact)) => ({
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id,
    type: 'Annotation',
    body: { type: 'TextualBody', value: 'PLACE', purpose: 'tagging' },
    target: {
      source,
      selector: [
        { type: 'TextQuoteSelector', exact },
        { type: 'TextPositionSelector', start, end: start + exact.length },
      ],
    },
  })

  test('tells those that are nowhere, as the import does; finds those in the project and among the files', async () => {
    const { engine, project, json } = await workplace()
    const there = engine.file('there.txt', TEXT)
    await json('import', project, there)
    engine.file('in/a.txt', `${TEXT} Here.`)
    engine.file(
      'in/b.json',
      JSON.stringify([
        annotation('#1', 'port', 'there.txt'),
        annotation('#2', 'port', 'nowhere.txt'),
        annotation('#3', 'port', 'in/a.txt'),
      ]),
    )
    const look = await json('import', project, engine.path('in'), '--dry-run')
    const missing = (items: readonly { code: string; path: string }[]) =>
      items.filter(({ code }) => code === 'text_missing').map(({ path }) => path.slice(path.indexOf('b.json')))
    expect(missing(look.items)).toHaveLength(1)
    expect(look).toMatchObject({ status: 1, articles: 1, in_project: 1, annotated_there: 1, spans: 1, failed: 1 })
    const report = await json('import', project, engine.path('in'))
    expect(missing(report.items)).toEqual(missing(look.items))
    expect(report).toMatchObject({ status: 1, imported: 1, spans: 2, failed: 1 })
    expect(await json('check', project)).toMatchObject({ ok: true })
  })
})

test('labels that are words of the texts are not all added, and that is told', async () => {
  const { engine, project, json } = await workplace()
  const labels = (await json('stats', project)).by_label
  expect(Object.keys(labels)).not.toContain('word 1')
  const line = (n: number) => JSON.stringify({ text: `Text ${n}. ${TEXT}`, label: [[0, 4, `word ${n}`]] })
  const many = engine.file('many.jsonl', Array.from({ length: 1300 }, (_, n) => `${line(n)}\n`).join(''))
  const look = await json('import', project, many, '--dry-run')
  expect(look.names).toHaveLength(500)
  expect(look).toMatchObject({ spans: 1300, names_unlisted: 800 })
  const report = await json('import', project, many)
  expect(report).toMatchObject({ status: 1, imported: 1300, spans: 1000, failed: 300 })
  const told = report.items.filter(({ code }: { code: string }) => code === 'too_many_names')
  expect(told).toHaveLength(101)
  expect(told[0].message).toContain('this import has added 1,000 names of the kind already')
  expect(told.at(-1)).toMatchObject({ message: 'And 200 more like those listed.', more: 200 })
  expect(await json('check', project)).toMatchObject({ ok: true })
})

test('no unit is told where no span could be placed', async () => {
  const { engine, project, json } = await workplace()
  const wrong = engine.file('wrong.jsonl', JSON.stringify({ text: TEXT, label: [[400, 410, 'PLACE']] }))
  const look = await json('import', project, wrong, '--dry-run')
  expect(look).toMatchObject({ status: 1, spans: 0, failed: 1, offset_unit: null })
  expect(await json('import', project, wrong)).toMatchObject({ imported: 1, spans: 0, offset_unit: null })
})
