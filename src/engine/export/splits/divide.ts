import {
  isSameDefinition,
  type SplitDefinition,
  type SplitRequest,
  schemeName,
  splitNames,
} from '../../../shared/domain/corpus/splits'
import type { LabelSet } from '../../../shared/domain/label-set/label-set'
import { DictumError } from '../../../shared/domain/result'
import type { JobControl } from '../../base/jobs'
import { pacer } from '../../base/pace'
import { findCopies } from '../../copies/find-copies'
import { waitingForCopies } from '../../copies/waiting'
import type { Project } from '../../store/project'
import { assignedSplits, forgetSplits, splitDefinition, storeSplits } from '../../store/rows/split-rows'
import type { Sql } from '../../store/sql'
import { type DividedArticle, groupedArticles } from './group-articles'
import { type Placed, type Stratum, stratify } from './stratify'

/** A way to divide, and what it is stored by. */
export interface SplitScheme {
  readonly name: string
  readonly definition: SplitDefinition
  /** Of its splits, in order. */
  readonly splits: readonly string[]
}

/** Where each article goes. */
export interface Divided {
  /** Null: to none, as it has no date. */
  of(articleId: number): string | null
  /** Articles that had no place before. */
  readonly added: ReadonlyMap<number, string>
  /** Groups that lie in several splits: articles of theirs had their places before they were known to belong together. */
  readonly straddling: number
  /** Articles whose near duplicates are to stay with them, and have not been looked for. */
  readonly unlooked: number
}

/** Throws bad_request if nothing is stored under a name, or something else is. */
export function readScheme(sql: Sql, { name, definition }: SplitRequest): SplitScheme {
  const scheme = name ?? schemeName(definition!)
  const stored = splitDefinition(sql, scheme)
  if (stored !== null && definition !== null && !isSameDefinition(stored, definition)) {
    const message = `The splits “${scheme}” are ${schemeName(stored)}, and stay as they are. Choose another name for these.`
    throw new DictumError('bad_request', message)
  }
  const found = definition ?? stored
  if (found !== null) return { name: scheme, definition: found, splits: splitNames(found) }
  throw new DictumError('bad_request', `There are no splits called “${scheme}” in this project. Say how to divide.`)
}

/** Divides articles for an export, near duplicates being looked for first where they are to stay together. Throws cancelled. */
export async function divideForExport(
  project: Project,
  scheme: SplitScheme,
  articleIds: Iterable<number>,
  control: JobControl,
): Promise<Divided> {
  if (scheme.definition.groupBy.includes('duplicate')) {
    // nothing else of this job runs meanwhile
    const found = await findCopies(project, false, { ...control, standBack: async () => {} })
    if (found.state === 'cancelled') throw new DictumError('cancelled', 'Cancelled. Nothing was written.')
  }
  control.progress('Dividing articles', 0, null)
  return divide(project.sql, scheme, project.labelSet, articleIds)
}

/**
 * Writes down where each article went, if `publish` goes well. It is no gesture: nothing of an article changes. Before, and
 * not after: places without files do no harm, and files whose places are not kept would differ from the next ones.
 */
export async function keepingPlaces<T>(
  { sql }: Project,
  { name, definition }: SplitScheme,
  { added }: Divided,
  publish: () => Promise<T>,
): Promise<T> {
  const isNew = splitDefinition(sql, name) === null
  storeSplits(sql, name, definition, added)
  try {
    return await publish()
  } catch (error) {
    forgetSplits(sql, name, isNew ? null : [...added.keys()])
    throw error
  }
}

/**
 * Where articles go, or would: those that had a place keep it, a new one of a known group goes where its group is, and the
 * others fill up what lacks.
 */
