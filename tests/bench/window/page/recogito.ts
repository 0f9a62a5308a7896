import { createTextAnnotator, type TextAnnotation, type TextAnnotator } from '@recogito/text-annotator'
import sheetText from '@recogito/text-annotator/text-annotator.css?inline'
import { type Draw, paragraphs } from './drawing'

/** As stored annotations come: offsets, without a range. */
function annotation(id: string, parts: readonly (readonly [number, number])[], text: string): TextAnnotation {
  const selector = parts.map(([start, end]) => ({ quote: text.slice(start, end), start, end }))
  return { id, bodies: [], target: { annotation: id, selector } } as unknown as TextAnnotation
}

const redrawn = (annotator: TextAnnotator<TextAnnotation>): Promise<void> =>
  new Promise((resolve) => {
    const stop = annotator.renderer.on('onRedraw', () => {
      stop()
      resolve()
    })
  })

/** The peer: Recogito's text annotator with its own defaults, over the same paragraphs. */
export const drawRecogito: Draw = async (host, { article, spans }) => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(sheetText)
  document.adoptedStyleSheets.push(sheet)
  host.append(
    paragraphs(article.text, (paragraph, line) => {
      paragraph.textContent = line
    }),
  )
  const annotator = createTextAnnotator<TextAnnotation, TextAnnotation>(host)
  const drawn = redrawn(annotator)
  annotator.setAnnotations(spans.map(({ uid, parts }) => annotation(uid, parts, article.text)))
  await drawn
  let marks = 0
  const last = () => `marked by the bench ${marks}`
  return {
    mark: (range) => {
      const marked = redrawn(annotator)
      const selector = [{ quote: range.toString(), start: 0, end: range.toString().length, range }]
      marks++
      annotator.addAnnotation({ id: last(), bodies: [], target: { annotation: last(), selector } })
      return marked
    },
    unmark: () => {
      const unmarked = redrawn(annotator)
      annotator.removeAnnotation(last())
      return unmarked
    },
    dispose: () => {
      annotator.destroy()
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet)
    },
  }
}
