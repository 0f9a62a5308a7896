import { describe, expect, test } from 'vitest'
import { casJsonReader } from '../../../../src/engine/import/annotated/cas-json'
import { xmiReader } from '../../../../src/engine/import/annotated/xmi'
import { readFoundIn, wordsAt } from './support/read-found'

const TEXT = 'Taxes will fall, Ana Ruiz said.'
const sofa = { '%ID': 1, '%TYPE': 'uima.cas.Sofa', sofaNum: 1, sofaID: '_InitialView', sofaString: TEXT }

const readJson = (structures: unknown, types: unknown = {}) => {
  const json = JSON.stringify({ '%TYPES': types, '%FEATURE_STRUCTURES': structures, '%VIEWS': {} })
  return readFoundIn(casJsonReader, new Map([['a.json', json]]), 'a.json')
}

const ATTRIBUTES =
  'xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmlns:tcas="http:///uima/tcas.ecore" ' +
  'xmlns:my="http:///my/pack.ecore" xmi:version="2.0"'
const SOFA = `<cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" sofaString="${TEXT}"/>`
const xmi = (elements: string) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<xmi:XMI ${ATTRIBUTES}>\n${elements}\n</xmi:XMI>`
const readXmi = (text: string, beside: Record<string, string> = {}) =>
  readFoundIn(xmiReader, new Map([['a.xmi', text], ...Object.entries(beside)]), 'a.xmi')

const typeSystem = (features: Record<string, string>, supertype = 'uima.tcas.Annotation') =>
  `<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier"><types><typeDescription><name>my.pack.Mark</name>
  <description/><supertypeName>${supertype}</supertypeName><features>${Object.entries(features)
    .map(
      ([name, range]) =>
        `<featureDescription><name>${name}</name><description/><rangeTypeName>${range}</rangeTypeName></featureDescription>`,
    )
    .join('')}</features></typeDescription></types></typeSystemDescription>`

describe('CAS JSON of other programs', () => {
  test('labels are values, labels, identifiers, or the types themselves; other values are attributes', async () => {
    const mark = (id: number, more: object) => ({
      '%ID': id,
      '%TYPE': 'my.pack.Mark',
      '@sofa': 1,
      begin: 0,
      end: 5,
      ...more,
    })
    const { texts, troubles } = await readJson([
      sofa,
      mark(2, { value: 'TAX', confidence: 0.5, isSure: true, note: 'n' }),
      mark(3, { label: 'B', identifier: 'http://x/1' }),
      mark(4, { identifier: 'http://x/1', '#score': 'NaN' }),
      mark(5, {}),
    ])
    expect(troubles).toEqual([])
    expect(texts[0]!.spans.map(({ label, attributes }) => ({ label, ...attributes }))).toEqual([
      { label: 'TAX', confidence: 0.5, isSure: true, note: 'n' },
      { label: 'B', identifier: 'http://x/1' },
      { label: 'http://x/1', score: 'NaN' },
      { label: 'Mark' },
    ])
  })

  test('structures by their ids, offsets as anchors, lists apart', async () => {
    const { '%ID': _, ...first } = sofa
    const { texts } = await readJson({
      1: first,
      2: { '%TYPE': 'my.pack.Mark', '@sofa': 1, '^begin': 17, '^end': 25, '@roles': 3 },
      3: { '%TYPE': 'uima.cas.StringArray', '%ELEMENTS': ['a', null, 'b'] },
    })
    expect(texts[0]!.spans).toMatchObject([{ parts: [[17, 25]], attributes: { roles: ['a', 'b'] } }])
    expect(wordsAt(texts[0]!, texts[0]!.spans[0]!)).toBe('Ana Ruiz')
  })

  test('words, sentences and what is said of the document are no spans', async () => {
    const at = { '@sofa': 1, begin: 0, end: 5 }
    const { texts } = await readJson(
      [
        sofa,
        { '%ID': 2, '%TYPE': 'cassis.Token', ...at },
        { '%ID': 3, '%TYPE': 'de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Sentence', ...at },
        { '%ID': 4, '%TYPE': 'my.Document', ...at, language: 'ro' },
        { '%ID': 5, '%TYPE': 'my.Word', ...at },
        { '%ID': 6, '%TYPE': 'my.Dependency', ...at, '@Governor': 2, '@Dependent': 5 },
      ],
      {
        'my.Document': { '%SUPER_TYPE': 'uima.tcas.DocumentAnnotation' },
        'my.Word': { '%SUPER_TYPE': 'cassis.Token' },
      },
    )
    expect(texts[0]!.spans).toEqual([])
    expect(texts[0]!.declared.lang).toBe('ro')
  })

  test('references from one annotation to another are relations, by their feature or by the role of a slot', async () => {
    const at = (id: number, type: string, more: object = {}) => ({
      '%ID': id,
      '%TYPE': type,
      '@sofa': 1,
      begin: 0,
      end: 5,
      ...more,
    })
    const { texts } = await readJson([
      sofa,
      at(2, 'my.Link', { '@next': 3 }),
      at(3, 'my.Link'),
      at(4, 'my.Event', { '@arguments': 5 }),
      { '%ID': 5, '%TYPE': 'uima.cas.FSArray', '%ELEMENTS': [6] },
      { '%ID': 6, '%TYPE': 'my.Argument', role: 'agent', '@target': 3 },
      at(7, 'my.Relation', { '@Governor': 2, '@Dependent': 3, value: 'said_by', certainty: 'low' }),
      at(8, 'my.Relation', { '@Governor': 2, '@Dependent': 99 }),
    ])
    expect(texts[0]!.spans.map(({ id }) => id)).toEqual(['2', '3', '4'])
    expect(texts[0]!.relations).toMatchObject([
      { type: 'said_by', from: '2', to: '3', attributes: { certainty: 'low' } },
      { type: 'Relation', from: '2', to: '99' },
      { type: 'next', from: '2', to: '3' },
      { type: 'agent', from: '4', to: '3' },
    ])
  })

  test('the initial view is read, and others are told; a file without a text is refused', async () => {
    const other = { '%ID': 2, '%TYPE': 'uima.cas.Sofa', sofaID: 'plain', sofaString: 'Other' }
    const { texts, troubles } = await readJson([
      other,
      sofa,
      { '%ID': 3, '%TYPE': 'my.Mark', '@sofa': 2, begin: 0, end: 5 },
    ])
    expect(texts).toMatchObject([{ text: TEXT, spans: [] }])
    expect(troubles).toMatchObject([{ kind: 'warning', code: 'other_views' }])
    expect((await readJson([])).troubles).toMatchObject([{ kind: 'failure', code: 'text_missing' }])
  })

  test('an annotation of a text that is not in the file is told', async () => {
    const { texts, troubles } = await readJson([
      sofa,
      { '%ID': 2, '%TYPE': 'my.pack.Mark', '@sofa': 1, begin: 0, end: 5 },
      { '%ID': 3, '%TYPE': 'my.pack.Mark', '@sofa': 99, begin: 0, end: 5 },
    ])
    expect(texts[0]!.spans).toHaveLength(1)
    expect(troubles).toMatchObject([{ kind: 'failure', part: '3', code: 'text_missing' }])
  })

  test('an id that is there twice, a structure that is none, offsets that are none, and no JSON at all', async () => {
    const { texts, troubles } = await readJson([
      sofa,
      { '%ID': 2, '%TYPE': 'my.Mark', '@sofa': 1, begin: 'x', end: null },
      { '%ID': 2, '%TYPE': 'my.Mark', '@sofa': 1, begin: 0, end: 5 },
      { '%TYPE': 'my.Mark' },
      7,
    ])
    expect(texts[0]!.spans).toMatchObject([{ parts: [[Number.NaN, Number.NaN]] }])
    expect(troubles.map(({ part, code }) => [part, code])).toEqual([
      ['2', 'same_id'],
      ['', 'bad_record'],
      ['', 'bad_record'],
    ])
    const broken = await readFoundIn(casJsonReader, new Map([['a.json', '{"%TYPES": {}, "%FEATURE_']]), 'a.json')
    expect(broken).toMatchObject({ isRecognised: true, texts: [], troubles: [{ code: 'bad_record' }] })
  })
})

describe('XMI of other programs', () => {
  test('the type system beside it says what is a number, and what leads to another annotation', async () => {
    const marks =
      '<my:Mark xmi:id="2" sofa="1" begin="0" end="5" score="7" sure="true" other="3" code="3"/>' +
      '<my:Mark xmi:id="3" sofa="1" begin="17" end="25"><kinds>a b</kinds><kinds>c</kinds></my:Mark>'
    const ranges = {
      score: 'uima.cas.Integer',
      sure: 'uima.cas.Boolean',
      other: 'my.pack.Mark',
      code: 'uima.cas.String',
      kinds: 'uima.cas.StringArray',
    }
    const known = await readXmi(xmi(marks + SOFA), { 'TypeSystem.xml': typeSystem(ranges) })
    expect(known.texts[0]!.spans.map(({ attributes }) => attributes)).toEqual([
      { score: 7, sure: true, code: '3' },
      { kinds: ['a b', 'c'] },
    ])
    expect(known.texts[0]!.relations).toMatchObject([{ type: 'other', from: '2', to: '3' }])
    const unknown = await readXmi(xmi(marks + SOFA))
    expect(unknown.texts[0]!.spans[0]!.attributes).toEqual({ score: '7', sure: 'true', other: '3', code: '3' })
    expect(unknown.texts[0]!.relations).toEqual([])
  })

  test('without a type system, numbers that are all of links are slots, and others are texts', async () => {
    const { texts, troubles } = await readXmi(
      xmi(
        `<my:Mark xmi:id="2" sofa="1" begin="0" end="5" arguments="4 5" code="4 2"/>` +
          `<my:Mark xmi:id="3" sofa="1" begin="17" end="25"/>` +
          `<my:Link xmi:id="4" role="who" target="3"/><my:Link xmi:id="5" role="whom" target="2"/>${SOFA}`,
      ),
    )
    expect(troubles).toEqual([])
    expect(texts[0]!.relations.map(({ type, from, to }) => [type, from, to])).toEqual([
      ['who', '2', '3'],
      ['whom', '2', '2'],
    ])
    expect(texts[0]!.spans[0]!.attributes).toEqual({ code: '4 2' })
  })

  test('a text with the id of something else is the text', async () => {
    const { texts, troubles } = await readXmi(
      xmi(
        `<tcas:DocumentAnnotation xmi:id="1" sofa="1" begin="0" end="9"/>\n<my:Mark xmi:id="2" sofa="1" begin="0" end="5"/>${SOFA}`,
      ),
    )
    expect(texts[0]!.spans.map((span) => wordsAt(texts[0]!, span))).toEqual(['Taxes'])
    expect(troubles).toMatchObject([{ part: ':3', code: 'same_id' }])
  })

  test('a type inherits what it is', async () => {
    const text = xmi(`<my:Mark xmi:id="2" sofa="1" begin="0" end="31" language="ro"/>${SOFA}`)
    const { texts } = await readXmi(text, { 'typesystem.xml': typeSystem({}, 'uima.tcas.DocumentAnnotation') })
    expect(texts).toMatchObject([{ spans: [], declared: { lang: 'ro' } }])
  })

  test.each([
    ['an element that is not closed', `<xmi:XMI ${ATTRIBUTES}>\n<my:Mark>\n</xmi:XMI>`, ':3'],
    ['two roots', `${xmi(SOFA)}<a/>`, ':4'],
    ['an entity of its own', xmi(`<my:Mark xmi:id="2" value="&more;"/>`), ':3'],
    ['a prefix that means nothing', xmi('<no:Mark xmi:id="2"/>'), ':3'],
    ['a character that XML has not', xmi('<my:Mark xmi:id="2" value="&#1;"/>'), ':3'],
    ['nothing behind its beginning', `<xmi:XMI ${ATTRIBUTES}>`, ':1'],
  ])('%s is refused by its line', async (_, text, part) => {
    const { texts, troubles } = await readXmi(text)
    expect(texts).toEqual([])
    expect(troubles).toMatchObject([{ kind: 'failure', code: 'bad_xml', part }])
  })

  test('a document type is refused, whatever it says: entities that grow, files that are fetched', async () => {
    const laughs = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('\n')
    const bomb = `<?xml version="1.0"?>\n<!DOCTYPE x [<!ENTITY l0 "ha">\n${laughs}]>\n<xmi:XMI ${ATTRIBUTES}>&l9;</xmi:XMI>`
    const outside = `<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>\n<xmi:XMI ${ATTRIBUTES}><my:Mark v="&f;"/></xmi:XMI>`
    for (const text of [bomb, outside]) {
      const { texts, troubles, isRecognised } = await readXmi(text)
      expect(isRecognised).toBe(true)
      expect(texts).toEqual([])
      expect(troubles).toMatchObject([{ code: 'bad_xml', message: expect.stringContaining('DOCTYPE') }])
    }
  })

  test('a type system that is none, or that lies outside the folder by a link, is not there', async () => {
    const text = xmi(`<my:Mark xmi:id="2" sofa="1" begin="0" end="5" score="7"/>${SOFA}`)
    const { texts } = await readXmi(text, { 'TypeSystem.xml': '<types' })
    expect(texts[0]!.spans[0]!.attributes).toEqual({ score: '7' })
  })

  test('ids that are there twice, and none', async () => {
    const { texts, troubles } = await readXmi(
      xmi(`${SOFA}\n<my:Mark xmi:id="2" sofa="1" begin="0" end="5"/>\n<my:Mark xmi:id="2"/>\n<my:Mark/>`),
    )
    expect(texts[0]!.spans).toHaveLength(1)
    expect(troubles.map(({ part, code }) => [part, code])).toEqual([
      [':5', 'same_id'],
      [':6', 'bad_record'],
    ])
  })

  test('line endings and what stands in other encodings come as they are written', async () => {
    const text = xmi(SOFA.replace(TEXT, 'Șase&#13;&#10;&#9;&lt;b&gt; &#128515;'))
    const { texts } = await readXmi(text)
    expect(texts[0]!.text).toBe('Șase\r\n\t<b> 😃')
  })
})

describe('CAS JSON that cannot be read', () => {
  const told = async (json: string | Uint8Array) => {
    const { texts, troubles } = await readFoundIn(casJsonReader, new Map([['a.json', json as string]]), 'a.json')
    expect(texts).toEqual([])
    return troubles.map(({ part, code, message }) => `${part} ${code} ${message}`)
  }
  const lines = (bad: string) => `{\n"%TYPES": {},\n"%FEATURE_STRUCTURES": [\n${bad}\n],\n"%VIEWS": {}\n}`

  test('no JSON: by its line', async () => {
    expect(await told(lines('{"%ID" 1}'))).toEqual([
      ":4 bad_record This is no JSON that can be read: Expected ':' after property name.",
    ])
    expect(await told(lines('{"%ID": one}'))).toEqual([
      ":4 bad_record This is no JSON that can be read: Unexpected token 'o'.",
    ])
  })

  test('no UTF-8: by its line', async () => {
    const bytes = Buffer.from(lines('{"%ID": 1, "x": "Primaria"}'))
    bytes[bytes.indexOf('Primaria')] = 0xe3
    expect(await told(bytes)).toEqual([expect.stringMatching(/^:4 undecodable Here stands a byte that is no UTF-8/)])
  })
})

test('CAS JSON without its types has them from the file beside it', async () => {
  const mark = { '%ID': 2, '%TYPE': 'my.pack.Mark', '@sofa': 1, begin: 0, end: 5 }
  const json = JSON.stringify({ '%FEATURE_STRUCTURES': [sofa, mark], '%VIEWS': {} })
  const read = (types: string) =>
    readFoundIn(
      casJsonReader,
      new Map([
        ['a.json', json],
        ['TypeSystem.xml', types],
      ]),
      'a.json',
    )
  // a kind of word, which is no span
  const { texts } = await read(typeSystem({}, 'my.Token'))
  expect(texts[0]!.spans).toEqual([])
  const { texts: marked, troubles } = await read('<broken')
  expect(marked[0]!.spans).toHaveLength(1)
  expect(troubles).toMatchObject([{ kind: 'warning', code: 'bad_type_system' }])
})
