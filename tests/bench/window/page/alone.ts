import { labelLooks } from '../../../../src/renderer/article/text/span-pieces'
import { offsetOfPoint } from '../../../../src/renderer/article/text/text-points'
import { TextProjection } from '../../../../src/renderer/article/text/text-projection'
import type { Span } from '../../../../src/shared/domain/annotations/annotations'
import { DEFAULT_LABEL_SET } from '../../../../src/shared/domain/label-set/default-label-set'
import { indexParagraphs } from '../../../../src/shared/domain/text/paragraphs'
import type { Draw } from './drawing'

/** Dictum's own drawing of the text, without the window around it. */
export const drawAlone: Draw = (host, { article, spans }) => {
  const projection = new TextProjection(host)
  const looks = labelLooks(DEFAULT_LABEL_SET)
  projection.show(article, indexParagraphs(article.text), spans, looks)
  let last: Span | null = null
  return {
    mark: (range) => {
      const start = offsetOfPoint(projection, { node: range.startContainer, offset: range.startOffset })!
      const end = offsetOfPoint(projection, { node: range.endContainer, offset: range.endOffset })!
      last = { ...spans[0]!, uid: 'marked by the bench', parts: [[start, end]] }
      projection.change([], [last])
    },
    unmark: () => {
      if (last !== null) projection.change([last], [])
      last = null
    },
    dispose: () => projection.dispose(),
  }
}
