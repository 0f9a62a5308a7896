import type { z } from 'zod'

type Issue = z.core.$ZodIssue

const KINDS: Record<string, string> = {
  array: 'a list in [ ]',
  object: 'an object in { }',
  string: 'a text in quotation marks',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
}

const quoted = (values: readonly unknown[]): string => values.map((value) => `“${value}”`).join(', ')

/** Where in a label set something is: “labels”, entry 2, “key”. */
const placeOf = (path: readonly PropertyKey[]): string =>
  path.map((step) => (typeof step === 'number' ? `entry ${step + 1}` : `“${String(step)}”`)).join(', ')

function whatIsWrong(issue: Issue): string {
  // the validator tells only by its message whether anything stands there
  if (issue.code === 'invalid_type' && issue.message.endsWith('received undefined')) return 'is missing'
  if (issue.code === 'invalid_type') return `must be ${KINDS[issue.expected] ?? `of the type ${issue.expected}`}`
  if (issue.code === 'invalid_value') return `must be one of ${quoted(issue.values)}`
  if (issue.code === 'too_small') return issue.origin === 'number' ? 'is too small' : 'must not be empty'
  if (issue.code === 'too_big') {
    const unit = issue.origin === 'array' ? 'entries' : 'characters'
    return issue.origin === 'number' ? 'is too large' : `has more than ${issue.maximum} ${unit}`
  }
  if (issue.code === 'invalid_format' && issue.path.at(-1) === 'key') return 'must be one small letter, or null'
  return `is not as it should be (${issue.message})`
}

/** What a check of a label set has found, as a sentence that needs no knowledge of the check. */
export function issueSentence(issue: Issue): string {
  if (issue.code === 'custom') return `${issue.message[0]?.toUpperCase()}${issue.message.slice(1)}.`
  return `${issue.path.length === 0 ? 'The whole' : placeOf(issue.path)} ${whatIsWrong(issue)}.`
}
