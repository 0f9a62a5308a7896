import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { doccanoFormat } from '../../../src/engine/export/doccano'
import type { ExportedArticle, ExportFormat } from '../../../src/engine/export/format'
import { labelStudioFormat } from '../../../src/engine/export/label-studio'
import { prodigyFormat } from '../../../src/engine/export/prodigy'
import type { AnnotatedReader } from '../../../src/engine/import/annotated/annotated-reader'
import { doccanoReader } from '../../../src/engine/import/annotated/doccano'
import { parseXml } from '../../../src/engine/import/annotated/finding/xml'
import { labelStudioReader } from '../../../src/engine/import/annotated/label-studio'
import { prodigyReader } from '../../../src/engine/import/annotated/prodigy'
import type { LabelSet } from '../../../src/shared/domain/label-set/label-set'
import { readFoundIn } from '../import/annotated/support/read-found'
import { anyArticle, writtenAgain } from './support/any-article'
import { articleOf, placeOf } from './support/written-and-read'
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

const TEXT = '😀 “Taxes will fall,” Ana Ruiz said on 3 May,\n\n “and soon.”'
const CLAIM = { label: 'CLAIM', at: [placeOf(TEXT, 'Taxes will fall'), placeOf(TEXT, 'and soon')] }
const SPEAKER = { label: 'SPEAKER', at: [placeOf(TEXT, 'Ana Ruiz')] }

/** Two spans, one of them in two parts, and a relation. */
const linked = (format: ExportFormat, claim: object = {}) =>
  articleOf(
    TEXT,
    [
      { ...CLAIM, ...claim },
      { ...SPEAKER, note: 'who?' },
    ],
    { relations: [{ type: 'said_by', from: 0, to: 1 }] },
    format.unit,
  )

describe('Prodigy', () => {
  const taskOf = async (article: ExportedArticle) => JSON.parse((await written(prodigyFormat, [article])).content)

  test('its tokens are those of the text, as spaCy makes it again from them, and spans are whole ones', async () => {
    await fc.assert(
      fc.asyncProperty(anyArticle('codepoint'), async (article) => {
        const { text, tokens, spans } = await taskOf(article)
        const characters = Array.from(text as string)
        const words = (from: number, to: number) => characters.slice(from, to).join('')
        expect(tokens.map((token: { text: string; ws: boolean }) => token.text + (token.ws ? ' ' : '')).join('')).toBe(
          text,
        )
        for (const [id, token] of tokens.entries()) {
          expect(token.id).toBe(id)
          expect(words(token.start, token.end)).toBe(token.text)
        }
        for (const span of spans) {
          expect(words(span.start, span.end)).toBe(span.text)
          expect(tokens[span.token_start].start).toBe(span.start)
          expect(tokens[span.token_end].end).toBe(span.end)
        }
      }),
      { seed: 7, numRuns: 200 },
    )
  })

  test('a span in parts is one for each, with one id; relations are between tokens', async () => {
    const { spans, relations, tokens } = await taskOf(linked(prodigyFormat, { attributes: { form: 'direct' } }))
    const [claim, rest, speaker] = spans
    expect(claim).toMatchObject({ start: 3, end: 18, id: 1, part: 1, attributes: { form: 'direct' } })
    expect(rest).toMatchObject({ text: 'and soon', id: 1, part: 2 })
    expect(speaker).toMatchObject({ text: 'Ana Ruiz', id: 2, note: 'who?' })
    expect(relations).toMatchObject([{ label: 'said_by', head: claim.token_end, child: speaker.token_end }])
    expect(relations[0].head_span).toEqual({
      start: 3,
      end: 18,
      token_start: claim.token_start,
      token_end: claim.token_end,
      label: 'CLAIM',
    })
    expect(tokens[claim.token_end].text).toBe('fall')
    expect((await written(prodigyFormat, [linked(prodigyFormat)])).lost).toEqual({ discontinuous: 1 })
  })
})

