import type { StoredDivision } from '../../../shared/contract/export-methods'
import { DictumError } from '../../../shared/domain/result'
import { forgetSplits, storedDivisions } from '../../store/rows/split-rows'
import type { Sql } from '../../store/sql'

/** Forgets where the articles of a division went. Returns what is left; throws bad_request if there is none of that name. */
export function forgetDivision(sql: Sql, name: string): StoredDivision[] {
  const known = storedDivisions(sql)
  if (!known.some((one) => one.name === name)) {
    const names =
      known.length === 0 ? 'There are none.' : `There are: ${known.map((one) => `“${one.name}”`).join(', ')}.`
    throw new DictumError('bad_request', `There are no splits called “${name}” in this project. ${names}`)
  }
  forgetSplits(sql, name, null)
  return storedDivisions(sql)
}
