import { STATUSES, type Status } from '../shared/domain/corpus/articles'
import type { LabelSet } from '../shared/domain/label-set/label-set'
import { LONGEST_QUERY } from '../shared/domain/search/search-query'
import { text, UsageError, type Values } from './command'

/** What commas separate; an option that was not given has nothing. */
export const listOf = (value: string | undefined): string[] =>
  (value ?? '')
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '')

/** The same of an option that narrows: commas alone would choose everything. Throws {@link UsageError}. */
export function someOf(values: Values, option: string): string[] {
  const value = text(values, option)
  const items = listOf(value)
  if (value === undefined || items.length > 0) return items
  throw new UsageError(`What follows --${option} names nothing: “${value}”.`)
}

/** Throws {@link UsageError}. */
export function asStatus(word: string): Status {
  const status = STATUSES.find((known) => known === word)
  if (!status) throw new UsageError(`“${word}” is not a status. Choose from: ${STATUSES.join(', ')}.`)
  return status
}

/** A whole number from 1 up. Throws {@link UsageError}. */
export function asCount(option: string, value: string): number {
  const count = Number(value)
  if (!/^\d+$/.test(value) || count < 1) throw new UsageError(`--${option} takes a number from 1 up, not “${value}”.`)
  return count
}

export interface Days {
  readonly from: string | null
  readonly to: string | null
}

/** From a day to a day, both included. Throws {@link UsageError}. */
export function asDays(from: string | undefined, to: string | undefined): Days {
  const day = (option: string, value: string | undefined) => (value === undefined ? null : asDay(option, value))
  const days = { from: day('from', from), to: day('to', to) }
  if (days.from !== null && days.to !== null && days.from > days.to) {
    throw new UsageError(`--from ${days.from} is after --to ${days.to}, so that no day is in between. Swap them.`)
  }
  return days
}

/** A day. Throws {@link UsageError}. */
export function asDay(option: string, value: string): string {
  const time = Date.parse(`${value}T00:00:00Z`)
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(time)
  if (isDay && new Date(time).toISOString().startsWith(value)) return value
  throw new UsageError(`--${option} takes a day such as 2025-12-23, not “${value}”.`)
}

/** The id of the label with a name, in any case. Throws {@link UsageError}. */
export function asLabelId(labelSet: LabelSet, name: string): string {
  const label = labelSet.labels.find((known) => known.name.toLowerCase() === name.toLowerCase())
  if (label) return label.id
  const names = labelSet.labels.map((known) => known.name).join(', ')
  throw new UsageError(`There is no label “${name}” in this project. There are: ${names}.`)
}

/** Words to look for. Throws {@link UsageError}. */
export function asQuery(query: string): string {
  if (query.length < LONGEST_QUERY) return query
  throw new UsageError(`A search can hold ${LONGEST_QUERY - 1} characters at most; this one has ${query.length}.`)
}
