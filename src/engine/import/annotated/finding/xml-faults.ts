/** What is wrong with a text that is no XML, for a person, and in which line of it. */
export interface XmlFault {
  readonly message: string
  /** From 1. */
  readonly line: number
}

/** What may hold a bare `&`, and an `&` that begins nothing. */
const BARE = /<!\[CDATA\[.*?\]\]>|<!--.*?-->|<\?.*?\?>|&(?!(?:#\d+|#x[\da-f]+|[\p{L}_:][\p{L}\p{M}\p{N}_:.-]*);)/gisu

/**
 * Where a fault is that a parser came upon at `position`: that may be far behind it, as it reads an entity up to the next
 * semicolon and a quotation up to the next quotation mark.
 */
export function xmlFault(text: string, said: string, position: number): XmlFault {
  const before = text.slice(0, position)
  const bare = [...before.matchAll(BARE)].find(([found]) => found === '&')
  if (bare !== undefined)
    return { message: 'an “&” stands there alone, which is written “&amp;”', line: lineOf(text, bare.index) }
  const fault = (message: string, at: number): XmlFault => ({ message, line: lineOf(text, at) })
  if (said === 'undefined entity') {
    const at = before.lastIndexOf('&')
    return fault(`“${before.slice(at, at + 30)}” is not known there: write the character itself`, at)
  }
  if (said === 'disallowed character' && before.endsWith('<')) {
    const tagEnd = /[^\s]\s*\n\s*<$/.exec(before)
    const isNextTag = tagEnd?.[0].startsWith('>') === true
    if (isNextTag) return fault('the value of an attribute does not end, for want of a quotation mark', tagEnd.index)
    return fault('a “<” stands in the value of an attribute, which is written “&lt;”', position - 1)
  }
  const unclosed = /^unclosed tag: (.*)$/.exec(said)
  if (unclosed !== null) return fault(`it ends before <${unclosed[1]}> is closed, as if it was cut off`, position)
  return fault(said, position)
}

function lineOf(text: string, at: number): number {
  let line = 1
  for (let next = text.indexOf('\n'); next >= 0 && next < at; next = text.indexOf('\n', next + 1)) line++
  return line
}
