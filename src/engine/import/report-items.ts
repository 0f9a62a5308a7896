import type { ImportItem } from '../../shared/contract/jobs'

/** Enough to see what is wrong with a file; a million bad rows are not a million lines to read, or to hold. */
const LISTED_OF_A_FILE = 100
/** A large folder may be imported again whole: each of its files is there already. */
const LISTED_OF_A_CODE = 10_000

interface Kind {
  readonly rest: Omit<ImportItem, 'path' | 'message' | 'more'>
  listed: number
  /** Those not listed by name, of each file or, where so many files are listed already, of all the others. */
  readonly more: Map<string, number>
}

/** What an import's report lists: not more than a person can read, and how many more there are. */
export class ReportItems {
  readonly #items: ImportItem[] = []
  readonly #kinds = new Map<string, Kind>()
  readonly #counts = new Map<ImportItem['outcome'], number>()
  /** Of the file that is being read: how many are listed, by kind. */
  #ofFile = new Map<string, number>()
  #file: string | null = null

  add(file: string, item: ImportItem): void {
    const { outcome, code } = item
    this.#counts.set(outcome, this.count(outcome) + 1)
    if (file !== this.#file) {
      this.#file = file
      this.#ofFile = new Map()
    }
    const key = `${outcome} ${code}`
    const kind = this.#kinds.get(key) ?? { rest: { outcome, code }, listed: 0, more: new Map() }
    this.#kinds.set(key, kind)
    const ofFile = this.#ofFile.get(key) ?? 0
    this.#ofFile.set(key, ofFile + 1)
    if (kind.listed >= LISTED_OF_A_CODE) kind.more.set('', (kind.more.get('') ?? 0) + 1)
    else if (ofFile >= LISTED_OF_A_FILE) kind.more.set(file, (kind.more.get(file) ?? 0) + 1)
    else {
      kind.listed++
      this.#items.push(item)
    }
  }

  count(outcome: ImportItem['outcome']): number {
    return this.#counts.get(outcome) ?? 0
  }

  /** In the order in which they were added; at the end how many more there are of each kind, by file. */
  list(): ImportItem[] {
    const rest = [...this.#kinds.values()].flatMap(({ rest, more }) =>
      [...more].map(([path, count]) => ({ ...rest, path, message: andMore(count), more: count })),
    )
    return [...this.#items, ...rest]
  }
}

const andMore = (count: number): string => `And ${count.toLocaleString('en')} more like those listed.`
