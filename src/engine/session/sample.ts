import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { AttributeValuesSchema, wordsOf } from '../../shared/domain/annotations/annotations'
import { StatusSchema } from '../../shared/domain/corpus/articles'
import type { LabelExample } from '../../shared/domain/label-set/label-set'
import { DictumError } from '../../shared/domain/result'
import { docOffset, type Part } from '../../shared/domain/text/offsets'
import { timestamp } from '../base/clock-and-ids'
import { runImport } from '../import/run-import'
import { appendNote } from '../store/history/events'
import { applyOps, type Op } from '../store/history/ops'
import type { Project } from '../store/project'
import { articleText } from '../store/rows/articles'
import { requireAttributes, requireLabel, requireParts } from '../store/rules/span-rules'

const AUTHOR = 'Dictum sample'

// labels, attributes and relation types stand in the file by name, and offsets as words: both outlive a changed text
const SampleSchema = z.object({
  schema: z.literal('dictum-sample/1'),
  articles: z.array(
    z.object({
      file: z.string(),
      status: StatusSchema,
      flagged: z.boolean().default(false),
      note: z.string().default(''),
      spans: z.array(
        z.object({
          key: z.string(),
          label: z.string(),
          parts: z.array(z.object({ quote: z.string().min(1), occurrence: z.number().int().positive() })).min(1),
          attributes: AttributeValuesSchema.default({}),
          /** The guidelines of its label point at it. */
          isExample: z.boolean().default(false),
        }),
      ),
      relations: z.array(z.object({ type: z.string(), from: z.string(), to: z.string() })),
    }),
  ),
})
type SampleArticle = z.infer<typeof SampleSchema>['articles'][number]

/** Fills a new project with the articles and annotations of the sample folder. Nothing of it can be undone by the user. */
export async function fillWithSample(project: Project, sampleFolder: string): Promise<void> {
  const articles = join(sampleFolder, 'articles')
  const { report } = await runImport(
    project,
    { paths: [articles], author: AUTHOR },
    { isCancelled: () => false, isClosing: () => false, progress: () => {} },
  )
  const first = report?.items[0]
  if (first) throw new DictumError('internal', `The sample article ${first.path} cannot be imported: ${first.message}`)
  const sample = SampleSchema.parse(JSON.parse(await readFile(join(sampleFolder, 'annotations.json'), 'utf8')))
  project.sql.transaction(() => {
    const examples = new Map<string, LabelExample[]>()
    for (const article of sample.articles) annotate(project, article, examples)
    giveExamples(project, examples)
  })
}

function annotate(project: Project, sample: SampleArticle, examples: Map<string, LabelExample[]>): void {
  const { sql, labelSet, clock } = project
  const found = sql.get<{ id: number; published_on: string | null }>(
    'SELECT id, published_on FROM article WHERE source = ?',
    `articles/${sample.file}`,
  )
  if (!found) throw new DictumError('internal', `The sample has no article ${sample.file}.`)
  const article = articleText(sql, found.id)
  const at = timestamp(clock)
  const rest = { author: AUTHOR, createdAt: at, updatedAt: at }
  const uids = new Map<string, string>()
  const ops: Op[] = []
  for (const span of sample.spans) {
    const label = requireLabel(labelSet, idOf(labelSet.labels, span.label))
    const parts = span.parts.map(({ quote, occurrence }) => locate(article.text, quote, occurrence, sample.file))
    requireParts(article.text, parts)
    requireAttributes(project, label, span.attributes)
    const uid = clock.uid()
    uids.set(span.key, uid)
    const words = wordsOf(article.text, parts)
    if (span.isExample) {
      const known = examples.get(label.id) ?? []
      examples.set(label.id, [...known, { articleUid: article.uid, spanUid: uid, words }])
    }
    ops.push({
      op: 'span.put',
      row: {
        ...rest,
        uid,
        articleUid: article.uid,
        labelId: label.id,
        parts,
        words,
        attributes: span.attributes,
        entityUid: null,
        note: '',
        origin: 'manual',
      },
    })
  }
  for (const { type, from, to } of sample.relations) {
    const fromUid = uids.get(from)
    const toUid = uids.get(to)
    if (!fromUid || !toUid) throw new DictumError('internal', `The sample links ${from} to ${to}, and one is missing.`)
    const typeId = idOf(labelSet.relations, type)
    const row = { ...rest, uid: clock.uid(), typeId, fromUid, toUid, attributes: {}, origin: 'manual' as const }
    ops.push({ op: 'relation.put', row })
  }
  const { status, flagged, note } = sample
  // long ago, so that none of it counts as work of today
  const statusChangedAt = `${found.published_on ?? '2000-01-01'}T00:00:00.000Z`
  ops.push({
    op: 'article.set',
    uid: article.uid,
    fields: { status, statusChangedAt, flagged, note, updatedAt: at },
  })
  const inverse = applyOps(sql, ops)
  const summary = `annotate ${sample.file}`
  appendNote(project, { author: AUTHOR, kind: 'sample', articleId: found.id, summary, ops, inverse })
}

function giveExamples(project: Project, examples: ReadonlyMap<string, LabelExample[]>): void {
  const { labelSet, sql } = project
  const labels = labelSet.labels.map((label) => ({ ...label, examples: examples.get(label.id) ?? label.examples }))
  const ops: Op[] = [{ op: 'labelset.put', definition: { ...labelSet, labels } }]
  const inverse = applyOps(sql, ops)
  appendNote(project, { author: AUTHOR, kind: 'sample', articleId: null, summary: 'give examples', ops, inverse })
}

const idOf = (items: readonly { id: string; name: string }[], name: string): string =>
  items.find((item) => item.name === name)?.id ?? name

/** The n-th place where a quote stands in a text; occurrences count from 1 and may overlap. */
function locate(text: string, quote: string, occurrence: number, file: string): Part {
  let at = -1
  for (let n = 0; n < occurrence; n++) {
    at = text.indexOf(quote, at + 1)
    if (at < 0) throw new DictumError('internal', `${file} does not say “${quote}” ${occurrence} times.`)
  }
  return [docOffset(at), docOffset(at + quote.length)]
}
