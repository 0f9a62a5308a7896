import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { TestEngine } from '../../support/test-engine'
import { type ZipEntry, zipOf } from '../../support/zip'

const TEXT = 'Taxes will fall, Ana Ruiz said.'

async function imported(entries: readonly ZipEntry[], before: Readonly<Record<string, string>> = {}) {
  const engine = new TestEngine()
  await engine.create()
  for (const [name, text] of Object.entries(before)) await engine.import([engine.file(name, text)])
  const report = await engine.import([engine.file('a.zip', zipOf(entries))])
  const told = report.items.map(({ path, code }) => `${path.slice(engine.folder.length + 1)} ${code}`)
  return { engine, report, told }
}

const XMI = `<?xml version="1.0"?>
<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmlns:my="http:///my.ecore" xmi:version="2.0">
<my:Mark xmi:id="2" sofa="1" begin="17" end="25" sure="true" weight="3"/>
<cas:Sofa xmi:id="1" sofaID="_InitialView" sofaString="${TEXT}"/>
</xmi:XMI>`
const TYPES = `<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier"><types><typeDescription><name>my.Mark</name>
<supertypeName>uima.tcas.Annotation</supertypeName><features>
<featureDescription><name>sure</name><rangeTypeName>uima.cas.Boolean</rangeTypeName></featureDescription>
<featureDescription><name>weight</name><rangeTypeName>uima.cas.Integer</rangeTypeName></featureDescription>
</features></typeDescription></types></typeSystemDescription>`

const valuesIn = async (engine: TestEngine) => {
  const { spans } = await engine.ask('article.open', { articleId: (await engine.articleIds())[0]! })
  return spans.map(({ words, attributes }) => [words, ...Object.values(attributes)])
}

describe('XMI', () => {
  test('with its types beside it, in the archive as in a folder', async () => {
    const { engine, told } = await imported([
      { name: 'x/a.xmi', data: XMI },
      { name: 'x/TypeSystem.xml', data: TYPES },
    ])
    expect(told).toEqual([])
    expect(await valuesIn(engine)).toEqual([['Ana Ruiz', true, 3]])
  })

  test('with types that are no XML: said with the line, and the texts come in', async () => {
    const { report } = await imported([
      { name: 'x/a.xmi', data: XMI },
      { name: 'x/TypeSystem.xml', data: TYPES.replace('<features>', '<description>R & D</description><features>') },
    ])
    expect(report).toMatchObject({ imported: 1, spans: 1 })
    expect(report.items).toMatchObject([{ outcome: 'warning', code: 'bad_type_system' }])
    expect(report.items[0]!.message).toContain('TypeSystem.xml:2 is no XML that can be read: an “&” stands there alone')
  })

  test('that is no XML itself: the file and the line', async () => {
    const { told } = await imported([{ name: 'x/a.xmi', data: XMI.replace('Ana Ruiz', 'Ana & Ruiz') }])
    expect(told).toEqual(['a.zip#x/a.xmi:4 bad_xml'])
  })
})

const quote = (source: string | null, exact = 'Ana Ruiz') => ({
  type: 'Annotation',
  id: `${source} ${exact}`,
  body: [{ purpose: 'tagging', value: 'SPEAKER' }],
  target: { ...(source === null ? {} : { source }), selector: { type: 'TextQuoteSelector', exact } },
})
const json = (...annotations: object[]) => JSON.stringify(annotations)

