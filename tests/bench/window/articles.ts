/** The articles of the window's project in the order of its list: before each that is measured stands a short one. */
export const SIZES = [
  { name: '5 KB, 20 spans', lengthUtf16: 5_000, spans: 20, loadBudgetMs: 50 },
  { name: '250 KB, 500 spans', lengthUtf16: 250_000, spans: 500, loadBudgetMs: 120 },
  { name: '1 MB, 5,000 spans', lengthUtf16: 1_000_000, spans: 5_000, loadBudgetMs: 350 },
] as const

export const SHORT_UTF16 = 500

/** The article's place in the list, from 0. */
export const placeOf = (size: number): number => size * 2 + 1
