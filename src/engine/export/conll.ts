import { type ConllText, DOCUMENT_START, OUTSIDE, TEXTS_SUFFIX } from '../../shared/domain/conll'
import { escapeName } from '../../shared/domain/escaped-names'
import {
  annotatorsIn,
  articleNoteIn,
  fieldsIn,
  metadataIn,
  originsIn,
  relationValuesIn,
  spanNotesIn,
  spanValuesIn,
} from './common/losses'
import { type FlatSpan, flatSpans, isBlank } from './conll/flat-spans'
import type { ExportedArticle, ExportFormat, Written } from './format'
import { sentencesOf } from './tokens/sentences'
import type { Token } from './tokens/token'
import { tokensOf } from './tokens/tokens'

/** A file of tokens and their tags; the texts, with what is between the tokens, in a file beside it. */
export const conllFormat: ExportFormat = {
  name: 'conll',
  title: 'CoNLL / IOB2',
  // it has no offsets: its words stand for themselves, and are counted so when it is read
  unit: 'utf16',
  units: ['utf16'],
  layout: 'file',
  extension: '.conll',
  start: async ({ out }) => {
    const file = await out.main()
    const texts = await out.beside(TEXTS_SUFFIX)
    return {
      write: async (article) => {
        const { spans, lost } = flatSpans(article.record.text, article.spans)
        await file.write(`${DOCUMENT_START}\t${OUTSIDE}\n\n${tagged(article.record.text, spans)}`)
        await texts.write(`${JSON.stringify(textOf(article))}\n`)
        return written(article, spans.length, lost)
      },
      end: async () => {},
    }
  },
}

const textOf = ({ record }: ExportedArticle): ConllText => ({
  id: record.uid,
  title: record.title,
  text: record.text,
})

/** A token a line, an empty line behind each sentence. No sentence ends within a span. */
function tagged(text: string, spans: readonly FlatSpan[]): string {
  const tokens = tokensOf(
    text,
    spans.flatMap(({ start, end }) => [start, end]),
  ).filter(({ start, end }) => end - start > 1 || !isBlank(text.slice(start, end)))
  const lines: string[] = []
  let next = 0
  for (const sentence of sentencesOf(text, tokens, spans)) {
    for (const token of sentence) {
      while (next < spans.length && spans[next]!.end <= token.start) next++
      lines.push(`${text.slice(token.start, token.end)}\t${tagOf(token, spans[next])}`)
    }
    lines.push('')
  }
  return `${lines.join('\n')}\n`
}

/** What the last column can hold, wherever columns end. */
const TAG = /[^\s\p{Cc}]/u

function tagOf(token: Token, span: FlatSpan | undefined): string {
  if (span === undefined || token.start < span.start) return OUTSIDE
  return `${token.start === span.start ? 'B' : 'I'}-${escapeName(span.label, TAG)}`
}

function written(article: ExportedArticle, spans: number, lost: Written['lost']): Written {
  const { relations, entities } = article
  return {
    spans,
    relations: 0,
    lost: {
      ...lost,
      relations: relations.length,
      attributes: spanValuesIn(article) + relationValuesIn(article),
      notes: spanNotesIn(article) + articleNoteIn(article),
      entities: entities.length,
      fields: fieldsIn(article),
      annotators: annotatorsIn(article),
      origins: originsIn(article),
      metadata: metadataIn(article, true),
    },
  }
}
