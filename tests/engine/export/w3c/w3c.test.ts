import fc from 'fast-check'
import { expect, test } from 'vitest'
import { w3cFormat } from '../../../../src/engine/export/w3c'
import { w3cReader } from '../../../../src/engine/import/annotated/w3c'
import { indexUnits } from '../../../../src/shared/domain/text/offset-units'
import { readFoundIn } from '../../import/annotated/support/read-found'
import { anyArticle, writtenAgain } from '../support/any-article'
import { articleOf, placeOf } from '../support/written-and-read'
import { writtenFiles } from '../support/written-files'

test.each(['codepoint', 'utf16'] as const)('what was written is read as it was, in %s', async (unit) => {
  await fc.assert(
    fc.asyncProperty(anyArticle(unit), async (article) => {
      const { files, lost } = await writtenFiles(w3cFormat, [article], { unit })
      expect({ ...lost, origins: 0 }).toEqual({ origins: 0 })
      const { texts, troubles, isRecognised } = await readFoundIn(w3cReader, files, 'out.json')
      expect(troubles).toEqual([])
      expect(isRecognised).toBe(true)
      expect(texts).toHaveLength(1)
      const [found] = texts
      expect(found!.text).toBe(article.record.text)
      expect(found!.unit).toBe(unit)
      const index = indexUnits(article.record.text, unit)
      expect(found!.spans.map(({ parts }) => parts.map((part) => part.map((at) => index.toUtf16(at))))).toEqual(
        article.spans.map(({ utf16 }) => utf16),
      )
      expect(found!.spans.map(({ words }) => words)).toEqual(article.spans.map(({ words }) => words))
      const again = await writtenFiles(w3cFormat, [writtenAgain(found!, unit)], { unit })
      expect([...again.files]).toEqual([...files])
    }),
    { seed: 5, numRuns: 150 },
  )
})

test('every target has selectors, be they none', async () => {
  // `parseW3CTextTargets` of Recogito’s text-annotator asks each target for them, and gives up the whole list where one has none
  const text = 'Taxes will fall, Ana said.'
  const spans = ['Taxes', 'Ana'].map((words) => ({ label: 'X', at: [placeOf(text, words)] }))
  const article = articleOf(text, spans, { relations: [{ type: 'said_by', from: 0, to: 1 }] })
  const { files } = await writtenFiles(w3cFormat, [article])
  const annotations: { target: { selector: unknown[] } | { selector: unknown[] }[] }[] = JSON.parse(
    files.get('out.json')!,
  )
  expect(annotations.map(({ target }) => [target].flat().map(({ selector }) => selector.length))).toEqual([
    [0],
    [2],
    [2],
    [0, 0],
  ])
})

test('a text that begins with what is a byte order mark in files keeps it', async () => {
  const text = '\ufeffTaxes will fall.'
  const { files } = await writtenFiles(w3cFormat, [articleOf(text, [{ label: 'X', at: [placeOf(text, 'will')] }])])
  const { texts, troubles } = await readFoundIn(w3cReader, files, 'out.json')
  expect(troubles).toEqual([])
  expect(texts).toMatchObject([{ text, spans: [{ parts: [[7, 11]], words: 'will' }] }])
})
