/** The reading column's measures in CSS pixels; they stand in article-text.css too. */
const LINE_HEIGHT = 31
const HEADLINE_HEIGHT = 30
const LINE_PADDING = 14
/** Letters that fit into one line of the column, about. */
const LETTERS_PER_LINE = 72
const HEADLINE_LETTERS_PER_LINE = 58

/** How one line of the text is drawn before it has been measured. */
export function lineLook(line: string, isHeadline: boolean): { className: string; estimatedHeight: number } {
  if (line === '') return { className: 'line line-empty', estimatedHeight: 0 }
  const perLine = isHeadline ? HEADLINE_LETTERS_PER_LINE : LETTERS_PER_LINE
  const height = isHeadline ? HEADLINE_HEIGHT : LINE_HEIGHT
  return {
    className: isHeadline ? 'line line-head' : 'line',
    estimatedHeight: Math.ceil(line.length / perLine) * height + LINE_PADDING,
  }
}
