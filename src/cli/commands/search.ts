import type { Snippet } from '../../shared/contract/search-methods'
import type { WindowParams } from '../../shared/contract/window-methods'
import type { ArticleRow } from '../../shared/domain/corpus/articles'
import { indexCodePoints } from '../../shared/domain/text/code-points'
import { type Command, EXIT, text, type Values } from '../command'
import { counted } from '../lay-out'
import { asCount, asDays, asLabelId, asQuery, asStatus, type Days, listOf } from '../option-values'
import { type ProjectEngine, withProject } from '../project-engine'

const LIMIT = 20
/** How many the engine is asked for at a time. */
const AT_ONCE = 100

interface Hit {
  readonly article: string
  readonly title: string
  readonly date: string | null
  readonly snippet: string
  /** The hits in the snippet, in code points. */
  readonly marks: readonly (readonly [number, number])[]
}

export const searchCommand: Command = {
  name: 'search',
  summary: 'Find articles by their words, the best first.',
  usage:
    'search PROJECT QUERY [--limit N] [--status STATUS,…] [--label LABEL,…] [--lang LANG,…] [--tag TAG,…] [--from DAY] [--to DAY]',
  optionHelp: [
    ['--limit N', `how many to show (default: ${LIMIT})`],
    ['--status STATUS,…', 'only articles of these: todo, in_progress, done, skipped'],
    ['--label LABEL,…', 'only articles with spans of all of these labels'],
    ['--lang LANG,…', 'only articles in one of these languages, such as ro'],
    ['--tag TAG,…', 'only articles with all of these tags'],
    ['--from DAY, --to DAY', 'only articles of these days, both included'],
  ],
  options: {
    limit: { type: 'string' },
    status: { type: 'string' },
    label: { type: 'string' },
    lang: { type: 'string' },
    tag: { type: 'string' },
    from: { type: 'string' },
    to: { type: 'string' },
  },
  positionals: { least: 2, most: 2 },
  takesQuery: true,
  run: async ({ positionals, values, json, io }) => {
    const [project, query] = positionals as [string, string]
    const limit = asCount('limit', text(values, 'limit') ?? String(LIMIT))
    const days = asDays(text(values, 'from'), text(values, 'to'))
    const found = await withProject(io, project, undefined, (engine) => find(engine, query, values, days, limit))
    io.out(json ? `${JSON.stringify(found)}\n` : readable(found))
    return EXIT.done
  },
}

async function find(engine: ProjectEngine, query: string, values: Values, days: Days, limit: number) {
  const { labelSet } = (await engine.window('project.current', {}))!
  // nothing is being typed: what follows the last word says that it is whole
  const words = `${asQuery(query)} `
  const filter: WindowParams<'articles.query'>['filter'] = {
    text: words,
    statuses: listOf(text(values, 'status')).map(asStatus),
    labels: listOf(text(values, 'label')).map((name) => ({ labelId: asLabelId(labelSet, name), atLeast: 1 })),
    languages: listOf(text(values, 'lang')),
    tags: listOf(text(values, 'tag')),
    ...days,
  }
  const { articleIds } = await engine.window('articles.query', { filter, sort: 'relevance' })
  const hits: Hit[] = []
  for (let at = 0; at < Math.min(limit, articleIds.length); at += AT_ONCE) {
    const ids = [...articleIds.subarray(at, Math.min(at + AT_ONCE, limit))]
    const rows = await engine.window('articles.rows', { articleIds: ids })
    const snippets = await engine.window('search.snippets', { text: words, articleIds: ids })
    const byId = new Map(snippets.map((snippet) => [snippet.articleId, snippet]))
    hits.push(...rows.map((row) => toHit(row, byId.get(row.articleId))))
  }
  return { total: articleIds.length, hits }
}

function toHit(row: ArticleRow, snippet: Snippet | undefined): Hit {
  const words = snippet?.words ?? ''
  const index = indexCodePoints(words)
  const marks = (snippet?.marks ?? []).map(([start, end]) => [index.fromUtf16(start), index.fromUtf16(end)] as const)
  return { article: row.uid, title: row.title, date: row.publishedOn, snippet: words, marks }
}

function readable({ total, hits }: { total: number; hits: readonly Hit[] }): string {
  const shown = hits.length < total ? `, the best ${hits.length} of them` : ''
  const head = `${counted(total, 'article')} found${shown}${total === 0 ? '.' : ':'}\n`
  return (
    head +
    hits.map(({ title, date, snippet }) => `\n${title}${date === null ? '' : `  (${date})`}\n  ${snippet}\n`).join('')
  )
}
