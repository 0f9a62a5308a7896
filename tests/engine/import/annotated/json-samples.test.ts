import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { AnnotatedReader } from '../../../../src/engine/import/annotated/annotated-reader'
import { doccanoReader } from '../../../../src/engine/import/annotated/doccano'
import type { FoundText } from '../../../../src/engine/import/annotated/found-text'
import { labelStudioReader } from '../../../../src/engine/import/annotated/label-studio'
import { prodigyReader } from '../../../../src/engine/import/annotated/prodigy'
import { folderBeside } from '../../support/beside'
import { TestEngine } from '../../support/test-engine'
import { lostOfFile } from './support/lost-of-file'
import { readFound } from './support/read-found'

const samples = folderBeside('samples', 'SOURCES.txt')

/** Texts with their spans and relations, each said once, by what they are and not by their ids. */
function held(texts: readonly FoundText[]) {
  return texts.map(({ text, spans, relations }) => {
    // a label of the project is meant whatever its capitals
    const of = new Map(spans.map(({ id, label, parts }) => [id, `${label.toUpperCase()} ${JSON.stringify(parts)}`]))
    return {
      text,
      spans: [...new Set(of.values())].sort(),
      relations: relations.map(({ type, from, to }) => `${of.get(from)} ${type} ${of.get(to)}`).sort(),
    }
  })
}

const FILES: readonly (readonly [path: string, reader: AnnotatedReader, articles: number, spans: number])[] = [
  ['prodigy/rel_component.4lines.jsonl', prodigyReader, 4, 8],
  ['doccano/export_seq_example.jsonl', doccanoReader, 3, 4],
  ['doccano/relation_example.jsonl', doccanoReader, 1, 4],
  ['doccano/seq_example.jsonl', doccanoReader, 2, 1],
  // one of them twice
  ['doccano/seq_overlapping.jsonl', doccanoReader, 1, 1],
  ['label-studio/named_entity.annotation.json', labelStudioReader, 1, 1],
]

describe.skipIf(samples === null)('files of other tools, beside the checkout', () => {
  test.each(FILES)('%s comes in, and goes out with all that it held', async (path, reader, articles, spans) => {
    const file = join(samples!, path)
    const before = await readFound(reader, file)
    expect(before.isRecognised).toBe(true)
    const engine = new TestEngine()
    await engine.create()
    expect(await engine.import([file])).toMatchObject({ imported: articles, spans })
    const out = engine.path(path.endsWith('.json') ? 'out.json' : 'out.jsonl')
    const report = await engine.export(out, { format: reader.format })
    expect(report).toMatchObject({ articles, spans, refused: [] })
    expect(lostOfFile(report.lost)).toEqual([])
    const after = await readFound(reader, out)
    expect(held(after.texts)).toEqual(held(before.texts))
    // and once more in our own, where every span says its words
    expect((await engine.export(engine.path('own.jsonl'))).refused).toEqual([])
  })

  test('what a model guessed becomes a suggestion', async () => {
    const engine = new TestEngine()
    await engine.create()
    const report = await engine.import([join(samples!, 'label-studio/named_entity.tasks.json')])
    expect(report).toMatchObject({ imported: 1, spans: 0, items: [] })
    const [articleId] = await engine.articleIds()
    const { suggestions } = await engine.ask('article.open', { articleId: articleId! })
    expect(suggestions).toMatchObject([{ source: 'model 1' }])
  })

  test('a record without a text is told by its line', async () => {
    const engine = new TestEngine()
    await engine.create()
    const { items } = await engine.import([join(samples!, 'doccano/seq_example.jsonl')])
    expect(items).toMatchObject([{ outcome: 'failed', code: 'no_text' }])
    expect(items[0]!.path).toMatch(/:3$/)
  })
})
