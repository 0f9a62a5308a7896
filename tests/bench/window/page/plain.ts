import { type Draw, paragraphs } from './drawing'

/** The floor: `<p>` and `<mark>`, and nothing that looks after them. */
export const drawPlain: Draw = (host, { article, spans }) => {
  const parts = spans.flatMap((span) => span.parts).sort((a, b) => a[0] - b[0])
  let first = 0
  host.append(
    paragraphs(article.text, (paragraph, line, start) => {
      const end = start + line.length
      while (first < parts.length && parts[first]![1] <= start) first++
      const inLine: (readonly [number, number])[] = []
      for (let at = first; at < parts.length && parts[at]![0] < end; at++) {
        const [from, to] = parts[at]!
        if (to > start) inLine.push([Math.max(from - start, 0), Math.min(to, end) - start])
      }
      const edges = [...new Set([0, line.length, ...inLine.flat()])].sort((a, b) => a - b)
      for (let n = 0; n + 1 < edges.length; n++) {
        const [from, to] = [edges[n]!, edges[n + 1]!]
        const words = line.slice(from, to)
        if (!inLine.some((part) => part[0] <= from && part[1] >= to)) {
          paragraph.append(words)
          continue
        }
        const mark = document.createElement('mark')
        mark.textContent = words
        paragraph.append(mark)
      }
    }),
  )
  let last: HTMLElement | null = null
  return {
    mark: (range) => {
      last = document.createElement('mark')
      range.surroundContents(last)
    },
    unmark: () => {
      const paragraph = last?.parentElement
      last?.replaceWith(...last.childNodes)
      paragraph?.normalize()
      last = null
    },
    dispose: () => undefined,
  }
}
