import { articleOfWords, articleText } from '../generate'

interface Size {
  readonly name: string
  readonly spans: number
  readonly loadBudgetMs: number
  text(seed: number): string
}

/** The articles of the window's project in the order of its list: before each that is measured stands a short one. */
export const SIZES = [
  { name: '5 KB, 20 spans', spans: 20, loadBudgetMs: 50, text: (seed) => articleText(seed, 5_000) },
  { name: '250 KB, 500 spans', spans: 500, loadBudgetMs: 120, text: (seed) => articleText(seed, 250_000) },
  { name: '1 MB, 5,000 spans', spans: 5_000, loadBudgetMs: 350, text: (seed) => articleText(seed, 1_000_000) },
  {
    name: '100,000 words, 2,000 spans',
    spans: 2_000,
    loadBudgetMs: 350,
    text: (seed) => articleOfWords(seed, 100_000),
  },
] as const satisfies readonly Size[]

/** Places in {@link SIZES}. */
export const [SMALL, MIDDLE, LARGE, WORDS] = [0, 1, 2, 3] as const

/** An article's place in the list, from 0. */
export const placeOf = (size: number): number => size * 2 + 1

/** After those, articles to leaf through. */
export const FIRST_LEAF = SIZES.length * 2
export const LEAVES = 200

/** Articles are imported in the order of the list. */
export const articleIdAt = (place: number): number => place + 1

const SHORT_UTF16 = 500
const LEAF_UTF16 = 5_000
const LEAF_SPANS = 20

/** The whole project, in the order of its list. */
export const ARTICLES: readonly { readonly spans: number; text(seed: number): string }[] = [
  ...SIZES.flatMap((size) => [{ spans: 0, text: (seed: number) => articleText(seed, SHORT_UTF16) }, size]),
  ...Array.from({ length: LEAVES }, () => ({
    spans: LEAF_SPANS,
    text: (seed: number) => articleText(seed, LEAF_UTF16),
  })),
]
