import { fail, ok, type Result } from '../result'
import { type LabelSet, LabelSetSchema } from './label-set'
import { issueSentence } from './label-set-issues'
import { labelSetProblems } from './label-set-problems'

/** A label set as a file holds it: JSON for people to read and change. */
export const labelSetToText = (set: LabelSet): string => `${JSON.stringify(set, null, 2)}\n`

/** How many problems are told: who has mended them sees the next ones. */
const TOLD = 3

/** The line that the parser stumbled over, where it says so. */
function lineOf(text: string, { message }: Error): string {
  const position = /at position (\d+)/.exec(message)?.[1]
  return position === undefined ? '' : ` in line ${text.slice(0, Number(position)).split('\n').length}`
}

function several(sentences: readonly string[]): string {
  const more = sentences.length - TOLD
  return [...sentences.slice(0, TOLD), ...(more > 0 ? [`And ${more} more.`] : [])].join(' ')
}

/** Reads what a file holds. The failure says what is wrong and where, and what to do. */
export function labelSetFromText(text: string): Result<LabelSet> {
  const json = text.replace(/^\uFEFF/, '')
  let content: unknown
  try {
    content = JSON.parse(json)
  } catch (error) {
    const where = lineOf(json, error as Error)
    return fail(
      'bad_request',
      `This is not JSON: something is wrong${where}. Look for a missing or superfluous comma, quotation mark or bracket, or choose a file that Dictum has exported.`,
    )
  }
  const parsed = LabelSetSchema.safeParse(content)
  if (!parsed.success) {
    const wrong = several(parsed.error.issues.map(issueSentence))
    return fail(
      'bad_request',
      `This is not a label set. ${wrong} Mend that, or choose a file that Dictum has exported.`,
    )
  }
  const problems = labelSetProblems(parsed.data)
  return problems.length === 0 ? ok(parsed.data) : fail('bad_request', several(problems))
}
