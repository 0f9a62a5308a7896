import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { casJsonFormat } from '../../../../src/engine/export/cas-json'
import { xmiFormat } from '../../../../src/engine/export/xmi'
import { casJsonReader } from '../../../../src/engine/import/annotated/cas-json'
import { xmiReader } from '../../../../src/engine/import/annotated/xmi'
import { readFoundIn, wordsAt } from '../../import/annotated/support/read-found'
import { anyArticle, writtenAgain } from '../support/any-article'
import { articleOf, placeOf, type SpanGiven } from '../support/written-and-read'
import { writtenFiles } from '../support/written-files'

describe.each([
  [casJsonFormat, casJsonReader],
  [xmiFormat, xmiReader],
] as const)('$title', (format, reader) => {
  test('what was written is read as it was, and written again with the same bytes', async () => {
    await fc.assert(
      fc.asyncProperty(anyArticle(), async (article) => {
        const { files, lost } = await writtenFiles(format, [article])
        expect(lost).toEqual({})
        const name = [...files.keys()].find((one) => one.endsWith(format.extension))!
        const { texts, troubles, isRecognised } = await readFoundIn(reader, files, name)
        expect(troubles).toEqual([])
        expect(isRecognised).toBe(true)
        const [found] = texts
        expect(found!.text).toBe(article.record.text)
        expect(found!.spans.map((span) => wordsAt(found!, span))).toEqual(article.spans.map(({ words }) => words))
        expect(found!.spans.map(({ attributes }) => attributes)).toEqual(article.spans.map((span) => span.attributes))
        expect(found!.spans.map(({ label }) => label)).toEqual(article.spans.map(({ label }) => label))
        expect(found!.relations.map(({ type }) => type)).toEqual(article.relations.map(({ type }) => type))
        const again = await writtenFiles(format, [writtenAgain(found!, 'utf16')])
        expect([...again.files]).toEqual([...files])
      }),
      { seed: 5, numRuns: 150 },
    )
  })

  test('no feature is called what cassis cannot have as an argument in Python', async () => {
    const attributes = { from: 'a', In: 'b', lambda: 'c', self: 'd', xmiID: 'e', fromage: 'f' }
    const article = articleOf('Taxes fall.', [{ label: 'X', at: [placeOf('Taxes fall.', 'Taxes')], attributes }])
    const { files } = await writtenFiles(format, [article])
    const name = [...files.keys()].find((one) => one.endsWith(format.extension))!
    const written = files.get(name)!.match(/\b\w+(?="?[=:]"[a-f]")/g)
    expect(written).toEqual(['fromage', 'x_In', 'x_from', 'x_lambda', 'x_self', 'x_xmiID'])
    const { texts } = await readFoundIn(reader, files, name)
    expect({ ...texts[0]!.spans[0]!.attributes }).toEqual(attributes)
  })
})

test('0 and no that UIMA writes of every span are none, but where somebody said so', async () => {
  const text = 'Taxes fall, Ana said.'
  const spans: SpanGiven[] = [
    { label: 'X', at: [placeOf(text, 'Taxes')], attributes: { checked: false, sure: 0, n: 2 } },
    { label: 'X', at: [placeOf(text, 'Ana')], attributes: { checked: true } },
    { label: 'X', at: [placeOf(text, 'said')] },
  ]
  const { files } = await writtenFiles(xmiFormat, [articleOf(text, spans)])
  const name = [...files.keys()].find((one) => one.endsWith('.xmi'))!
  // XmiCasDeserializer and XmiCasSerializer of UIMA 2.10.2: what has no value has 0.0 or false; INCEpTION keeps no dictum.Article
  const throughUima = files
    .get(name)!
    .replace(/<dictum:Article [^>]*>/, '')
    .replace(/<custom:Span [^>]*/g, (span) => {
      const missing = ['checked__boolean="false"', 'sure__number="0.0"', 'n__number="0.0"'].filter(
        (one) => !span.includes(` ${one.split('=')[0]}=`),
      )
      return `${span.replace('sure__number="0"', 'sure__number="0.0"').replace(/\/$/, '')} ${missing.join(' ')}/`
    })
  const { texts } = await readFoundIn(xmiReader, new Map([...files, [name, throughUima]]), name)
  expect(texts[0]!.spans.map(({ attributes }) => ({ ...attributes }))).toEqual(
    spans.map(({ attributes = {} }) => attributes),
  )
})
