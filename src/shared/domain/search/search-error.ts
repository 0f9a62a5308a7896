/** What of a query cannot be understood, and where: UTF-16 code units of the query, half open. */
export interface SearchError {
  /** A sentence for the user that says what to write instead. */
  readonly message: string
  readonly start: number
  readonly end: number
}

export type SearchResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: SearchError }

export const ok = <T>(value: T): SearchResult<T> => ({ ok: true, value })

export const fail = (message: string, start: number, end: number): SearchResult<never> => ({
  ok: false,
  error: { message, start, end },
})
