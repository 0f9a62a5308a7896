import { DEFAULT_READING, type Reading } from '../../../shared/domain/settings'

const FONTS: Record<Reading['font'], string> = {
  serif: 'var(--font-text)',
  sans: 'var(--font-ui)',
  mono: 'var(--font-mono)',
}
/** Width of a letter on average, in heights of the letters. */
const LETTER_WIDTHS: Record<Reading['font'], number> = { serif: 0.45, sans: 0.5, mono: 0.6 }
/** Of the column with its padding, in CSS pixels. */
const WIDTHS: Record<Exclude<Reading['lineLength'], 'full'>, number> = { narrow: 560, medium: 680, wide: 840 }
/** No column that the smallest window has is narrower, in CSS pixels. */
const NARROWEST = 320
/** On both sides together, in CSS pixels; article-view.module.css has it too. */
const PADDING = 56
/** Distance of two rows, in heights of the letters. */
const SPACINGS: Record<Reading['spacing'], number> = { compact: 1.5, normal: 1.72, loose: 2 }

/** From one row of text to the next, in whole CSS pixels, so that underlines are as sharp in every row. */
const rowHeight = ({ size, spacing }: Reading): number => Math.round(size * SPACINGS[spacing])

const lettersPerRow = ({ font, size }: Reading, columnWidth: number): number =>
  (columnWidth - PADDING) / (size * LETTER_WIDTHS[font])

/**
 * The reading settings as custom properties of the column. `available` is the width that there is for it, in CSS
 * pixels.
 *
 * Where lines were never on the screen, their heights are estimates from the default settings: `--reading-rows` and
 * `--reading-leading` say how many times as many rows there will be now, and how many times as high.
 */
export function readingProperties(reading: Reading, available: number): Record<string, string> {
  const limit = reading.lineLength === 'full' ? null : WIDTHS[reading.lineLength]
  const width = Math.max(Math.min(limit ?? available, available), NARROWEST)
  const rows = lettersPerRow(DEFAULT_READING, WIDTHS.medium) / lettersPerRow(reading, width)
  return {
    '--reading-font': FONTS[reading.font],
    '--reading-size': `${reading.size}px`,
    '--reading-line': `${rowHeight(reading)}px`,
    '--reading-width': limit === null ? 'none' : `${limit}px`,
    '--reading-rows': rows.toFixed(3),
    '--reading-leading': (rowHeight(reading) / rowHeight(DEFAULT_READING)).toFixed(3),
  }
}
