import type { Warning } from './warning'

// but for tab, line feed, vertical tab, form feed and carriage return; U+0080 to U+009F are no proof of anything
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\0-\x08\x0e-\x1f\x7f]/
/** Old programs of DOS end their files with it. */
const DOS_END = '\u001a'

/** A file's text without the signs of its end. */
export function withoutDosEnd(text: string): string {
  let end = text.length
  while (text[end - 1] === DOS_END) end--
  return text.slice(0, end)
}

/** Whether there is a character that no text has. */
export const hasControl = (text: string): boolean => CONTROL.test(text)

const NAMES =
  'NUL SOH STX ETX EOT ENQ ACK BEL BS HT LF VT FF CR SO SI DLE DC1 DC2 DC3 DC4 NAK SYN ETB CAN EM SUB ESC FS GS RS US'.split(
    ' ',
  )

const nameOf = (code: number): string =>
  `U+${code.toString(16).toUpperCase().padStart(4, '0')} (${NAMES[code] ?? 'DEL'})`

const lineOf = (text: string, at: number): number => (text.slice(0, at).match(/\r\n?|\n/g)?.length ?? 0) + 1

/** The first character that no text has, in words, and its line; null where there is none. */
export function firstControl(text: string): { readonly name: string; readonly line: number } | null {
  const at = text.search(CONTROL)
  return at < 0 ? null : { name: nameOf(text.charCodeAt(at)), line: lineOf(text, at) }
}

/** What of a text is no writing, and stays in it all the same. */
export function controlWarnings(text: string): readonly Warning[] {
  const at = Math.max(text.indexOf('\v'), text.indexOf(DOS_END))
  if (at < 0) return []
  const why = text[at] === DOS_END ? 'with which old files end' : 'with which word processors break a line'
  const message = `${nameOf(text.charCodeAt(at))}, ${why}, stands in line ${lineOf(text, at)}. It stays in the text.`
  return [{ code: 'control_character', message }]
}
