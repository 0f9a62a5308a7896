/** What each opening mark may be closed by. Some close in one tradition and open in another: „…“, “…”, »…«, ”…”. */
const CLOSERS: Readonly<Record<string, string>> = {
  '„': '”“',
  '“': '”',
  '”': '”',
  '«': '»',
  '»': '«',
  '‹': '›',
  '›': '‹',
  '‘': '’',
  '‚': '’‘',
  '’': '’',
  '"': '"',
  "'": "'",
  '(': ')',
  '[': ']',
  '{': '}',
  '（': '）',
  '「': '」',
  '『': '』',
  '《': '》',
  '〈': '〉',
  '【': '】',
}
const MARKS = new RegExp(
  `[${[...new Set(Object.entries(CLOSERS).flat().join(''))].map((c) => `\\${c}`).join('')}]`,
  'g',
)
const APOSTROPHES = new Set(["'", '’', '‘'])
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u
/** No quotation is longer than this; beyond it only the text next to the edges would be worth pairing (UTF-16). */
const REACH = 20_000

/**
 * Offsets of the quotation marks and brackets in `[start, end)` that have no partner in there. Apostrophes inside a
 * word, before a digit (’90s) or after a plural’s s (workers’) are no quotation marks.
 */
export function unpairedMarks(text: string, start: number, end: number): ReadonlySet<number> {
  const unpaired = new Set<number>()
  if (end - start > REACH) return unpaired
  const open: number[] = []
  for (const match of text.slice(start, end).matchAll(MARKS)) {
    const at = start + match.index
    const mark = match[0]
    if (APOSTROPHES.has(mark) && isApostrophe(text, at, open)) continue
    const partner = open.findLastIndex((opener) => CLOSERS[text[opener]!]!.includes(mark))
    if (partner >= 0) {
      for (const skipped of open.splice(partner).slice(1)) unpaired.add(skipped)
    } else if (mark in CLOSERS) open.push(at)
    else unpaired.add(at)
  }
  for (const opener of open) unpaired.add(opener)
  return unpaired
}

function isApostrophe(text: string, at: number, open: readonly number[]): boolean {
  const before = text[at - 1] ?? ' '
  const after = text[at + 1] ?? ' '
  if (LETTER_OR_DIGIT.test(before) && LETTER_OR_DIGIT.test(after)) return true
  if (/\d/.test(after) && !LETTER_OR_DIGIT.test(before)) return true
  const closesNothing = !open.some((opener) => APOSTROPHES.has(text[opener]!) || text[opener] === '‚')
  return before === 's' && closesNothing && !quoteOpenedBefore(text, at)
}

/** Whether a single quotation mark was opened shortly before, on the same line and outside the range. */
function quoteOpenedBefore(text: string, at: number): boolean {
  const line = text.slice(Math.max(text.lastIndexOf('\n', at - 1) + 1, at - 500), at)
  return /(?:^|[^\p{L}\p{N}])['‘‚][^'’]*$/u.test(line)
}
