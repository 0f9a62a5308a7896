import type { ExportOptions } from '../../../shared/contract/export-methods'
import type { LabelSet } from '../../../shared/domain/label-set/label-set'
import { DictumError } from '../../../shared/domain/result'
import { type OffsetUnit, UNIT_NAMES } from '../../../shared/domain/text/offset-units'
import { requireAnnotator } from '../../search/require-chosen'
import { readLabelSet } from '../../store/rows/label-set'
import type { Sql } from '../../store/sql'
import { articleBuilder, type BuiltArticle } from '../articles/build-article'
import { chooseFields } from '../articles/choose-fields'
import { entityLookup } from '../articles/entity-lookup'
import { namesOf } from '../articles/names'
import { selectArticles } from '../articles/select-articles'
import type { StoredArticle } from '../articles/stored-articles'
import type { ExportFormat } from '../format'
import { findFormat } from '../formats'
import { readScheme, type SplitScheme } from '../splits/divide'

/** What an export comes to, once its options are understood. */
export interface ExportPlan {
  readonly format: ExportFormat
  readonly unit: OffsetUnit
  readonly labelSet: LabelSet
  /** The names that were asked for; null: all. */
  readonly labels: readonly string[] | null
  readonly hasRelations: boolean
  readonly hasSeveralAnnotators: () => boolean
  readonly withoutText: boolean
  readonly spreadsheetSafe: boolean
  /** Of the articles, in the order of their uids. */
  readonly ids: Int32Array
  /** How they are to be divided; null: not at all. */
  readonly scheme: SplitScheme | null
  readonly build: (stored: StoredArticle, split: string | null) => BuiltArticle
}

/** Understands what is asked for against a snapshot of the project. Throws bad_request for what cannot be done. */
export function planExport(sql: Sql, options: ExportOptions): ExportPlan {
  const format = findFormat(options.format)
  const unit = unitOf(format, options.offsets)
  if (options.withoutText && format.canLeaveOutText !== true) {
    throw new DictumError('bad_request', `${format.title} cannot be written without the texts. Choose another format.`)
  }
  const labelSet = readLabelSet(sql)
  if (options.annotator !== null) requireAnnotator(sql, options.annotator)
  const names = namesOf(labelSet)
  return {
    format,
    unit,
    labelSet,
    labels: options.labels.length === 0 ? null : options.labels,
    hasRelations: sql.get('SELECT 1 FROM relation LIMIT 1') !== undefined,
    hasSeveralAnnotators: () => options.annotator === null && hasSeveralAnnotators(sql),
    withoutText: options.withoutText,
    spreadsheetSafe: options.spreadsheetSafe,
    ids: selectArticles(sql, labelSet, options),
    scheme: options.split === null ? null : readScheme(sql, options.split),
    build: articleBuilder({
      unit,
      names,
      labels: chosenLabels(labelSet, options.labels),
      annotator: options.annotator,
      fields: chooseFields(sql, labelSet, names, options.fields),
      entitiesOf: entityLookup(sql),
    }),
  }
}

function unitOf({ title, unit, units }: ExportFormat, wanted: OffsetUnit | null): OffsetUnit {
  if (wanted === null || units.includes(wanted)) return wanted ?? unit
  const has = units.map((one) => `${one} (${UNIT_NAMES[one]})`).join(', ')
  throw new DictumError('bad_request', `${title} cannot count in ${UNIT_NAMES[wanted]}. It counts in: ${has}.`)
}

function chosenLabels({ labels }: LabelSet, names: readonly string[]): ReadonlySet<string> | null {
  if (names.length === 0) return null
  return new Set(
    names.map((name) => {
      const label = labels.find((known) => known.name === name)
      if (label) return label.id
      const known = labels.map((one) => one.name).join(', ')
      throw new DictumError('bad_request', `There is no label “${name}” in this project. It has: ${known}.`)
    }),
  )
}

/** Whether more than one person has marked or linked anything. Of spans an index knows; links are gone through. */
const hasSeveralAnnotators = (sql: Sql): boolean =>
  sql.get<{ several: number }>(
    `SELECT (SELECT min(author) FROM span) < (SELECT max(author) FROM span)
       OR EXISTS (SELECT 1 FROM relation WHERE author <> (SELECT min(author) FROM span)) AS several`,
  )?.several === 1
