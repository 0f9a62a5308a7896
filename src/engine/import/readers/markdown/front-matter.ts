import { parseDocument, type Scalar, visit } from 'yaml'
import { losesDigits } from '../exact-json'

/** More is no front matter. UTF-16 code units. */
export const LONGEST_FRONT_MATTER = 64 * 1024
/** One alias may stand for many, and so on: more of them than a person would write are refused. */
const MOST_ALIASES = 50

export type FrontMatter =
  /** The text after it; `values` is null where there is none. */
  | { readonly kind: 'read'; readonly text: string; readonly values: ReadonlyMap<unknown, unknown> | null }
  /** `source`: what stands between the lines of hyphens, and `text` what follows them. */
  | {
      readonly kind: 'broken'
      readonly why: string
      readonly line: number | null
      readonly source: string
      readonly text: string
    }

const CLOSING = /^(?:---|\.\.\.)[ \t]*(?:\n|$)/m

/** Takes the front matter off a text: YAML between a first line of three hyphens and the next one. */
export function readFrontMatter(text: string): FrontMatter {
  const opening = /^---[ \t]*\n/.exec(text)
  if (opening === null) return { kind: 'read', text, values: null }
  const rest = text.slice(opening[0].length)
  const closing = CLOSING.exec(rest.slice(0, LONGEST_FRONT_MATTER))
  // a line across the page, as it may stand anywhere
  if (closing === null) return { kind: 'read', text, values: null }
  const after = rest.slice(closing.index + closing[0].length)
  const source = rest.slice(0, closing.index)
  const values = parse(source)
  if (values instanceof Broken) return { kind: 'broken', why: values.why, line: values.line, source, text: after }
  // a sentence between two lines, and nothing that has a name
  if (values === null) return { kind: 'read', text, values: null }
  if (after.trim() === '') return { kind: 'broken', why: 'no text follows it', line: null, source, text: after }
  return { kind: 'read', text: after, values }
}

class Broken {
  constructor(
    readonly why: string,
    readonly line: number | null,
  ) {}
}

function parse(source: string): ReadonlyMap<unknown, unknown> | Broken | null {
  try {
    const document = parseDocument(source, { schema: 'core', customTags: [], logLevel: 'error', prettyErrors: true })
    const [error] = document.errors
    // the lines are those of the file, which begins with three hyphens
    if (error) return new Broken(firstSentence(error.message), (error.linePos?.[0].line ?? 0) + 1)
    visit(document, { Scalar: (_key, scalar) => keepDigits(scalar) })
    const values: unknown = document.toJS({ mapAsMap: true, maxAliasCount: MOST_ALIASES })
    if (values instanceof Map) return isSpeech(values) ? null : values
    return values === null ? new Map() : null
  } catch (error) {
    return new Broken(error instanceof Error ? firstSentence(error.message) : 'it is too deep', null)
  }
}

/** `01234` is a postcode, and an id of 19 digits is no other one: both stay as they are written. */
function keepDigits(scalar: Scalar): void {
  const { value, source } = scalar
  if (typeof value !== 'number' || source === undefined || !Number.isFinite(value)) return
  if (losesDigits(value) || /^[-+]?0\d/.test(source)) scalar.value = source
}

/** `She said:` between two lines: its words would be lost as a name without a value. */
const isSpeech = (values: ReadonlyMap<unknown, unknown>): boolean =>
  [...values].some(([name, value]) => value === null && /\s/.test(String(name)))

const firstSentence = (message: string): string => message.split(/ at line |\n/)[0]!.replace(/[.:]$/, '')
