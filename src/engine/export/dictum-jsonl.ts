import { OFFSET_UNITS, type OffsetUnit } from '../../shared/domain/text/offset-units'
import { articleNoteIn, spanNotesIn } from './common/losses'
import { DICTUM_JSONL, type DictumLine } from './dictum/line'
import { longFieldsIn, withoutText } from './dictum/text-free'
import type { ExportedArticle, ExportFormat } from './format'
import { verifyInThread } from './verify/verify-in-thread'

/** Our own: an article a line, and everything but notes. */
export const dictumFormat: ExportFormat = {
  name: 'dictum',
  title: 'Dictum JSONL',
  unit: 'codepoint',
  units: OFFSET_UNITS,
  layout: 'file',
  isOneFile: true,
  extension: '.jsonl',
  canLeaveOutText: true,
  verify: verifyInThread,
  start: async ({ out, unit, withoutText: isTextFree }) => {
    const file = await out.main()
    return {
      write: async (article) => {
        const line = toLine(article, unit)
        await file.write(`${JSON.stringify(isTextFree ? withoutText(line) : line)}\n`)
        const lost = {
          notes: spanNotesIn(article) + articleNoteIn(article),
          metadata: isTextFree ? longFieldsIn(line) : 0,
        }
        return { spans: article.spans.length, relations: article.relations.length, lost }
      },
      end: () => file.close(),
    }
  },
}

export const toLine = (
  { record, fields, spans, relations, entities }: ExportedArticle,
  unit: OffsetUnit,
): DictumLine => ({
  schema: DICTUM_JSONL,
  id: record.uid,
  text: record.text,
  offset_unit: unit,
  meta: {
    title: record.title,
    published_on: record.publishedOn,
    lang: record.lang,
    source: record.source,
    sha256: record.sha256,
    status: record.status,
    ...(record.said ?? {}),
    ...(fields === null ? {} : { fields }),
  },
  spans: spans.map(({ uid, label, start, end, words, parts, attributes, entity, annotator, origin }) => ({
    id: uid,
    label,
    start,
    end,
    text: words,
    parts,
    attributes,
    entity,
    annotator,
    origin,
  })),
  relations: relations.map(({ uid, type, from, to, attributes, annotator }) => ({
    id: uid,
    type,
    from,
    to,
    attributes,
    annotator,
  })),
  entities: entities.map(({ uid, name, kind }) => ({ id: uid, name, kind })),
})
