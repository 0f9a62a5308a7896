import { articleFacts } from './common/article-facts'
import { entityReferences } from './common/entity-references'
import {
  annotatorsIn,
  discontinuousIn,
  originsIn,
  relationValuesIn,
  spanNotesIn,
  spansWithEntityIn,
  spanValuesIn,
} from './common/losses'
import type { ExportedArticle, ExportFormat } from './format'

/**
 * doccano’s JSONL. Its window counts in UTF-16 code units (https://github.com/doccano/doccano/issues/2484). A file has one
 * shape: that for relations as soon as the project has any, else that for sequences.
 */
export const doccanoFormat: ExportFormat = {
  name: 'doccano',
  title: 'doccano JSONL',
  unit: 'utf16',
  units: ['utf16'],
  layout: 'file',
  isOneFile: true,
  extension: '.jsonl',
  start: async ({ out, unit, labelSet, hasRelations }) => {
    const file = await out.main()
    const entitiesOf = entityReferences(labelSet)
    const marksOf = hasRelations ? linkedMarks : plainMarks
    return {
      write: async (article) => {
        const meta = articleFacts('doccano', article, unit, entitiesOf(article))
        await file.write(`${JSON.stringify({ meta, text: article.record.text, ...marksOf(article) })}\n`)
        const lost = {
          discontinuous: discontinuousIn(article),
          attributes: spanValuesIn(article) + relationValuesIn(article),
          notes: spanNotesIn(article),
          entities: spansWithEntityIn(article),
          annotators: annotatorsIn(article),
          origins: originsIn(article),
        }
        return { spans: article.spans.length, relations: article.relations.length, lost }
      },
      end: () => file.close(),
    }
  },
}

/** Each part is a span of its own. */
const plainMarks = ({ spans }: ExportedArticle): object => ({
  label: spans.flatMap(({ label, parts }) => parts.map(([start, end]) => [start, end, label])),
})

/** The same; a relation is with the first part. */
function linkedMarks({ spans, relations }: ExportedArticle): object {
  const ids = new Map<string, number>()
  const entities: object[] = []
  for (const { uid, label, parts } of spans) {
    ids.set(uid, entities.length + 1)
    for (const [start_offset, end_offset] of parts) {
      entities.push({ id: entities.length + 1, label, start_offset, end_offset })
    }
  }
  const linked = relations.map(({ type, from, to }, index) => ({
    id: index + 1,
    from_id: ids.get(from),
    to_id: ids.get(to),
    type,
  }))
  return { entities, relations: linked }
}
