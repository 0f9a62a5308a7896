/**
 * What ends a line of a `.ann` file where brat reads it: its `open_textfile` reads line by line with Python’s codecs, which
 * part lines as `unicode.splitlines` does (nlplab/brat, server/src/annotation.py). Words are on one line, so no part of a
 * span may hold one of these.
 */
const BREAKS = '\\n\\v\\f\\r\\x1c-\\x1e\\x85\\u2028\\u2029'

const BREAK = new RegExp(`[${BREAKS}]`)
const BREAKS_ONLY = new RegExp(`^[${BREAKS}]+$`)

export const hasLineBreak = (text: string): boolean => BREAK.test(text)

/** Whether there is nothing else, and one at least. */
export const isLineBreaks = (text: string): boolean => BREAKS_ONLY.test(text)
