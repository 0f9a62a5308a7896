import type {
  ConcordanceRow,
  ConcordanceSort,
  ConcordanceState,
  LineRanges,
} from '../../shared/contract/concordance-methods'
import type { AppError } from '../../shared/domain/result'
import { type ContextWidth, concordanceLine } from '../../shared/domain/search/concordance-line'
import type { Part } from '../../shared/domain/text/offsets'
import type { DocRange } from '../../shared/domain/text/segmentation'
import { toAppError } from '../base/errors'
import { breathe } from '../base/jobs'
import type { Sql } from '../store/sql'
import type { ArticleHits } from './find-hits'
import { createHitTable } from './hit-table'
import { chosenHits, rangesOf } from './line-ranges'
import { orderHits } from './order-hits'

const BREATHE_EVERY_MS = 20
/** More than anyone reads; some 60 MB. */
const MOST_HITS = 1_000_000

/** One hit as it is suggested. */
export interface ChosenHit {
  readonly articleId: number
  readonly parts: readonly Part[]
}

/** All hits of one search with their contexts, as they are found and in the order that was asked for. */
export interface Concordance {
  readonly id: string
  /** What was looked for, for messages: “tax”. */
  readonly name: string
  state(): ConcordanceState
  /** Resolves when all is found, or it was stopped; does not throw. */
  run(): Promise<void>
  stop(): void
  /** Resolves when the lines stand so; `chosen` are the lines that were chosen before, where they are now. */
  sort(sort: ConcordanceSort, chosen: LineRanges): Promise<LineRanges>
  rows(from: number, count: number, context: ContextWidth): ConcordanceRow[]
  /** Null: all of them, in the order in which they stand in the corpus. */
  chosen(lines: LineRanges | null): ChosenHit[]
  /** The commonest words right before and right after the hits. */
  words(most: number): Record<'before' | 'after', { word: string; count: number }[]>
}

export interface ConcordanceParts {
  readonly id: string
  readonly name: string
  /** The project as it is now. */
  readonly sql: Sql
  readonly found: Generator<ArticleHits>
  /** Called after each slice of work; false ends it. */
  readonly goOn: () => boolean
  /** Called once nothing is looked for any more. */
  readonly end: () => void
}

export function createConcordance({ id, name, sql, found, goOn, end }: ConcordanceParts): Concordance {
  const table = createHitTable()
  /** Of spans with several parts; few have. */
  const parts = new Map<number, readonly Part[]>()
  let order: Uint32Array | null = null
  let sorted: ConcordanceSort = 'imported'
  let state: ConcordanceState['state'] = 'running'
  let error: AppError | null = null
  let isCut = false
  let sorting = 0
  const hitAt = (line: number): number => (order === null ? line : order[line]!)

  async function find(): Promise<void> {
    let sinceMs = performance.now()
    for (const { articleId, text, places } of found) {
      for (const [at, place] of places.entries()) if (place.parts) parts.set(table.length + at, place.parts)
      table.add(articleId, text, places)
      isCut = table.length >= MOST_HITS
      if (isCut || state !== 'running') return
      if (performance.now() - sinceMs < BREATHE_EVERY_MS) continue
      await breathe()
      if (!goOn()) state = 'stopped'
      if (state !== 'running') return
      sinceMs = performance.now()
    }
  }

  return {
    id,
    name,
    state: () => ({
      concordanceId: id,
      state,
      hits: table.length,
      articles: table.articles,
      isCut,
      sort: sorted,
      error,
    }),
    run: async () => {
      try {
        await find()
        if (state === 'running') state = 'done'
      } catch (cause) {
        state = 'failed'
        error = toAppError(cause)
      } finally {
        end()
      }
    },
    stop: () => {
      if (state === 'running') state = 'stopped'
    },
    sort: async (sort, chosen) => {
      const turn = ++sorting
      if (state === 'running' || sort === sorted) return chosen
      const next = await orderHits(sql, table, sort, () => turn !== sorting || !goOn())
      // a later wish has overtaken this one
      if (next === null || turn !== sorting) return chosen
      const hits = chosenHits(chosen, table.length, hitAt)
      order = next
      sorted = sort
      return rangesOf(hits, order)
    },
    rows: (from, count, context) => {
      const texts = new Map<number, ArticleFacts | undefined>()
      const rows: ConcordanceRow[] = []
      for (let line = from; line < Math.min(from + count, table.length); line++) {
        const hit = hitAt(line)
        const articleId = table.articleOf(hit)
        if (!texts.has(articleId)) texts.set(articleId, articleFacts(sql, articleId))
        rows.push(rowOf(articleId, texts.get(articleId), table.placeOf(hit), context))
      }
      return rows
    },
    chosen: (lines) => {
      const hits =
        lines === null
          ? Uint32Array.from({ length: table.length }, (_, hit) => hit)
          : chosenHits(lines, table.length, hitAt)
      return Array.from(hits.sort(), (hit) => {
        const { start, end: to } = table.placeOf(hit)
        return { articleId: table.articleOf(hit), parts: parts.get(hit) ?? [[start, to]] }
      })
    },
    words: (most) => {
      const commonest = (wordOf: (hit: number) => number) => {
        const counts = new Map<number, number>()
        for (let hit = 0; hit < table.length; hit++) {
          const word = wordOf(hit)
          if (word !== 0) counts.set(word, (counts.get(word) ?? 0) + 1)
        }
        return [...counts]
          .sort((a, b) => b[1] - a[1] || a[0] - b[0])
          .slice(0, most)
          .map(([word, count]) => ({ word: table.vocabulary.spelling(word), count }))
      }
      return { before: commonest((hit) => table.leftOf(hit, 1)), after: commonest((hit) => table.rightOf(hit, 1)) }
    },
  }
}

interface ArticleFacts {
  readonly uid: string
  readonly title: string
  readonly published_on: string | null
  readonly text: string
}

const articleFacts = (sql: Sql, articleId: number): ArticleFacts | undefined =>
  sql.get<ArticleFacts>(
    `SELECT uid, title, published_on, text FROM article JOIN article_text ON article_text.article_id = article.id
     WHERE article.id = ?`,
    articleId,
  )

function rowOf(
  articleId: number,
  facts: ArticleFacts | undefined,
  place: DocRange,
  context: ContextWidth,
): ConcordanceRow {
  const { start, end } = place
  if (facts === undefined) {
    // its import was undone meanwhile
    const gone = { left: '', hit: '', right: '', direction: 'ltr' } as const
    return { articleId, articleUid: null, title: null, publishedOn: null, start, end, ...gone }
  }
  const line = concordanceLine(facts.text, place, context)
  return { articleId, articleUid: facts.uid, title: facts.title, publishedOn: facts.published_on, start, end, ...line }
}
