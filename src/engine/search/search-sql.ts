import { isIndexed, type SearchNear, type SearchNode, type SearchWords } from '../../shared/domain/search/search-query'

/** A condition on `article.id`, or what makes one out of the full-text index alone. */
type Compiled =
  | { readonly kind: 'match'; readonly match: string }
  | { readonly kind: 'sql'; readonly sql: string; readonly parameters: readonly string[] }

export interface SearchSql {
  /** What the full-text index alone must find; null: it cannot help. Ranks what is found. */
  readonly match: string | null
  /** What must hold besides, about `article.id`. */
  readonly conditions: readonly { readonly sql: string; readonly parameters: readonly string[] }[]
}

const quoted = (words: string): string => `"${words.replaceAll('"', '""')}"`

/** Words as a phrase of the full-text index. */
const phrase = ({ words, isPrefix }: SearchWords): string => `${quoted(words)}${isPrefix ? ' *' : ''}`
const inField = (field: string | null, match: string): string => (field === null ? match : `{${field}} : ${match}`)

/** One that the full-text index knows, as it reads it. */
export function matchOf(node: SearchWords | SearchNear): string {
  if (node.kind === 'words') return inField(node.field, phrase(node))
  return inField(node.terms[0]!.field, `NEAR(${node.terms.map(phrase).join(' ')}, ${node.distance})`)
}

/** Everything that must hold, with as much of it as possible left to the full-text index. */
export function searchSql(node: SearchNode): SearchSql {
  const parts = node.kind === 'and' ? node.parts : [node]
  const { match, taken } = joinMatches(parts)
  const others = parts.filter((_, n) => !taken.has(n)).map((part) => asSql(compile(part)))
  return { match, conditions: others.map(({ sql, parameters }) => ({ sql, parameters })) }
}

function compile(node: SearchNode): Compiled {
  switch (node.kind) {
    case 'words':
      return isIndexed(node.words) ? { kind: 'match', match: matchOf(node) } : letters(node)
    case 'near':
      return { kind: 'match', match: matchOf(node) }
    case 'or':
      return compileOr(node.parts)
    case 'and':
      return compileAnd(node.parts)
    case 'not':
      return negated(asSql(compile(node.part)))
  }
}

function compileOr(nodes: readonly SearchNode[]): Compiled {
  const parts = nodes.map(compile)
  const matches = parts.flatMap((part) => (part.kind === 'match' ? [part.match] : []))
  const others = parts.flatMap((part) => (part.kind === 'sql' ? [part] : []))
  const match: Compiled[] = matches.length === 0 ? [] : [{ kind: 'match', match: `(${matches.join(' OR ')})` }]
  return others.length === 0 ? match[0]! : together('OR', [...match, ...others].map(asSql))
}

function compileAnd(nodes: readonly SearchNode[]): Compiled {
  const { match, taken } = joinMatches(nodes)
  const others = nodes.filter((_, n) => !taken.has(n)).map((node) => asSql(compile(node)))
  if (match === null) return together('AND', others)
  const matched: Compiled = { kind: 'match', match: `(${match})` }
  return others.length === 0 ? matched : together('AND', [asSql(matched), ...others])
}

/** What of several things that must all hold is one expression for the index, and which ones those are. */
function joinMatches(nodes: readonly SearchNode[]): { match: string | null; taken: ReadonlySet<number> } {
  const wanted: string[] = []
  const unwanted: string[] = []
  const taken = new Set<number>()
  for (const [n, node] of nodes.entries()) {
    const part = compile(node.kind === 'not' ? node.part : node)
    if (part.kind !== 'match') continue
    if (node.kind === 'not') unwanted.push(part.match)
    else wanted.push(part.match)
    taken.add(n)
  }
  // the index can leave out only from what it has found
  if (wanted.length === 0) return { match: null, taken: new Set() }
  const all = wanted.join(' AND ')
  if (unwanted.length === 0) return { match: all, taken }
  return { match: `(${all}) NOT (${unwanted.join(' OR ')})`, taken }
}

/** Signs, and writing without spaces: read in the texts themselves, in both ways of composing letters. */
function letters({ words, field }: SearchWords): Compiled {
  const columns = field === null ? ['title', 'text'] : [field]
  const forms = [...new Set([words, words.normalize('NFC'), words.normalize('NFD')])]
  const tests = columns.flatMap((column) => forms.map(() => `instr(${column}, ?)`))
  return {
    kind: 'sql',
    sql: `id IN (SELECT article_id FROM article_search WHERE ${tests.join(' OR ')})`,
    parameters: columns.flatMap(() => forms),
  }
}

type Condition = Extract<Compiled, { kind: 'sql' }>

function asSql(part: Compiled): Condition {
  if (part.kind === 'sql') return part
  const sql = 'id IN (SELECT rowid FROM article_fts WHERE article_fts MATCH ?)'
  return { kind: 'sql', sql, parameters: [part.match] }
}

const negated = ({ sql, parameters }: Condition): Condition => ({ kind: 'sql', sql: `NOT (${sql})`, parameters })

const together = (operator: 'AND' | 'OR', parts: readonly Condition[]): Condition => ({
  kind: 'sql',
  sql: `(${parts.map(({ sql }) => sql).join(` ${operator} `)})`,
  parameters: parts.flatMap(({ parameters }) => parameters),
})
