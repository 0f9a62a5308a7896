import { asText } from './choose-mapping'
import type { Warning } from './reader'
import type { Cell } from './rows'

/** `[{"start":0,"end":5,"labels":["X"]}]`: how a table of another tool holds what is marked, as Label Studio’s CSV does. */
const REGIONS = /^\s*\[\s*\{(?=[^{}]*"start"\s*:)(?=[^{}]*"end"\s*:)(?=[^{}]*"(?:labels?|text)"\s*:)/

/** A word to the person, where a column of records holds annotations that come in as a text. */
export function annotationsAsText(rows: readonly Readonly<Record<string, Cell>>[]): Warning[] {
  const columns = new Set(
    rows.flatMap((cells) => Object.keys(cells).filter((name) => REGIONS.test(asText(cells[name]).slice(0, 1000)))),
  )
  return [...columns].map((name) => ({
    code: 'annotations_as_text',
    message:
      `The column “${name.slice(0, 60)}” holds annotations, which came in as a text with their articles. ` +
      'Export as JSON there, and import that, to have them as spans.',
  }))
}
