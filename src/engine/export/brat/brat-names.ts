import { escapeName } from '../../../shared/domain/escaped-names'
import type { LabelSet } from '../../../shared/domain/label-set/label-set'

/** What brat takes for a name of a type; see https://brat.nlplab.org/configuration.html */
const NAME = /[A-Za-z0-9_-]/
/** A line of nothing but hyphens parts a section (`__read_term_hierarchy` of nlplab/brat, server/src/projectconfig.py). */
const HYPHENS = /^-+$/
const WITHOUT_HYPHENS = /[A-Za-z0-9_]/
/** What a line’s cell can hold: no tab, no line break, nothing else that some reader ends a line at. */
export const CELL = /[^\p{Cc}\u2028\u2029]/u

/** Names as brat can hold them; the same name always gives the same one. */
export interface BratNames {
  name(name: string): string
  /** Whether the values of an attribute are a closed list, so that they are written as names are. */
  isChoice(attribute: string): boolean
}

export function bratNames(labelSet: LabelSet): BratNames {
  const known = new Map<string, string>()
  const choices = new Set(
    labelSet.labels.flatMap(({ attributes }) =>
      attributes.filter(({ type }) => type === 'choice' || type === 'choices').map(({ name }) => name),
    ),
  )
  return {
    name: (name) => {
      const earlier = known.get(name)
      if (earlier !== undefined) return earlier
      const escaped = escapeName(name, HYPHENS.test(name) ? WITHOUT_HYPHENS : NAME)
      known.set(name, escaped)
      return escaped
    },
    isChoice: (attribute) => choices.has(attribute),
  }
}

export const VALUE = NAME
