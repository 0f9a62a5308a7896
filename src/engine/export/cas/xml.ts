/** What XML 1.0 cannot hold, not even written as a number: control characters, halves of characters, U+FFFE and U+FFFF. */
const NOT_IN_XML = /\p{Cc}(?<![\t\n\r\u007f-\u009f])|\p{Surrogate}|[\ufffe\uffff]/gu
/** As long as what it stands for, so that no offset moves. */
const REPLACEMENT = '\ufffd'

const WRITTEN: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // a parser takes them for spaces, or for each other, where they stand as they are
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}

/** For an attribute’s value or an element’s text that holds nothing XML cannot. */
export const escapeXml = (text: string): string => text.replace(/[&<>"\t\n\r]/g, (character) => WRITTEN[character]!)

/** The text with U+FFFD for what XML cannot hold, and where that stood (UTF-16) and what it was: `12:b 40:fffe`. */
export function withoutForeign(text: string): { readonly text: string; readonly replaced: string } {
  const replaced: string[] = []
  const clean = text.replace(NOT_IN_XML, (character, at: number) => {
    replaced.push(`${at}:${character.charCodeAt(0).toString(16)}`)
    return REPLACEMENT
  })
  return { text: clean, replaced: replaced.join(' ') }
}