export async function divide(
  sql: Sql,
  { name, definition, splits }: SplitScheme,
  labelSet: LabelSet,
  articleIds: Iterable<number>,
): Promise<Divided> {
  const articles = await groupedArticles(sql, definition.groupBy)
  const known = assignedSplits(sql, name)
  const chosen = new Set(articleIds)
  const groups = membersOf(articles, ({ id }) => chosen.has(id) || known.has(id))
  const homes = new Map<number, string>()
  let straddling = 0
  for (const [group, members] of groups) {
    const places = members.flatMap(({ id }) => known.get(id) ?? [])
    if (new Set(places).size > 1) straddling++
    const home = commonest(places, splits)
    if (home !== null) homes.set(group, home)
  }
  const fresh = [...groups.keys()].filter((group) => !homes.has(group))
  const found =
    definition.by === 'date'
      ? fresh.map((group) => splitOfDay(earliest(groups.get(group)!), definition.days, splits))
      : await byRatio(
          { groups, known, homes, fresh, splits, labels: await labelsOfArticles(sql, labelSet) },
          definition,
        )
  fresh.forEach((group, n) => {
    const split = found[n]
    if (split) homes.set(group, split)
  })
  const added = new Map<number, string>()
  for (const { id, group } of articles) {
    const home = homes.get(group)
    if (home !== undefined && chosen.has(id) && !known.has(id)) added.set(id, home)
  }
  const unlooked = definition.groupBy.includes('duplicate') ? waitingForCopies(sql) : 0
  return { of: (id) => known.get(id) ?? added.get(id) ?? null, added, straddling, unlooked }
}

function membersOf(
  articles: readonly DividedArticle[],
  isWanted: (article: DividedArticle) => boolean,
): Map<number, DividedArticle[]> {
  const groups = new Map<number, DividedArticle[]>()
  for (const article of articles) {
    if (!isWanted(article)) continue
    const members = groups.get(article.group)
    if (members === undefined) groups.set(article.group, [article])
    else members.push(article)
  }
  return groups
}

function commonest(places: readonly string[], names: readonly string[]): string | null {
  const counts = names.map((name) => places.filter((place) => place === name).length)
  const most = Math.max(...counts)
  return most === 0 ? null : names[counts.indexOf(most)]!
}

/** Of copies the first: what was published again later is not new. */
function earliest(members: readonly DividedArticle[]): string | null {
  const days = members.flatMap(({ publishedOn }) => publishedOn ?? []).sort()
  return days[0] ?? null
}

const splitOfDay = (day: string | null, days: readonly string[], names: readonly string[]): string | null =>
  day === null ? null : names[days.filter((first) => first <= day).length]!

interface Places {
  readonly groups: ReadonlyMap<number, readonly DividedArticle[]>
  readonly known: ReadonlyMap<number, string>
  readonly homes: ReadonlyMap<number, string>
  readonly fresh: readonly number[]
  readonly splits: readonly string[]
  readonly labels: ReadonlyMap<number, readonly number[]>
}

async function byRatio(
  { groups, known, homes, fresh, splits, labels }: Places,
  { parts, seed }: Extract<SplitDefinition, { by: 'ratio' }>,
): Promise<string[]> {
  const placed: Placed[] = []
  for (const [group, home] of homes) {
    // one that lies in several splits counts in each
    for (const [split, name] of splits.entries()) {
      const there = groups.get(group)!.filter(({ id, isCounted }) => isCounted && (known.get(id) ?? home) === name)
      if (there.length > 0) placed.push({ ...stratumOf(there, labels), split })
    }
  }
  const strata = fresh.map((group) => stratumOf(groups.get(group)!, labels))
  return Array.from(await stratify(strata, placed, parts, seed), (split) => splits[split]!)
}

/** A label’s number that stands for having none. */
const NO_LABEL = -1

/** By the text of its first member, which is the same in every project. */
function stratumOf(members: readonly DividedArticle[], labels: ReadonlyMap<number, readonly number[]>): Stratum {
  const counts = new Map<number, number>()
  for (const { id } of members)
    for (const label of labels.get(id) ?? [NO_LABEL]) counts.set(label, (counts.get(label) ?? 0) + 1)
  const key = members.reduce((least, { sha256 }) => (sha256 < least ? sha256 : least), members[0]!.sha256)
  return { key, articles: members.length, labels: counts }
}

/** The labels in each article, by the places of their names in order: a label set may have learned them in another one. */
async function labelsOfArticles(sql: Sql, labelSet: LabelSet): Promise<Map<number, number[]>> {
  const found = new Map<number, number[]>()
  const pace = pacer()
  for (const [number, { id }] of [...labelSet.labels].sort((a, b) => (a.name < b.name ? -1 : 1)).entries()) {
    for (const article of sql.ids('SELECT DISTINCT article_id FROM span WHERE label_id = ?', id)) {
      const labels = found.get(article)
      if (labels === undefined) found.set(article, [number])
      else labels.push(number)
    }
    await pace()
  }
  return found
}
