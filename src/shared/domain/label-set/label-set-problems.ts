import { type Attribute, type LabelSet, LabelSetSchema } from './label-set'
import { nameKey } from './label-set-ids'
import { issueSentence } from './label-set-issues'
import { titleOf } from './label-set-words'

/**
 * What speaks against using a set, a sentence each. Stricter than the schema, which has to read whatever older
 * versions stored. Empty: it can be used.
 */
export function labelSetProblems(set: LabelSet): string[] {
  const parsed = LabelSetSchema.safeParse(set)
  if (!parsed.success) return parsed.error.issues.map(issueSentence)
  const problems: string[] = []
  if (!set.labels.some(({ enabled }) => enabled)) problems.push('At least one label must be switched on.')
  for (const label of set.labels) problems.push(...attributeProblems(label.attributes, ` of ${titleOf(label)}`))
  problems.push(...attributeProblems(set.fields, ' among the document fields'))
  return problems
}

function attributeProblems(attributes: readonly Attribute[], where: string): string[] {
  const problems: string[] = []
  for (const id of repeated(attributes.map((one) => one.id)))
    problems.push(`Two attributes${where} have the id “${id}”.`)
  for (const name of repeated(attributes.map((one) => one.name))) {
    problems.push(`Two attributes${where} have the name “${name}”.`)
  }
  for (const attribute of attributes) {
    const what = `“${titleOf(attribute)}”${where}`
    const { options } = attribute
    if (attribute.type !== 'choice' && attribute.type !== 'choices') continue
    if (options.length === 0) problems.push(`${what} needs at least one option to choose.`)
    for (const id of repeated(options.map((one) => one.id)))
      problems.push(`Two options of ${what} have the id “${id}”.`)
    for (const name of repeated(options.map((one) => one.name))) {
      problems.push(`Two options of ${what} have the name “${name}”.`)
    }
  }
  return problems
}

/** Each that stands there twice, capitals aside. */
function repeated(names: readonly string[]): string[] {
  const keys = names.map(nameKey)
  return [...new Set(names.filter((_, index) => keys.indexOf(keys[index]!) !== index))]
}
