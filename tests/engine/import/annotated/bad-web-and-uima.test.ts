import { describe, expect, test } from 'vitest'
import { TestEngine } from '../../support/test-engine'

/** `😀` is at 6 and 7 in UTF-16. */
const TEXT = 'Taxes 😀 will fall, Ana Ruiz said.'

async function imported(files: Readonly<Record<string, string>>, name: string) {
  const engine = new TestEngine()
  await engine.create()
  for (const [one, text] of Object.entries(files)) engine.file(one, text)
  const report = await engine.import([engine.path(name)])
  const told = report.items.map(({ path, code }) => `${path.slice(engine.folder.length + 1)} ${code}`)
  return { report, told }
}

const BAD = [
  ['past the end', 9, 99, 'offset_past_end'],
  ['inside a character', 7, 10, 'offset_in_character'],
  ['reversed', 5, 0, 'offset_reversed'],
  ['negative', -3, 5, 'offset_negative'],
] as const

describe('offsets that lead nowhere: the span is named, and the others come in', () => {
  test.each(BAD)('CAS JSON: %s', async (_, begin, end, code) => {
    const span = (id: number, from: number, to: number) => ({
      '%ID': id,
      '%TYPE': 'my.Mark',
      '@sofa': 1,
      begin: from,
      end: to,
    })
    const sofa = { '%ID': 1, '%TYPE': 'uima.cas.Sofa', sofaID: '_InitialView', sofaString: TEXT }
    const relation = { '%ID': 4, '%TYPE': 'my.Tie', '@sofa': 1, begin: 0, end: 5, '@Governor': 2, '@Dependent': 3 }
    const structures = [sofa, span(2, 0, 5), span(3, begin, end), relation, { ...relation, '%ID': 5, '@Dependent': 77 }]
    const json = JSON.stringify({ '%TYPES': {}, '%FEATURE_STRUCTURES': structures, '%VIEWS': {} })
    const { report, told } = await imported({ 'a.json': json }, 'a.json')
    expect(report).toMatchObject({ imported: 1, spans: 1, relations: 0, offset_unit: 'utf16' })
    expect(told).toEqual([`a.json#3 ${code}`, 'a.json#4 missing_span', 'a.json#5 missing_span'])
  })

  test.each(BAD)('XMI: %s', async (_, begin, end, code) => {
    const xmi = `<?xml version="1.0"?>
<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmlns:my="http:///my.ecore" xmi:version="2.0">
<my:Mark xmi:id="2" sofa="1" begin="0" end="5"/>
<my:Mark xmi:id="3" sofa="1" begin="${begin}" end="${end}"/>
<my:Mark xmi:id="4" sofa="1" begin="x" end="5"/>
<cas:Sofa xmi:id="1" sofaID="_InitialView" sofaString="${TEXT}"/>
</xmi:XMI>`
    const { report, told } = await imported({ 'a.xmi': xmi }, 'a.xmi')
    expect(report).toMatchObject({ imported: 1, spans: 1 })
    expect(told).toEqual([`a.xmi:4 ${code}`, 'a.xmi:5 offset_no_number'])
  })

  test.each(BAD)('Web Annotation: %s', async (_, start, end, code) => {
    const annotation = (id: string, from: number, to: number, exact: string) => ({
      type: 'Annotation',
      id,
      target: {
        selector: [
          { type: 'TextPositionSelector', start: from, end: to },
          { type: 'TextQuoteSelector', exact },
        ],
      },
    })
    const all = [
      annotation('1', 9, 18, 'will fall'),
      annotation('2', start, end, 'nowhere'),
      annotation('3', 0, 5, 'other'),
    ]
    const json = `[\n${all.map((one) => JSON.stringify(one)).join(',\n')}\n]`
    const { report, told } = await imported({ 'a.json': json, 'a.txt': TEXT }, 'a.json')
    expect(report).toMatchObject({ imported: 1, spans: 1, offset_unit: 'utf16' })
    expect(told).toEqual([`a.json:3 ${code}`, 'a.json:4 words_differ'])
  })
})

test('quotations of two programs, one in code points and one in UTF-16, each in its text', async () => {
  const annotation = (source: string, start: number, end: number) => ({
    type: 'Annotation',
    id: source,
    target: {
      source,
      selector: [
        { type: 'TextPositionSelector', start, end },
        { type: 'TextQuoteSelector', exact: 'Ana Ruiz' },
      ],
    },
  })
  const all = [annotation('a.txt', 19, 27), annotation('b.txt', 20, 28)]
  const { report } = await imported({ 'n.json': JSON.stringify(all), 'a.txt': TEXT, 'b.txt': `${TEXT}!` }, 'n.json')
  expect(report).toMatchObject({ imported: 2, spans: 2, failed: 0, offset_unit: 'mixed' })
})
