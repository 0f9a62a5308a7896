import { describe, expect, test } from 'vitest'
import { w3cReader } from '../../../../src/engine/import/annotated/w3c'
import { readFoundIn } from './support/read-found'

const TEXT = 'Taxes will fall, Ana Ruiz said. Taxes, 😀 Ana Ruiz!'

const read = (annotations: unknown, files: Record<string, string> = { 'a.txt': TEXT }, name = 'a.json') =>
  readFoundIn(w3cReader, new Map([...Object.entries(files), [name, JSON.stringify(annotations)]]), name)

const position = (start: number, end: number) => ({ type: 'TextPositionSelector', start, end })
const quote = (exact: string, prefix = '', suffix = '') => ({ type: 'TextQuoteSelector', exact, prefix, suffix })
const annotation = (id: string, target: unknown, more: object = {}) => ({ type: 'Annotation', id, target, ...more })
const tag = (value: string) => ({ type: 'TextualBody', purpose: 'tagging', value })

describe('annotations of other programs', () => {
  test('tags, comments, classes and people', async () => {
    const target = { selector: [quote('Taxes'), position(0, 5)] }
    const { texts, troubles, isRecognised } = await read([
      annotation('1', target, {
        body: [{ type: 'TextualBody', value: 'Look' }, tag('A'), tag('B'), { purpose: 'commenting', value: 'Again' }],
        creator: { id: 'x1', name: 'Ana' },
      }),
      annotation('2', target, { bodyValue: 'Just so', creator: 'https://people.example/bo' }),
      annotation('3', target, {
        motivation: 'classifying',
        body: { type: 'TextualBody', value: 'C' },
        creator: { id: 7 },
      }),
      annotation('4', target, { motivation: 'assessing', body: { type: 'TextualBody', value: 'good' } }),
    ])
    expect([isRecognised, troubles]).toEqual([true, []])
    expect(texts).toHaveLength(1)
    expect(texts[0]).toMatchObject({ part: '', text: TEXT, unit: null })
    expect(texts[0]!.spans).toMatchObject([
      { id: '1', label: 'A', note: 'Look\nAgain', attributes: { tags: ['B'] }, annotator: 'Ana', words: 'Taxes' },
      { id: '2', label: 'Annotation', note: 'Just so', annotator: 'https://people.example/bo' },
      { id: '3', label: 'C', annotator: '7', parts: [[0, 5]] },
      { id: '4', attributes: { assessing: 'good' } },
    ])
  })

  test('what another program identifies is an attribute, as nothing describes it', async () => {
    const target = { selector: [quote('Taxes'), position(0, 5)] }
    const body = { purpose: 'identifying', value: 'http://www.wikidata.org/entity/Q1' }
    const { texts } = await read([annotation('1', target, { body: [body, tag('A')] })])
    expect(texts[0]!.spans).toMatchObject([{ entity: null, attributes: { identifying: body.value } }])
  })

  test('one selector or several, a fragment of a plain text, several targets as parts', async () => {
    const { texts } = await read([
      annotation('1', { selector: position(0, 5) }),
      annotation('2', [{ selector: position(0, 5) }, { selector: [position(17, 20), quote('Ana')] }]),
      annotation('3', { selector: { type: 'FragmentSelector', value: 'char=17,25' } }),
      annotation('4', [{ selector: [position(0, 5), quote('Taxes')] }, { selector: [position(17, 20), quote('Ana')] }]),
    ])
    expect(texts[0]!.spans.map(({ parts, words }) => ({ parts, words }))).toEqual([
      { parts: [[0, 5]], words: null },
      {
        parts: [
          [0, 5],
          [17, 20],
        ],
        words: null,
      }, // prettier-ignore
      { parts: [[17, 25]], words: null },
      {
        parts: [
          [0, 5],
          [17, 20],
        ],
        words: 'Taxes Ana',
      }, // prettier-ignore
    ])
  })

  test('a quotation alone is found by what stands around it, in code points; one that may stand in two places is not', async () => {
    const { texts } = await read([
      annotation('1', { selector: quote('Taxes', 'said. ') }),
      annotation('2', { selector: quote('Ana Ruiz', '😀 ', '!') }),
      annotation('3', { selector: quote('Taxes') }),
      annotation('4', { selector: quote('will fall', 'wrong ', ' context') }),
    ])
    expect(texts[0]!.spans.map(({ parts }) => parts)).toEqual([[[32, 37]], [[41, 49]], [], [[6, 15]]])
  })

  test('places in pages are refused with the reason', async () => {
    const { texts, troubles } = await read([
      annotation('1', { selector: { type: 'RangeSelector', startSelector: { type: 'XPathSelector', value: '/p' } } }),
      annotation('2', { selector: { type: 'XPathSelector', value: '/p', refinedBy: position(0, 5) } }),
      annotation('3', { selector: [{ type: 'CssSelector', value: 'p' }, quote('will')] }),
      annotation('4', { source: 'a', selector: quote('will') }, {}),
      annotation('5', [
        { source: 'a', selector: quote('will') },
        { source: 'b', selector: quote('fall') },
      ]),
      annotation('6', []),
    ])
    expect(texts.map(({ part, spans }) => [part, spans.map(({ id }) => id)])).toEqual([
      ['', ['3']],
      ['a', ['4']],
    ])
    expect(troubles.map(({ part, code }) => [part, code])).toEqual([
      [':1', 'unsupported_target'],
      [':1.2', 'unsupported_target'],
      [':1.5', 'unsupported_target'],
      [':1.6', 'unsupported_target'],
    ])
    expect(troubles[0]!.message).toContain('RangeSelector')
  })

  test('links of INCEpTION and Recogito, and replies', async () => {
    const target = { selector: position(0, 5) }
    const { texts, troubles } = await read([
      annotation('#1', target, { body: [tag('A')] }),
      annotation('#2', target),
      annotation('#l1', [{ id: '#1' }, { id: '#2' }], { motivation: 'linking', body: [tag('because')] }),
      annotation('l2', '#2', { motivation: 'linking', body: '#1' }),
      annotation('m2', 'l2', { motivation: 'tagging', body: [tag('before')] }),
      annotation('r1', '#2', { motivation: 'replying', body: [{ type: 'TextualBody', value: 'Really?' }] }),
      annotation('r2', 'gone', { motivation: 'replying', body: [{ type: 'TextualBody', value: 'Lost' }] }),
    ])
    expect(texts[0]!.relations).toMatchObject([
      { id: '#l1', type: 'because', from: '#1', to: '#2' },
      { id: 'l2', type: 'before', from: '#2', to: '#1' },
    ])
    expect(texts[0]!.spans.map(({ note }) => note)).toEqual(['', 'Really?'])
    expect(troubles.map(({ code, part }) => [code, part])).toEqual([['missing_span', ':1.7']])
  })

  test('what the search of Hypothesis answers', async () => {
    const row = { id: 'x', uri: 'https://example.org/a', user: 'acct:ana@hypothes.is', tags: ['A'], text: 'Why?' }
    const target = [{ source: 'https://example.org/a', selector: [position(0, 5), quote('Taxes')] }]
    const found = await read({
      total: 2,
      rows: [
        { ...row, target },
        { ...row, id: 'y', tags: ['B'], target },
      ],
    })
    expect(found.isRecognised).toBe(true)
    expect(found.troubles).toEqual([])
    expect(found.texts[0]!.spans.map(({ label, note }) => [label, note])).toEqual([
      ['A', 'Why?'],
      ['B', 'Why?'],
    ])
    expect((await read({ total: 1, rows: [{ text: 'A row of a table' }] })).isRecognised).toBe(false)
  })

  test('pages and collections, and what Hypothesis gives', async () => {
    const one = annotation('1', { selector: position(0, 5) })
    const page = { '@context': 'http://www.w3.org/ns/anno.jsonld', type: 'AnnotationPage', items: [one] }
    expect((await read(page)).texts[0]!.spans).toHaveLength(1)
    expect((await read({ type: 'AnnotationCollection', first: page })).texts[0]!.spans).toHaveLength(1)
    const uri = 'https://news.example/a'
    const selector = [quote('Taxes'), position(0, 5)]
    const hypothesis = {
      id: 'h',
      uri,
      user: 'acct:ana@hypothes.is',
      text: 'Hm',
      tags: ['A'],
      target: [{ source: uri, selector }],
    }
    const { texts, isRecognised } = await read([hypothesis], {})
    expect(isRecognised).toBe(true)
    expect(texts[0]).toMatchObject({
      part: uri,
      text: { url: uri },
      spans: [{ label: 'A', note: 'Hm', annotator: 'ana', words: 'Taxes' }],
    })
  })

  test('plain lists of records are none', async () => {
    for (const records of [
      [{ text: 'A', target: 'b' }],
      [{ type: 'Article', text: 'A' }],
      [{ id: 1, type: 'Annotation' }],
    ]) {
      expect((await read(records)).isRecognised).toBe(false)
    }
  })
})

