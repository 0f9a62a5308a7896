/** A page beyond these is read whole: what looks for the article in it takes a tree, and walks it again and again. */
const MOST_CHARACTERS = 4_000_000
const MOST_ELEMENTS = 40_000
const DEEPEST = 300

interface TreeSize {
  readonly elements: number
  readonly deepest: number
}

/** The part of a page that is the article, as HTML, or null if none stands out. Nothing is run, nothing is fetched. */
export async function readablePart(source: string, size: TreeSize): Promise<string | null> {
  if (source.length > MOST_CHARACTERS || size.elements > MOST_ELEMENTS || size.deepest > DEEPEST) return null
  const [{ parseHTML }, { Readability }] = await Promise.all([import('linkedom'), import('@mozilla/readability')])
  try {
    const { document } = parseHTML(withoutSections(source))
    return new Readability(document as unknown as Document, { disableJSONLD: true }).parse()?.content ?? null
  } catch {
    // a page that it cannot make sense of is read whole
    return null
  }
}

const OPENING = '<![CDATA['
const CLOSING = ']]>'

/** A page with what XHTML marks as plain characters written as such, which a parser of HTML takes for a comment. */
function withoutSections(source: string): string {
  const pieces: string[] = []
  let at = 0
  for (;;) {
    const start = source.indexOf(OPENING, at)
    const end = start < 0 ? -1 : source.indexOf(CLOSING, start + OPENING.length)
    if (end < 0) break
    const plain = source
      .slice(start + OPENING.length, end)
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
    pieces.push(source.slice(at, start), plain)
    at = end + CLOSING.length
  }
  return at === 0 ? source : pieces.join('') + source.slice(at)
}
