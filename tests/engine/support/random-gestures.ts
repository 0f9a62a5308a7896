import fc from 'fast-check'
import type { Status } from '../../../src/shared/domain/corpus/articles'
import { docOffset } from '../../../src/shared/domain/text/offsets'
import type { TestEngine } from './test-engine'

/** A gesture as numbers, so that any list of them can be tried on any state; what a rule forbids does nothing. */
export type Step = readonly [kind: number, article: number, a: number, b: number, c: number]

/** Tries a gesture on one of the articles. True if it left an event. */
export async function attemptStep(engine: TestEngine, articles: readonly number[], step: Step): Promise<boolean> {
  const [kind, articleNumber, a, b, c] = step
  const articleId = articles[articleNumber % articles.length]!
  const { spans, relations, suggestions, article } = await engine.ask('article.open', { articleId })
  const span = spans[a % Math.max(1, spans.length)]
  const other = spans[b % Math.max(1, spans.length)]
  const suggestion = suggestions[a % Math.max(1, suggestions.length)]
  const relation = relations[a % Math.max(1, relations.length)]
  const label = ['claim', 'speaker', 'date'][c % 3]!
  const start = a % article.text.length
  const part = [docOffset(start), docOffset(Math.min(article.text.length, start + 1 + (b % 12)))] as const
  const call = async (): Promise<{ ok: boolean } | null> => {
    const { engine: raw } = engine
    switch (kind % 12) {
      case 0:
      case 1:
        return raw.callWindow('span.create', { articleId, labelId: label, parts: [part] })
      case 2:
        return span ? raw.callWindow('span.update', { uid: span.uid, patch: { labelId: label, parts: [part] } }) : null
      case 3:
        return span ? raw.callWindow('span.remove', { uids: [span.uid] }) : null
      case 4: {
        const typeId = ['said_by', 'said_on', 'coref', 'via'][c % 4]
        return span && other ? raw.callWindow('relation.create', { typeId, fromUid: span.uid, toUid: other.uid }) : null
      }
      case 5: {
        const uids = spans.filter((_, index) => index % 2 === b % 2).map(({ uid }) => uid)
        return uids.length === 0 ? null : raw.callWindow('span.updateMany', { uids, patch: { labelId: label } })
      }
      case 6: {
        const links = spans.map(({ uid }) => ({ typeId: c % 2 ? 'said_by' : 'coref', fromUid: uid, toUid: other?.uid }))
        return links.length === 0 ? null : raw.callWindow('relation.createMany', { links })
      }
      case 7:
        return relation ? raw.callWindow('relation.remove', { uids: [relation.uid] }) : null
      case 8:
        return span ? raw.callWindow('span.repeat', { uid: span.uid }) : null
      case 9: {
        const started = span ? await raw.callWindow('suggest.repeat', { uid: span.uid }) : null
        if (started?.ok) await engine.finished((started.value as { jobId: string }).jobId)
        return started
      }
      case 10: {
        const which = suggestion && (c % 2 === 0 ? { uids: [suggestion.uid] } : { runUid: suggestion.runUid })
        return which ? raw.callWindow('suggestion.judge', { verdict: b % 3 === 0 ? 'reject' : 'accept', which }) : null
      }
      default: {
        const status = (['todo', 'in_progress', 'done', 'skipped'] as Status[])[b % 4]!
        const title = c % 2 === 0 ? 'Renamed' : article.title
        return raw.callWindow('article.update', { articleId, patch: { status, title, note: `${c}` } })
      }
    }
  }
  const before = await lastEvent(engine)
  const result = await call()
  return result?.ok === true && (await lastEvent(engine)) !== before
}

export const lastEvent = async (engine: TestEngine) => (await engine.ask('history.list', { limit: 1 }))[0]?.eventId

export const steps = fc.array(fc.tuple(fc.nat(), fc.nat(1), fc.nat(200), fc.nat(200), fc.nat(20)), {
  minLength: 1,
  maxLength: 15,
})
