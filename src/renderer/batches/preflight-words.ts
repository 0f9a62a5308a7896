import type { PreflightReport } from '../../shared/contract/preflight'
import { OFFSET_UNITS, UNIT_NAMES } from '../../shared/domain/text/offset-units'
import type { ReportItem } from '../dialogs/report-list'

/** “Offsets count code points.” */
export function offsetsText(unit: string | null): string {
  const known = OFFSET_UNITS.find((one) => one === unit)
  return known === undefined ? 'Offsets count different units, file by file.' : `Offsets count ${UNIT_NAMES[known]}.`
}

const UNITS = ['bytes', 'KB', 'MB', 'GB']

/** “3.2 MB” */
export function formatBytes(bytes: number): string {
  let value = bytes
  let unit = 0
  while (value >= 1024 && unit < UNITS.length - 1) {
    value /= 1024
    unit++
  }
  return `${value.toLocaleString('en', { maximumFractionDigits: value < 10 && unit > 0 ? 1 : 0 })} ${UNITS[unit]}`
}

type Item = PreflightReport['items'][number]

const RANK: Record<Item['outcome'], number> = {
  failed: 0,
  warning: 1,
  changed: 2,
  cancelled: 3,
  passed_over: 4,
  duplicate: 5,
}

/** What would not come in plainly, what needs attention first. */
export const preflightItems = ({ items }: PreflightReport): ReportItem[] =>
  [...items]
    .sort((a, b) => RANK[a.outcome] - RANK[b.outcome])
    .map(({ path, outcome, message }) => ({
      title: path,
      message,
      tone: outcome === 'failed' || outcome === 'warning' ? 'warn' : 'plain',
    }))
