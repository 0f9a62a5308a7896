import { fail, ok, type SearchResult } from './search-error'
import { type QueryPlace, type SearchField, searchTokens, type Token } from './search-tokens'

/** Words that stand one after another; the last of them may be the beginning of a word. */
export interface SearchWords {
  readonly kind: 'words'
  readonly words: string
  readonly isPrefix: boolean
  /** Null: in the title or in the text. */
  readonly field: SearchField | null
}

/** Words near one another in one field: at most `distance` other words stand between the first and the last. */
export interface SearchNear {
  readonly kind: 'near'
  readonly terms: readonly SearchWords[]
  readonly distance: number
}

/** What a query asks for. */
export type SearchNode =
  | SearchWords
  | SearchNear
  | { readonly kind: 'and' | 'or'; readonly parts: readonly SearchNode[] }
  | { readonly kind: 'not'; readonly part: SearchNode }

export interface SearchOptions {
  /** Whether a last word that nothing follows may still be unfinished: for what is searched while it is typed. */
  readonly isTyping?: boolean
}

/** More than anyone writes; the full-text index cannot read much deeper ones. */
const DEEPEST = 12
/** Of a query, in UTF-16 code units. */
export const LONGEST_QUERY = 400

/** Writing without spaces between words, of which the full-text index knows whole runs only. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/** Whether the full-text index can find these words; all else is looked for letter by letter in the texts. */
export const isIndexed = (words: string): boolean => /[\p{L}\p{N}\p{Co}]/u.test(words) && !UNSPACED.test(words)

/**
 * Reads a query: words, “phrases”, beginnings (tax*), AND, OR, NOT or -, brackets, title: and text:, NEAR or NEAR/5.
 * Words side by side must all be there; AND binds before OR. Null: nothing is asked for. Never throws.
 */
export function parseSearch(query: string, { isTyping = false }: SearchOptions = {}): SearchResult<SearchNode | null> {
  if (query.length > LONGEST_QUERY)
    return fail(`A search can hold ${LONGEST_QUERY} characters at most.`, LONGEST_QUERY, query.length)
  const read = searchTokens(query)
  if (!read.ok) return read
  const tokens = isTyping ? withLastWordOpen(read.value, query.length) : read.value
  if (tokens.length === 0) return ok(null)
  const reader = { tokens, at: 0 }
  const parsed = parseOr(reader, { field: null, depth: 0 })
  const left = tokens[reader.at]
  if (parsed.ok && left !== undefined)
    return fail('There is no bracket that this one could close.', left.start, left.end)
  return parsed
}

function withLastWordOpen(tokens: Token[], length: number): Token[] {
  const last = tokens.at(-1)
  if (last?.kind !== 'words' || last.isQuoted || last.end < length) return tokens
  const before = tokens.at(-2)
  // “-tax” must not leave out taxis while it is typed
  const isLeftOut = before?.kind === 'not' || (before?.kind === 'field' && tokens.at(-3)?.kind === 'not')
  return isLeftOut ? tokens : [...tokens.slice(0, -1), { ...last, isPrefix: true }]
}

interface Reader {
  readonly tokens: readonly Token[]
  at: number
}

interface Scope {
  readonly field: SearchField | null
  readonly depth: number
}

type Parsed = SearchResult<SearchNode>

const NAMES = { and: 'AND', or: 'OR', near: 'NEAR' } as const
const nothingBefore = (kind: keyof typeof NAMES, { start, end }: QueryPlace) =>
  fail(`${NAMES[kind]} stands between two words: write one before it.`, start, end)
const nothingAfter = (kind: keyof typeof NAMES, { start, end }: QueryPlace) =>
  fail(`${NAMES[kind]} stands between two words: write one after it.`, start, end)

const endsHere = (token: Token | undefined): boolean => token === undefined || token.kind === 'close'

function parseOr(reader: Reader, scope: Scope): Parsed {
  const parts: SearchNode[] = []
  for (;;) {
    const part = parseAnd(reader, scope)
    if (!part.ok) return part
    parts.push(part.value)
    const token = reader.tokens[reader.at]
    if (token?.kind !== 'or') return ok(joined('or', parts))
    reader.at++
    if (endsHere(reader.tokens[reader.at])) return nothingAfter('or', token)
  }
}