describe('the texts', () => {
  const at = (source: string) => [annotation('1', { source, selector: position(0, 2) })]

  test('lie beside the file, where the source leads', async () => {
    const { texts } = await read(at('other/%C8%99a%20b.txt#char=0,2'), { 'other/șa b.txt': 'Ab\r\ncd' })
    expect(texts).toMatchObject([{ text: 'Ab\r\ncd', spans: [{ parts: [[0, 2]] }] }])
  })

  test('are looked for by the name of the file, where it names none', async () => {
    const one = [annotation('1', { selector: position(0, 2) })]
    expect((await read(one, { 'a.txt': 'Abc' }, 'a.w3c.json')).texts).toMatchObject([{ text: 'Abc' }])
    const { texts, troubles } = await read(one, {})
    expect(texts).toEqual([])
    expect(troubles).toMatchObject([{ code: 'text_missing', message: expect.stringContaining('a.txt') }])
  })

  test.each([
    'https://news.example/a',
    'urn:uuid:1',
    'gone.txt',
    '../../../../../../etc/hostname',
    '%zz',
    '/etc/hostname',
  ])('are elsewhere, if not there: %s', async (source) => {
    const { texts, troubles } = await read(at(source), {})
    expect(troubles).toEqual([])
    expect(texts).toMatchObject([{ part: source, text: { uid: null, source } }])
  })

  test('may be several, in any order; what is said of a whole text stays with it', async () => {
    const files = { 'a.txt': 'Ab', 'b.txt': 'Cd' }
    const place = (id: string, source: string) => annotation(id, { source, selector: position(0, 2) })
    const whole = annotation('w', 'b.txt', {
      motivation: 'tagging',
      body: [tag('news'), { value: 'Old', purpose: 'commenting' }],
    })
    const { texts } = await read([place('1', 'a.txt'), place('2', 'b.txt'), place('3', 'a.txt'), whole], files)
    expect(texts.map(({ text, spans }) => [text, spans.length])).toEqual([
      ['Ab', 2],
      ['Cd', 1],
    ]) // prettier-ignore
    expect(texts[1]!.declared).toMatchObject({ tags: ['news'], extra: { comments: ['Old'] } })
  })

  test('that cannot be read are told', async () => {
    const { texts, troubles } = await read(at('a.txt'), { 'a.txt': '' })
    expect(texts).toEqual([])
    expect(troubles).toMatchObject([{ part: 'a.txt', code: 'empty' }])
  })
})
