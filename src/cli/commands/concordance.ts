import {
  CONCORDANCE_SORTS,
  type ConcordanceRow,
  type ConcordanceSort,
  type ConcordanceSource,
  type ConcordanceState,
} from '../../shared/contract/concordance-methods'
import { DictumError } from '../../shared/domain/result'
import { DEFAULT_CONTEXT } from '../../shared/domain/search/concordance-view'
import { indexCodePoints } from '../../shared/domain/text/code-points'
import { type Command, EXIT, text, UsageError } from '../command'
import type { Io } from '../io'
import { counted } from '../lay-out'
import { asCount, asLabelId, asQuery } from '../option-values'
import { type ProjectEngine, withProject } from '../project-engine'

const LIMIT = 50
/** How many lines the engine is asked for at a time. */
const AT_ONCE = 200
const ASK_EVERY_MS = 40
/** Characters to the left of a hit, where a person reads. */
const LEFT = 50
const RIGHT = 50

/** Short for the commonest orders. */
const SORTS: Readonly<Record<string, ConcordanceSort>> = {
  ...Object.fromEntries(CONCORDANCE_SORTS.map((sort) => [sort, sort])),
  left: 'left1',
  right: 'right1',
  date: 'oldest',
}

export const concordanceCommand: Command = {
  name: 'concordance',
  summary: 'List every hit of a search in its line, or all spans of a label.',
  usage: 'concordance PROJECT [QUERY] [--label LABEL] [--sort ORDER] [--limit N]',
  optionHelp: [
    ['--label LABEL', 'all spans of this label; with a query, only hits inside such spans'],
    ['--sort ORDER', `${Object.keys(SORTS).join(', ')} (default: imported)`],
    ['--limit N', `how many lines to show (default: ${LIMIT})`],
  ],
  options: { label: { type: 'string' }, sort: { type: 'string' }, limit: { type: 'string' } },
  positionals: { least: 1, most: 2 },
  run: async ({ positionals, values, json, io }) => {
    const [project, query] = positionals as [string, string | undefined]
    const label = text(values, 'label')
    if (query === undefined && label === undefined) throw new UsageError('Name the words to look for, or a --label.')
    const sort = asSort(text(values, 'sort') ?? 'imported')
    const limit = asCount('limit', text(values, 'limit') ?? String(LIMIT))
    const answer = await withProject(io, project, undefined, async (engine) => {
      const state = await look(engine, io, await sourceOf(engine, query, label), sort)
      const rows = await firstRows(engine, state, limit)
      return { state, rows, hits: json ? await toHits(engine, rows) : [] }
    })
    const { hits: total, articles } = answer.state
    io.out(
      json
        ? `${JSON.stringify({ total, articles, offset_unit: 'codepoint', hits: answer.hits })}\n`
        : readable(answer.state, answer.rows),
    )
    return EXIT.done
  },
}

function asSort(word: string): ConcordanceSort {
  const sort = Object.hasOwn(SORTS, word) ? SORTS[word] : undefined
  if (sort === undefined) throw new UsageError(`“${word}” is no order. Choose from: ${Object.keys(SORTS).join(', ')}.`)
  return sort
}

async function sourceOf(
  engine: ProjectEngine,
  query: string | undefined,
  label: string | undefined,
): Promise<ConcordanceSource> {
  const { labelSet } = (await engine.window('project.current', {}))!
  const labelId = label === undefined ? null : asLabelId(labelSet, label)
  if (query === undefined) return { kind: 'label', labelId: labelId! }
  return { kind: 'query', query: asQuery(query), inLabel: labelId }
}

/** Looks to the end, or until Ctrl+C. */
async function look(
  engine: ProjectEngine,
  io: Io,
  source: ConcordanceSource,
  sort: ConcordanceSort,
): Promise<ConcordanceState> {
  const started = await engine.window('concordance.start', { source, filter: null, sort })
  const { concordanceId } = started
  const dispose = io.onInterrupt(() => void engine.window('concordance.stop', { concordanceId }))
  try {
    let state = started
    while (state.state === 'running' || state.sort !== sort) {
      if (state.state === 'running') await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS))
      state = (await engine.window('concordance.sort', { concordanceId, sort, chosen: [] })).state
    }
    if (state.error) throw new DictumError(state.error.code, state.error.message, state.error.detail)
    if (state.state === 'stopped') throw new DictumError('cancelled', 'Cancelled.')
    return state
  } finally {
    dispose()
  }
}

async function firstRows(
  engine: ProjectEngine,
  { concordanceId, hits }: ConcordanceState,
  limit: number,
): Promise<ConcordanceRow[]> {
  const rows: ConcordanceRow[] = []
  for (let from = 0; from < Math.min(limit, hits); from += AT_ONCE) {
    const count = Math.min(AT_ONCE, limit - from)
    rows.push(...(await engine.window('concordance.rows', { concordanceId, from, count, context: DEFAULT_CONTEXT })))
  }
  return rows
}

/** The lines with their places in code points. */
async function toHits(engine: ProjectEngine, rows: readonly ConcordanceRow[]) {
  const known = new Map<number, ReturnType<typeof indexCodePoints>>()
  const hits = []
  for (const { articleId, articleUid, title, publishedOn, start, end, left, hit, right } of rows) {
    const index =
      known.get(articleId) ?? indexCodePoints((await engine.window('article.open', { articleId })).article.text)
    known.set(articleId, index)
    const place = { start: index.fromUtf16(start), end: index.fromUtf16(end) }
    hits.push({ article: articleUid, title, date: publishedOn, left, hit, right, ...place })
  }
  return hits
}

function readable({ hits, articles }: ConcordanceState, rows: readonly ConcordanceRow[]): string {
  const shown = rows.length < hits ? `, the first ${rows.length} of them` : ''
  const head = `${counted(hits, 'hit')} in ${counted(articles, 'article')}${shown}${hits === 0 ? '.' : ':'}\n`
  const lines = rows.map(({ left, hit, right, title }) => {
    const before = Array.from(left).slice(-LEFT).join('')
    const after = Array.from(right).slice(0, RIGHT).join('').trimEnd()
    return `${' '.repeat(LEFT - Array.from(before).length)}${before}[${hit}]${after}  (${title ?? ''})\n`
  })
  return `${head}${lines.length === 0 ? '' : '\n'}${lines.join('')}`
}