function parseAnd(reader: Reader, scope: Scope): Parsed {
  const parts: SearchNode[] = []
  for (;;) {
    const part = parseNot(reader, scope)
    if (!part.ok) return part
    parts.push(part.value)
    const token = reader.tokens[reader.at]
    if (token === undefined || token.kind === 'close' || token.kind === 'or') return ok(joined('and', parts))
    if (token.kind !== 'and') continue
    reader.at++
    if (endsHere(reader.tokens[reader.at])) return nothingAfter('and', token)
  }
}

function parseNot(reader: Reader, scope: Scope): Parsed {
  let isLeftOut = false
  for (let token = reader.tokens[reader.at]; token?.kind === 'not'; token = reader.tokens[reader.at]) {
    isLeftOut = !isLeftOut
    reader.at++
    if (endsHere(reader.tokens[reader.at])) return fail('Write what to leave out after this.', token.start, token.end)
  }
  const part = parsePart(reader, scope)
  return part.ok && isLeftOut ? ok({ kind: 'not', part: part.value }) : part
}

function parsePart(reader: Reader, scope: Scope): Parsed {
  const token = reader.tokens[reader.at]!
  if (token.kind === 'field') {
    if (scope.field !== null) return fail('One field cannot stand inside another.', token.start, token.end)
    const next = reader.tokens[++reader.at]
    if (next?.kind === 'words' || next?.kind === 'open') return parsePart(reader, { ...scope, field: token.field })
    return fail(`Write after this what the ${token.field} should say.`, token.start, token.end)
  }
  if (token.kind === 'open') return parseBrackets(reader, scope, token)
  if (token.kind === 'words') return parseWords(reader, scope, token)
  if (token.kind === 'close') return fail('There is no bracket that this one could close.', token.start, token.end)
  // “not” has been read already
  return nothingBefore(token.kind as keyof typeof NAMES, token)
}

function parseBrackets(reader: Reader, scope: Scope, open: Token): Parsed {
  if (scope.depth >= DEEPEST) return fail('These are too many brackets inside one another.', open.start, open.end)
  const next = reader.tokens[++reader.at]
  if (next?.kind === 'close') return fail('Write something between the brackets.', open.start, next.end)
  if (next === undefined) return fail('This bracket is never closed.', open.start, open.end)
  const inside = parseOr(reader, { ...scope, depth: scope.depth + 1 })
  if (!inside.ok) return inside
  if (reader.tokens[reader.at]?.kind !== 'close') return fail('This bracket is never closed.', open.start, open.end)
  const after = reader.tokens[++reader.at]
  return after?.kind === 'near'
    ? fail('NEAR stands between words or phrases, not brackets.', after.start, after.end)
    : inside
}

function parseWords(reader: Reader, { field }: Scope, first: Token & { kind: 'words' }): Parsed {
  const toTerm = ({ words, isPrefix }: typeof first): SearchWords => ({ kind: 'words', words, isPrefix, field })
  const terms = [toTerm(first)]
  const tokens = [first]
  let distance = 0
  for (let near = reader.tokens[++reader.at]; near?.kind === 'near'; near = reader.tokens[++reader.at]) {
    const next = reader.tokens[++reader.at]
    if (next?.kind !== 'words') return nothingAfter('near', near)
    distance = Math.max(distance, near.distance)
    terms.push(toTerm(next))
    tokens.push(next)
  }
  if (terms.length === 1) return ok(terms[0]!)
  const strange = tokens.find(({ words }) => !isIndexed(words))
  if (strange === undefined) return ok({ kind: 'near', terms, distance })
  return fail('NEAR works only between words with spaces around them.', strange.start, strange.end)
}

/** One part is itself; what is joined in the same way becomes one list. */
function joined(kind: 'and' | 'or', parts: readonly SearchNode[]): SearchNode {
  if (parts.length === 1) return parts[0]!
  return { kind, parts: parts.flatMap((part) => (part.kind === kind ? part.parts : [part])) }
}
