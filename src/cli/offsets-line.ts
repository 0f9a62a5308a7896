import { OFFSET_UNITS, UNIT_NAMES } from '../shared/domain/text/offset-units'

/** “Offsets count code points.”; nothing where nothing was counted. */
export function offsetsLine(unit: string | null): string {
  if (unit === null) return ''
  const known = OFFSET_UNITS.find((one) => one === unit)
  return known === undefined
    ? 'Offsets count different units, file by file.\n'
    : `Offsets count ${UNIT_NAMES[known]}.\n`
}
