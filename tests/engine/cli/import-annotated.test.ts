import { describe, expect, test } from 'vitest'
import { dictumLines } from '../import/annotated/support/dictum-lines'
import { dictum, dictumJson } from '../support/dictum'
import { TestEngine } from '../support/test-engine'

const TEXT = 'Ana Ruiz said on 3 May that the port stays open.'
const LINES = dictumLines({
  text: TEXT,
  spans: [
    { id: '1', label: 'PER', words: 'Ana Ruiz', attributes: { gender: 'f' } },
    { id: '2', label: 'MISC', words: '3 May' },
    { id: '3', label: 'place', words: 'port', attributes: { kinds: ['sea', 'free'] } },
    { id: '4', label: 'claim', words: 'the port stays open' },
  ],
  relations: [
    { id: '5', type: 'near', from: '1', to: '3', attributes: {} },
    { id: '6', type: 'SAID_BY', from: '4', to: '1', attributes: {} },
  ],
})

async function workplace() {
  const engine = new TestEngine()
  const project = engine.path('p.dictum')
  await dictum('new', project)
  return { engine, project, json: dictumJson, lines: engine.file('in.jsonl', LINES) }
}

describe('dictum import of annotated files', () => {
  test('says beforehand which names are known, new, mapped and left out', async () => {
    const { project, json, lines } = await workplace()
    const look = await json('import', project, lines, '--dry-run', '--map-labels', 'PER=SPEAKER,MISC=-')
    expect(look).toMatchObject({ status: 0, articles: 1, spans: 4, relations: 2, offset_unit: 'codepoint' })
    const name = (kind: string, name: string, becomes: string, as: string | null, rest = {}) => ({
      kind,
      label: null,
      attribute: null,
      name,
      count: 1,
      becomes,
      as,
      ...rest,
    })
    expect(look.names).toEqual([
      name('label', 'MISC', 'left_out', null, { example: '3 May' }),
      name('label', 'PER', 'known', 'SPEAKER', { example: 'Ana Ruiz' }),
      name('attribute', 'gender', 'new', 'gender', { label: 'PER', example: 'f' }),
      name('label', 'claim', 'known', 'CLAIM', { example: 'the port stays open' }),
      name('label', 'place', 'new', 'place', { example: 'port' }),
      name('attribute', 'kinds', 'new', 'kinds', { label: 'place', example: 'sea,free' }),
      name('option', 'free', 'new', 'free', { label: 'place', attribute: 'kinds', example: 'free' }),
      name('option', 'sea', 'new', 'sea', { label: 'place', attribute: 'kinds', example: 'sea' }),
      name('relation', 'SAID_BY', 'known', 'said_by', { example: '' }),
      name('relation', 'near', 'new', 'near', { example: '' }),
    ])
    expect(await json('stats', project)).toMatchObject({ articles: 0, spans: 0 })
    const { out } = await dictum('import', project, lines, '--dry-run', '--map-labels', 'PER=SPEAKER,MISC=-')
    expect(out).toContain('  label MISC (1) is left out\n')
    expect(out).toContain('  label claim (1) becomes CLAIM\n')
    expect(out).toContain('  attribute PER › gender (1) will be added as gender\n')
  })

  test('takes names as the options say, a file and in short, and as they said last', async () => {
    const { engine, project, json, lines } = await workplace()
    const map = engine.file(
      'map.json',
      JSON.stringify({ labels: { PER: 'SPEAKER', place: 'DATE' }, relations: { near: null } }),
    )
    const first = await json('import', project, lines, '--label-map', map, '--map-labels', 'place=PLACE,MISC=-')
    expect(first).toMatchObject({ status: 0, imported: 1, spans: 3, relations: 1, left_out: 2, items: [] })
    expect(await json('stats', project)).toMatchObject({ by_label: { CLAIM: 1, SPEAKER: 1, PLACE: 1 } })
    const next = engine.file('next.jsonl', LINES.replaceAll(TEXT, `${TEXT} Again.`))
    expect(await json('import', project, next, '--annotator', 'bo')).toMatchObject({ spans: 3, left_out: 2 })
    expect((await json('stats', project)).annotators).toContainEqual({ name: 'bo', spans: 3, relations: 1 })
    expect(await json('check', project)).toMatchObject({ status: 0, ok: true, findings: [] })
  })

  test('as suggestions annotates nothing', async () => {
    const { project, json, lines } = await workplace()
    const report = await json('import', project, lines, '--as', 'suggestions')
    expect(report).toMatchObject({ status: 0, imported: 1, spans: 0, relations: 0, suggestions: 4, warnings: 2 })
    expect(await json('stats', project)).toMatchObject({ spans: 0, relations: 0 })
    expect(await json('check', project)).toMatchObject({ ok: true })
  })

  test('a map that says nothing is refused with how to write it', async () => {
    const { engine, project, lines } = await workplace()
    const wrong = [
      ['--map-labels', 'PER'],
      ['--map-labels', 'PER=SPEAKER,PER=CLAIM'],
      ['--label-map', engine.file('no.json', 'no')],
      ['--label-map', engine.file('list.json', '{"labels":["PER"]}')],
      ['--label-map', engine.file('unknown.json', '{"label":{}}')],
      ['--label-map', engine.path('none.json')],
    ]
    for (const options of wrong) {
      const { status, err } = await dictum('import', project, lines, ...options)
      expect([status, err]).toEqual([2, expect.stringMatching(/PER|JSON|no map of labels|cannot be read/)])
    }
  })
})
