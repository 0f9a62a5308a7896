import type { Relation, Span } from '../../../src/shared/domain/annotations/annotations'
import { docOffset, type Part } from '../../../src/shared/domain/text/offsets'
import type { TestEngine } from './test-engine'

/** The first place where a text says these words. */
export function partOf(text: string, words: string): Part {
  const at = text.indexOf(words)
  if (at < 0) throw new Error(`the text does not say “${words}”`)
  return [docOffset(at), docOffset(at + words.length)]
}

/** Marks words of one article, and links what is marked. */
export function marker(engine: TestEngine, articleId: number, text: string) {
  return {
    mark: async (words: string, labelId: string, attributes = {}): Promise<Span> => {
      const parts = [partOf(text, words)]
      return (await engine.ask('span.create', { articleId, labelId, parts, attributes })).spans[0]!
    },
    link: async (typeId: string, from: Span, to: Span): Promise<Relation> =>
      (await engine.ask('relation.create', { typeId, fromUid: from.uid, toUid: to.uid })).relations[0]!,
  }
}
