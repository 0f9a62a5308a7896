import type { AttributeValue } from '../../../shared/domain/annotations/annotations'

/** By name, whatever the order of the label set: a project that learned the same names in another order writes the same. */
export const valuesInOrder = (values: Readonly<Record<string, AttributeValue>>): Record<string, AttributeValue> =>
  Object.fromEntries(Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1)))
