/** One line of a `.ann` file. See https://brat.nlplab.org/standoff.html */
export type AnnLine =
  | TextBound
  | { readonly kind: 'relation'; readonly id: string; readonly type: string; readonly ends: readonly Argument[] }
  | { readonly kind: 'event'; readonly id: string; readonly trigger: string; readonly roles: readonly Argument[] }
  | { readonly kind: 'equal'; readonly type: string; readonly ids: readonly string[] }
  | {
      readonly kind: 'attribute'
      readonly id: string
      readonly name: string
      readonly target: string
      /** Null where the attribute is just there. */
      readonly value: string | null
    }
  | {
      readonly kind: 'reference'
      readonly id: string
      readonly target: string
      readonly reference: string
      readonly words: string
    }
  | { readonly kind: 'note'; readonly type: string; readonly target: string; readonly words: string }

export interface TextBound {
  readonly kind: 'span'
  readonly id: string
  readonly type: string
  readonly parts: readonly (readonly [number, number])[]
  readonly words: string | null
}

export interface Argument {
  readonly role: string
  readonly id: string
}

/** A line by the tabs in it, or what is wrong with it, in words. */
export function parseAnnLine(line: string): AnnLine | string {
  const [id, data, words] = cells(line)
  switch (id[0]) {
    case 'T':
      return textBound(id, data, words)
    case 'R':
      return relation(id, data)
    case 'E':
      return event(id, data)
    case '*':
      return equal(data)
    case 'A':
    case 'M':
      return attribute(id, data)
    case 'N':
      return reference(id, data, words)
    case '#':
      return note(data, words)
    default:
      return `A line begins with T, R, E, A, M, N, # or *, and this one with “${id.slice(0, 20)}”.`
  }
}

/** What stands after the second tab is text, with whatever tabs are in it. */
function cells(line: string): [id: string, data: string, words: string | null] {
  const first = line.search(/[\t ]/)
  if (first < 0) return [line, '', null]
  const second = line.indexOf('\t', first + 1)
  if (second < 0) return [line.slice(0, first), line.slice(first + 1), null]
  return [line.slice(0, first), line.slice(first + 1, second), line.slice(second + 1)]
}

const PARTS = /^(\S+)\s+(-?\d+\s+-?\d+(?:\s*;\s*-?\d+\s+-?\d+)*)\s*$/

/** Offsets with something behind them. */
const UNPARTED = /^\S+\s+-?\d+\s+-?\d+(?:\s*;\s*-?\d+\s+-?\d+)*\s/
const NO_TAB = 'Between its offsets and its words there is no tab, so it was not read. Put one there.'
const NO_OFFSETS = 'This line has no offsets: they are two numbers, or more, as in “CLAIM 0 5;9 12”.'

function textBound(id: string, data: string, words: string | null): AnnLine | string {
  const found = PARTS.exec(data)
  if (found === null) return words === null && UNPARTED.test(data) ? NO_TAB : NO_OFFSETS
  const parts = found[2]!.split(';').map((part) => part.trim().split(/\s+/).map(Number) as [number, number])
  return { kind: 'span', id, type: found[1]!, parts, words }
}

const ARGUMENT = /^([^\s:]+):(\S+)$/

function argumentsOf(words: readonly string[]): Argument[] | null {
  const found = words.map((word) => ARGUMENT.exec(word))
  return found.every((one) => one !== null) ? found.map((one) => ({ role: one[1]!, id: one[2]! })) : null
}

const wordsOf = (data: string): string[] => data.split(/\s+/).filter((word) => word !== '')

function relation(id: string, data: string): AnnLine | string {
  const [type, ...rest] = wordsOf(data)
  const ends = argumentsOf(rest)
  if (type === undefined || ends === null || ends.length !== 2) {
    return 'A relation has a type and two ends, as in “said_by Arg1:T1 Arg2:T2”.'
  }
  return { kind: 'relation', id, type, ends }
}

function event(id: string, data: string): AnnLine | string {
  const found = argumentsOf(wordsOf(data))
  const trigger = found?.[0]
  if (found === null || trigger === undefined) return 'An event has a trigger, as in “Say:T1 Who:T2”.'
  return { kind: 'event', id, trigger: trigger.id, roles: found.slice(1) }
}

function equal(data: string): AnnLine | string {
  const [type, ...ids] = wordsOf(data)
  if (type === undefined || ids.length < 2)
    return 'What is equal has a type and two spans at least, as in “Same T1 T2”.'
  return { kind: 'equal', type, ids }
}

function attribute(id: string, data: string): AnnLine | string {
  const found = /^(\S+) +(\S+)(?: (.+))?$/.exec(data.trimStart())
  if (found === null) return 'An attribute has a name and a span, as in “form T1 direct”.'
  return { kind: 'attribute', id, name: found[1]!, target: found[2]!, value: found[3] ?? null }
}

function reference(id: string, data: string, words: string | null): AnnLine | string {
  const [type, target, ...rest] = wordsOf(data)
  if (type === undefined || target === undefined || rest.length === 0) {
    return 'A reference has a type, a span and what is meant, as in “Reference T1 Wikipedia:64488”.'
  }
  return { kind: 'reference', id, target, reference: rest.join(' '), words: words ?? '' }
}

function note(data: string, words: string | null): AnnLine | string {
  const [type, target] = wordsOf(data)
  if (type === undefined || target === undefined) return 'A note has a type and a span, as in “AnnotatorNotes T1”.'
  return { kind: 'note', type, target, words: words ?? '' }
}