describe('Web Annotations', () => {
  test.each([
    ['by their source', 'x/n.json', 'texts/a.txt', 'x/texts/a.txt'],
    ['by their own name', 'x/n.json', null, 'x/n.txt'],
    ['by their own name, where the source is an address', 'x/n.w3c.json', 'https://example.org/1', 'x/n.txt'],
  ])('find the text that lies beside them in the archive: %s', async (_, name, source, text) => {
    const { engine, report } = await imported([
      { name, data: json(quote(source)) },
      { name: text, data: TEXT },
    ])
    expect(report).toMatchObject({ imported: 1, failed: 0, spans: 1 })
    expect(await valuesIn(engine)).toEqual([['Ana Ruiz']])
  })

  test('a page beside them is read as the text that it shows', async () => {
    const page = `<html><head><title>News</title></head><body><p>Taxes will <b>fall</b>, Ana Ruiz said.</p></body></html>`
    const { engine, report } = await imported([
      { name: 'n.json', data: json(quote(null)) },
      { name: 'n.html', data: page },
    ])
    expect(report).toMatchObject({ imported: 1, failed: 0, spans: 1 })
    expect(await valuesIn(engine)).toEqual([['Ana Ruiz']])
  })

  test('no file outside their folder', async () => {
    const { told } = await imported([
      { name: 'x/n.json', data: json(quote('../a.txt')) },
      { name: 'a.txt', data: TEXT },
    ])
    expect(told).toEqual(['a.zip#x/n.json#../a.txt text_missing'])
  })

  test('of an address that is not in the project: what to do is said, and helps', async () => {
    const { engine, report } = await imported([{ name: 'n.json', data: json(quote('https://example.org/1')) }])
    expect(report.items).toMatchObject([{ code: 'text_missing' }])
    expect(report.items[0]!.message).toContain('(https://example.org/1) is neither in the file nor in the project')
    expect(report.items[0]!.message).toContain('put it beside the file as n.txt')
    engine.file('n.txt', TEXT)
    const again = await engine.import([engine.file('n.json', json(quote('https://example.org/1')))])
    expect(again).toMatchObject({ imported: 1, spans: 1 })
    const { article } = await engine.ask('article.open', { articleId: (await engine.articleIds())[0]! })
    expect(article.url).toBe('https://example.org/1')
  })

  test('our own, with their texts: as from a folder, each text once and under its own name', async () => {
    const first = new TestEngine()
    await first.create()
    await first.import([first.file('one.txt', TEXT), first.file('two.txt', 'Another text.')])
    const { files } = await first.export(first.path('out.json'), { format: 'w3c' })
    const { engine, report } = await imported(
      files.map((file) => ({ name: file.slice(first.folder.length + 1), data: readFileSync(file) })),
    )
    expect(report).toMatchObject({ imported: 2, duplicates: 0, items: [] })
    const opened = []
    for (const articleId of await engine.articleIds()) opened.push(await engine.ask('article.open', { articleId }))
    expect(opened.map(({ article }) => article.source).sort()).toEqual(['one.txt', 'two.txt'])
  })
})

test('Label Studio’s configuration in the archive: a list of one choice stays a list', async () => {
  const choice = { from_name: 'kinds', to_name: 'text', type: 'choices', value: { start: 17, end: 25, choices: ['a'] } }
  const label = { from_name: 'label', to_name: 'text', type: 'labels', value: { start: 17, end: 25, labels: ['X'] } }
  const result = [
    { ...label, id: '1' },
    { ...choice, id: '1' },
  ]
  const tasks = JSON.stringify([{ data: { text: TEXT }, annotations: [{ result }] }])
  const config = '<View><Text name="text" value="$text"/><Choices name="kinds" toName="text" choice="multiple"/></View>'
  const { engine, told } = await imported([
    { name: 't.json', data: tasks },
    { name: 't.config.xml', data: config },
  ])
  expect(told).toEqual([])
  expect(await valuesIn(engine)).toEqual([['Ana Ruiz', [expect.any(String)]]])
})

test('brat’s configuration in the folder above: which values are names', async () => {
  const { engine, told } = await imported([
    { name: 'x/in/a.ann', data: 'T1\tX 17 25\tAna Ruiz\nA1\tgrade T1 3\n' },
    { name: 'x/in/a.txt', data: TEXT },
    { name: 'x/annotation.conf', data: '[attributes]\ngrade\tArg:<ENTITY>, Value:1|2|3\n' },
  ])
  expect(told).toEqual([])
  const { spans } = await engine.ask('article.open', { articleId: (await engine.articleIds())[0]! })
  expect(Object.values(spans[0]!.attributes)).not.toEqual([3])
})
