import type { ExportReport } from '../../../shared/contract/jobs'
import { wantedOf } from '../../../shared/domain/corpus/splits'
import { LOSSES, type Loss } from '../../../shared/domain/interchange'
import { DictumError } from '../../../shared/domain/result'
import type { JobControl } from '../../base/jobs'
import { pacer } from '../../base/pace'
import type { Sql } from '../../store/sql'
import { storedArticles } from '../articles/stored-articles'
import type { ArticleWriter, OutputFiles, Written } from '../format'
import type { Divided, SplitScheme } from '../splits/divide'
import { UidDigest } from '../verify/uid-digest'
import type { ExportPlan } from './plan-export'

const BREATHE_EVERY_MS = 30

export interface WrittenArticles {
  /** Without the names of files, which have none yet. */
  readonly report: ExportReport
  /** Of the articles that each writer has, in order; that of null: all, where there is a writer only. */
  readonly uids: ReadonlyMap<string | null, UidDigest>
}

/** Writes the articles of a plan, one after another, and counts what is written and what has no place. */
export async function writeArticles(
  sql: Sql,
  plan: ExportPlan,
  divided: Divided | null,
  filesOf: (split: string | null) => OutputFiles,
  projectName: string,
  control: JobControl,
): Promise<WrittenArticles> {
  const tally = new Tally(plan, divided)
  const writers = await startWriters(plan, filesOf, projectName)
  const uids = new Map([...writers.keys()].map((split) => [split, new UidDigest()]))
  const pace = stoppable(control)
  let done = 0
  control.progress('Writing articles', 0, plan.ids.length)
  for (const stored of storedArticles(sql, plan.ids)) {
    const split = divided?.of(stored.record.articleId) ?? null
    const ofWriter = plan.format.keepsSplits ? null : split
    const writer = writers.get(ofWriter)
    if (writer && (divided === null || split !== null)) {
      const built = plan.build(stored, split)
      tally.add(split, await writer.write(built.article), built.lostRelations)
      for (const { span, message } of built.refused) tally.refuse(stored.record.uid, span, message)
      uids.get(ofWriter)!.add(stored.record.uid)
    } else tally.leaveOut()
    control.progress('Writing articles', ++done, plan.ids.length)
    await pace()
  }
  for (const writer of writers.values()) await writer.end()
  return { report: tally.report(), uids }
}

async function startWriters(
  plan: ExportPlan,
  filesOf: (split: string | null) => OutputFiles,
  projectName: string,
): Promise<Map<string | null, ArticleWriter>> {
  const { format, unit, labelSet, labels, hasRelations, hasSeveralAnnotators, withoutText, spreadsheetSafe, scheme } =
    plan
  const splits = scheme?.splits ?? []
  const writers = new Map<string | null, ArticleWriter>()
  for (const split of splits.length === 0 || format.keepsSplits ? [null] : splits) {
    const rest = {
      unit,
      labelSet,
      labels,
      hasRelations,
      hasSeveralAnnotators,
      projectName,
      withoutText,
      spreadsheetSafe,
      splits,
    }
    writers.set(split, await format.start({ out: filesOf(split), split, ...rest }))
  }
  return writers
}

class Tally {
  readonly #unit: string
  readonly #splits: Record<string, number> | null
  readonly #division: ExportReport['division']
  readonly #scheme: SplitScheme | null
  #undated = 0
  readonly #lost = Object.fromEntries(LOSSES.map((loss) => [loss, 0])) as Record<Loss, number>
  readonly #refused: { article: string; span: string; message: string }[] = []
  #articles = 0
  #spans = 0
  #relations = 0

  constructor({ unit, scheme }: ExportPlan, divided: Divided | null) {
    this.#unit = unit
    this.#scheme = scheme
    this.#splits = scheme === null ? null : Object.fromEntries(scheme.splits.map((split) => [split, 0]))
    if (scheme !== null && divided !== null)
      this.#division = {
        name: scheme.name,
        added: divided.added.size,
        undated: 0,
        straddling: divided.straddling,
        unlooked: divided.unlooked,
      }
  }

  leaveOut(): void {
    this.#undated++
  }

  add(split: string | null, { spans, relations, lost }: Written, lostRelations: number): void {
    this.#articles++
    this.#spans += spans
    this.#relations += relations
    this.#lost.relations += lostRelations
    for (const loss of LOSSES) this.#lost[loss] += lost[loss] ?? 0
    if (this.#splits !== null && split !== null) this.#splits[split]!++
  }

  refuse(article: string, span: string, message: string): void {
    this.#refused.push({ article, span, message })
  }

  report(): ExportReport {
    const wanted = this.#scheme === null ? null : wantedOf(this.#scheme.definition, this.#articles)
    return {
      articles: this.#articles,
      spans: this.#spans,
      relations: this.#relations,
      files: [],
      offset_unit: this.#unit,
      lost: this.#lost,
      refused: this.#refused,
      ...(this.#splits === null ? {} : { splits: this.#splits }),
      ...(this.#division
        ? { division: { ...this.#division, undated: this.#undated, ...(wanted === null ? {} : { wanted }) } }
        : {}),
    }
  }
}

/** Lets other requests be served every few articles, and stops a cancelled job. */
function stoppable(control: JobControl): () => Promise<void> | undefined {
  const pace = pacer(BREATHE_EVERY_MS)
  return () => {
    if (control.isCancelled()) throw new DictumError('cancelled', 'The export was cancelled; nothing was written.')
    return pace()
  }
}
