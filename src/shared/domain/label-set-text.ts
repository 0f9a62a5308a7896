import { z } from 'zod'
import { type LabelSet, LabelSetSchema } from './label-set'
import { labelSetProblems } from './label-set-problems'
import { fail, ok, type Result } from './result'

/** A label set as a file holds it: JSON for people to read and change. */
export const labelSetToText = (set: LabelSet): string => `${JSON.stringify(set, null, 2)}\n`

/** Reads what a file holds. The failure says what is wrong and where. */
export function labelSetFromText(text: string): Result<LabelSet> {
  let content: unknown
  try {
    content = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    return fail('bad_request', `This is not JSON: ${(error as Error).message}`)
  }
  const parsed = LabelSetSchema.safeParse(content)
  if (!parsed.success) return fail('bad_request', `This is not a label set:\n${z.prettifyError(parsed.error)}`)
  const problems = labelSetProblems(parsed.data)
  return problems.length === 0 ? ok(parsed.data) : fail('bad_request', problems.join(' '))
}
