import { OpenElements } from './open-elements'
import { type PageVisitor, scanPage } from './scan'

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

const BLOCKS = words(
  'address article aside blockquote body br button caption center dd details dialog dir div dl dt fieldset figcaption ' +
    'figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol optgroup option p pre search ' +
    'section summary table tbody tfoot thead title tr ul',
)
const CELLS = words('td th')
/** What no reader of the page sees as its text. */
const NEVER_TEXT = words(
  'applet audio canvas datalist embed head iframe math noembed noframes noscript object script style svg template ' +
    'textarea title video',
)
/** What stands around an article: the way through the site, not its words. */
const AROUND = words('aside button dialog footer form menu nav search select')

const BETWEEN_WORDS = /[ \t\n\f\r]+/g
// a character reference may name them; a text holds none
const CONTROL = /\p{Cc}(?<![\t\n\u0085])/gu

/** Of a part of a page that is all article: the words that it shows, a line a paragraph. */
export function visibleText(part: string): string {
  const reader = new TextReader({ isPart: true })
  scanPage(part, [reader])
  return reader.text
}

/** Reads the words that a page shows, a line a paragraph, without what stands around its article. */
export class TextReader implements PageVisitor {
  readonly #open = new OpenElements()
  readonly #lines: string[] = []
  readonly #around: ReadonlySet<string>
  #line: string[] = []
  #heading: string | null = null
  #headingFrom = -1
  #elements = 0
  #deepest = 0

  constructor({ isPart }: { readonly isPart: boolean }) {
    this.#around = isPart ? new Set() : AROUND
  }

  /** A line a paragraph, none of them empty. */
  get text(): string {
    this.#endLine()
    return this.#lines.join('\n')
  }

  /** The words of the first heading of the first rank that it shows. */
  get heading(): string | null {
    return this.#heading
  }

  /** How large the tree of the page would be. */
  get size(): { readonly elements: number; readonly deepest: number } {
    return { elements: this.#elements, deepest: this.#deepest }
  }

  isInside(name: string): boolean {
    return this.#open.isInside(name)
  }

  start(name: string, attribute: (name: string) => string | null, isVoid: boolean): void {
    if (BLOCKS.has(name)) this.#endLine()
    else if (CELLS.has(name) && this.#line.length > 0) this.#line.push('\t')
    if (isVoid) return
    if (name === 'body') this.#open.close('head')
    if (name === 'h1' && this.#heading === null && !this.#open.isHidden) this.#headingFrom = this.#lines.length
    this.#open.push(name, this.#isLeftOut(name) || isHidden(attribute))
    this.#elements++
    this.#deepest = Math.max(this.#deepest, this.#open.depth)
  }

  end(name: string): void {
    if (BLOCKS.has(name)) this.#endLine()
    if (name === 'h1' && this.#headingFrom >= 0) {
      this.#heading = this.#lines.slice(this.#headingFrom).join(' ') || null
      this.#headingFrom = -1
    }
    this.#open.close(name)
  }

  characters(text: string): void {
    if (this.#open.isHidden) return
    const clean = text.replace(CONTROL, '')
    if (!this.#open.isInside('pre')) {
      this.#line.push(clean.replace(BETWEEN_WORDS, ' '))
      return
    }
    const [first = '', ...rest] = clean.split('\n')
    this.#line.push(first)
    for (const line of rest) {
      this.#endLine('as it is')
      this.#line.push(line)
    }
  }

  #isLeftOut(name: string): boolean {
    if (NEVER_TEXT.has(name) || this.#around.has(name)) return true
    // of an article, the header is its title; of a page, its banner
    return name === 'header' && this.#around.size > 0 && !this.#open.isInside('article') && !this.#open.isInside('main')
  }

  #endLine(how?: 'as it is'): void {
    if (this.#line.length === 0) return
    const line = this.#line.join('')
    this.#line = []
    const tidy = how === undefined && !this.#open.isInside('pre') ? tidied(line) : line.trimEnd()
    if (tidy !== '') this.#lines.push(tidy)
  }
}

const tidied = (line: string): string =>
  line
    .replace(/ {2,}/g, ' ')
    .replace(/ ?\t ?/g, '\t')
    .trim()

const HIDDEN_STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)\b/i

const isHidden = (attribute: (name: string) => string | null): boolean =>
  attribute('hidden') !== null || attribute('aria-hidden') === 'true' || HIDDEN_STYLE.test(attribute('style') ?? '')
