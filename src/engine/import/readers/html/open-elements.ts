interface OpenElement {
  readonly name: string
  readonly isHidden: boolean
}

const CLOSES_PARAGRAPH = new Set(
  (
    'address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 ' +
    'h4 h5 h6 header hgroup hr main menu nav ol p pre search section table ul'
  ).split(' '),
)
/** What ends an element of a kind though its end tag is left out. */
const ENDED_BY: Readonly<Record<string, ReadonlySet<string>>> = {
  p: CLOSES_PARAGRAPH,
  li: new Set(['li']),
  dt: new Set(['dt', 'dd']),
  dd: new Set(['dt', 'dd']),
  td: new Set(['td', 'th', 'tr']),
  th: new Set(['td', 'th', 'tr']),
  tr: new Set(['tr', 'tbody', 'tfoot']),
  option: new Set(['option', 'optgroup']),
}

/** The elements that are open where a scan is, however many; an end tag without a start tag is none. */
export class OpenElements {
  readonly #open: OpenElement[] = []
  readonly #count = new Map<string, number>()
  #hidden = 0

  get isHidden(): boolean {
    return this.#hidden > 0
  }

  get depth(): number {
    return this.#open.length
  }

  isInside(name: string): boolean {
    return (this.#count.get(name) ?? 0) > 0
  }

  push(name: string, isHidden: boolean): void {
    const top = this.#open.at(-1)
    if (top !== undefined && ENDED_BY[top.name]?.has(name)) this.#pop()
    this.#open.push({ name, isHidden })
    this.#count.set(name, (this.#count.get(name) ?? 0) + 1)
    if (isHidden) this.#hidden++
  }

  close(name: string): void {
    if (!this.isInside(name)) return
    while (this.#pop() !== name);
  }

  #pop(): string {
    const { name, isHidden } = this.#open.pop()!
    this.#count.set(name, this.#count.get(name)! - 1)
    if (isHidden) this.#hidden--
    return name
  }
}
