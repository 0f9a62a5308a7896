import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { doccanoFormat } from '../../../src/engine/export/doccano'
import type { ExportedArticle, ExportFormat } from '../../../src/engine/export/format'
import { labelStudioFormat } from '../../../src/engine/export/label-studio'
import { prodigyFormat } from '../../../src/engine/export/prodigy'
import type { AnnotatedReader } from '../../../src/engine/import/annotated/annotated-reader'
import { doccanoReader } from '../../../src/engine/import/annotated/doccano'
import { labelStudioReader } from '../../../src/engine/import/annotated/label-studio'
import { prodigyReader } from '../../../src/engine/import/annotated/prodigy'
import { readFoundIn } from '../import/annotated/read-found'
import { anyArticle, writtenAgain } from './support/any-article'
import { writtenFiles } from './support/written-files'

const FORMATS: readonly (readonly [ExportFormat, AnnotatedReader])[] = [
  [prodigyFormat, prodigyReader],
  [doccanoFormat, doccanoReader],
  [labelStudioFormat, labelStudioReader],
]

/** The main file of what a format writes. */
async function written(format: ExportFormat, articles: readonly ExportedArticle[]) {
  const { files, lost } = await writtenFiles(format, articles)
  return { files, lost, name: `out${format.extension}`, content: files.get(`out${format.extension}`)! }
}

describe.each(FORMATS)('$name', (format, reader) => {
  test('is read as it was written, and written again the same', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyArticle(format.unit), { minLength: 1, maxLength: 3 }), async (articles) => {
        const first = await written(format, articles)
        const { texts, troubles, isRecognised } = await readFoundIn(reader, first.files, first.name)
        expect(troubles).toEqual([])
        expect(isRecognised).toBe(true)
        const again = await written(
          format,
          texts.map((found) => writtenAgain(found, format.unit)),
        )
        expect(again.content).toBe(first.content)
      }),
      { seed: 5, numRuns: 200 },
    )
  })

  test('holds every span at its words', async () => {
    await fc.assert(
      fc.asyncProperty(anyArticle(format.unit), async (article) => {
        const { files, name } = await written(format, [article])
        const { texts } = await readFoundIn(reader, files, name)
        const words = (spans: readonly { label: string; words: string | null }[]) =>
          spans.map((span) => `${span.label}: ${span.words}`).sort()
        // what a format quotes no words of is held against the text elsewhere
        if (texts[0]!.spans.some((span) => span.words === null)) return
        expect(words(texts[0]!.spans)).toEqual(words(article.spans))
      }),
      { seed: 6, numRuns: 100 },
    )
  })
})
