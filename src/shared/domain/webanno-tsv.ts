/*
 * What writers and readers of WebAnno TSV 3 share; see the chapter “WebAnno TSV 3.3 File format” of INCEpTION’s user guide,
 * https://inception-project.github.io/releases/latest/docs/user-guide.html#sect_webannotsv
 */

export const SPAN_LAYER = 'webanno.custom.Span'
export const RELATION_LAYER = 'webanno.custom.Relation'
/** The feature that holds the label of a span; a layer that has it is one of ours. */
export const LABEL_FEATURE = 'label'
/** INCEpTION lets no feature be called `type`. */
export const TYPE_FEATURE = 'label'
/** Features of our layer that are no attributes. */
export const NOTE_FEATURE = 'note'
export const ENTITY_FEATURE = 'entity'
export const ENTITY_KIND_FEATURE = 'entity_kind'
/** Whose work it is. */
export const ANNOTATOR_FEATURE = 'annotator'
/** `2.1`: the first part of the second span that has several. */
export const PARTS_FEATURE = 'parts'
/** What cells can hold, in part escaped. */
export const CELL = /[^\p{Cc}]|[\t\n]/u

const VALUE_ESCAPES: Readonly<Record<string, string>> = { '\t': 't', '\n': 'n' }

/** A value of a feature in its cell. `->` is escaped as one sign. */
export const escapeValue = (value: string): string =>
  value.replace(/->|[\\[\]|_;*\t\n]/g, (sign) => `\\${VALUE_ESCAPES[sign] ?? sign}`)

/** A line of a sentence’s text: control characters have a backslash before them, the vertical tab alone has none. */
export const escapeLine = (line: string): string =>
  line.replace(/[\\\p{Cc}]/gu, (sign) => {
    if (sign === '\v' || sign >= '\x7f') return sign
    return `\\${LINE_ESCAPES[sign] ?? sign}`
  })
const LINE_ESCAPES: Readonly<Record<string, string>> = { '\t': 't', '\f': 'f', '\r': 'r', '\b': 'b' }

export interface Unescaped {
  readonly text: string
  /** Backslashes that stand before nothing that is escaped; they stay in the text. */
  readonly bad: number
}

const IN_VALUE = /\\(->|[\s\S]|$)/g
const VALUE_SIGNS: Readonly<Record<string, string>> = { t: '\t', n: '\n' }

export const unescapeValue = (value: string): Unescaped =>
  withoutEscapes(value, IN_VALUE, (sign) => VALUE_SIGNS[sign] ?? (/^(?:->|[\\[\]|_;*])$/.test(sign) ? sign : null))

const IN_LINE = /\\(u[0-9A-Fa-f]{4}|[\s\S]|$)/g
const LINE_SIGNS: Readonly<Record<string, string>> = { t: '\t', n: '\n', f: '\f', r: '\r', b: '\b', '\\': '\\' }

/** `asJava`: up to version 3.1 lines are escaped as in Java. `loose`: signs are that are escaped in values only. */
export const unescapeLine = (line: string, how: { asJava: boolean; loose: boolean }): Unescaped =>
  withoutEscapes(line, IN_LINE, (sign) => {
    if (sign.length > 1) return how.asJava ? String.fromCharCode(Number.parseInt(sign.slice(1), 16)) : null
    if (how.asJava && /["'/]/.test(sign)) return sign
    if (how.loose && /[[\]|_;*]/.test(sign)) return sign
    return LINE_SIGNS[sign] ?? (sign < ' ' ? sign : null)
  })

function withoutEscapes(text: string, escapes: RegExp, signOf: (sign: string) => string | null): Unescaped {
  if (!text.includes('\\')) return { text, bad: 0 }
  let bad = 0
  const found = text.replace(escapes, (whole, sign: string) => {
    const meant = sign === '' ? null : signOf(sign)
    if (meant === null) bad++
    return meant ?? whole
  })
  return { text: found, bad }
}

/** What attributes call the entities of a text: by their names, with the kind behind it where several have the same. */
export function entityIds(entities: readonly { readonly name: string; readonly kind: string }[]): string[] {
  const times = new Map<string, number>()
  for (const { name } of entities) times.set(name, (times.get(name) ?? 0) + 1)
  return entities.map(({ name, kind }) => (times.get(name) === 1 ? name : `${name} (${kind})`))
}