describe('doccano', () => {
  test('has the shape for relations in all lines as soon as there is one, and else that for sequences', async () => {
    const plain = articleOf(TEXT, [SPEAKER], {}, 'utf16')
    const lines = async (articles: readonly ExportedArticle[]) =>
      (await written(doccanoFormat, articles)).content
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line))
    expect(await lines([plain])).toMatchObject([{ text: TEXT, label: [[22, 30, 'SPEAKER']] }])
    const both = await lines([plain, linked(doccanoFormat)])
    expect(both[0]).toMatchObject({
      entities: [{ id: 1, label: 'SPEAKER', start_offset: 22, end_offset: 30 }],
      relations: [],
    })
    expect(both[1].relations).toEqual([{ id: 1, from_id: 1, to_id: 3, type: 'said_by' }])
    expect(both[1].entities).toHaveLength(3)
  })

  test('tells what it has no place for', async () => {
    const article = linked(doccanoFormat, { attributes: { form: 'direct', n: 1 }, entity: 'e' })
    expect((await written(doccanoFormat, [article])).lost).toEqual({
      discontinuous: 1,
      annotators: 3,
      origins: 2,
      attributes: 2,
      notes: 1,
      entities: 1,
    })
  })
})

describe('Label Studio', () => {
  const label = (name: string, key: string | null, attributes: object[] = []) => ({
    name,
    key,
    hue: 'amber',
    title: name,
    attributes,
  })
  const labelSet = {
    name: 'Claims',
    labels: [
      label('CLAIM', 'c', [
        {
          name: 'form',
          type: 'choice',
          options: [
            { id: '1', name: 'direct' },
            { id: '2', name: 'in "other" <words>' },
          ],
        },
        { name: 'themes', type: 'choices', options: [{ id: '1', name: 'tax' }] },
        { name: 'sure', type: 'number', options: [] },
        { name: 'label', type: 'text', options: [] },
      ]),
      label('SPEAKER & co', null, [{ name: 'form', type: 'boolean', options: [] }]),
    ],
    relations: [{ name: 'said_by' }],
    fields: [],
  } as unknown as LabelSet

  test('has tasks with ids, without which its own converter takes none', async () => {
    const { content } = await written(labelStudioFormat, [linked(labelStudioFormat), linked(labelStudioFormat)])
    expect(JSON.parse(content).map(({ id }: { id: number }) => id)).toEqual([1, 2])
  })

  test('has a configuration beside it that names everything the tasks name', async () => {
    const attributes = { form: 'direct', themes: ['tax'], sure: 0.5, label: 'x', extra: 'y' }
    const { files } = await writtenFiles(labelStudioFormat, [linked(labelStudioFormat, { attributes })], { labelSet })
    await expect(files.get('out.config.xml')).toMatchFileSnapshot('label-studio.config.xml')
    const names = new Set<string>()
    const values = new Set<string>()
    parseXml(files.get('out.config.xml')!, {
      open: ({ attributes }) => {
        for (const { name, value } of attributes) (name === 'name' ? names : values).add(value)
      },
    })
    const [task] = JSON.parse(files.get('out.json')!)
    for (const { type, from_name, to_name, value, labels } of task.annotations[0].result) {
      if (type === 'relation') expect(values).toContain(labels[0])
      else expect([...names]).toEqual(expect.arrayContaining([from_name, to_name]))
      for (const one of [...(value?.labels ?? []), ...(value?.choices ?? [])]) {
        if (one !== 'SPEAKER') expect(values).toContain(one)
      }
    }
  })

  test('an annotation a person; relations of one pair are one, with all their labels', async () => {
    const article = articleOf(
      TEXT,
      [CLAIM, SPEAKER, { label: 'DATE', at: [placeOf(TEXT, '3 May')] }],
      {
        relations: [
          { type: 'said_by', from: 0, to: 1 },
          { type: 'via', from: 0, to: 1 },
          { type: 'said_on', from: 0, to: 2 },
        ],
      },
      'codepoint',
    )
    const spans = article.spans.map((span) => (span.label === 'DATE' ? { ...span, annotator: 'bob' } : span))
    const { content, lost } = await written(labelStudioFormat, [{ ...article, spans }])
    const [{ annotations, data }] = JSON.parse(content)
    expect(data).toEqual({ text: TEXT })
    expect(annotations).toHaveLength(2)
    expect(annotations[0].result.at(-1)).toEqual({
      from_id: '1',
      to_id: '2',
      type: 'relation',
      direction: 'right',
      labels: ['said_by', 'via'],
    })
    expect(lost).toMatchObject({ discontinuous: 1, relations: 1 })
  })

  test('no article is an empty list', async () => {
    expect((await written(labelStudioFormat, [])).content).toBe('[]\n')
  })
})
