/** What begins a new article, since CoNLL 2003. */
export const DOCUMENT_START = '-DOCSTART-'
/** No span. */
export const OUTSIDE = 'O'
/** `NAME.texts.jsonl` beside `NAME.conll`: the texts, an article a line, as their words alone do not say what is between them. */
export const TEXTS_SUFFIX = 'texts.jsonl'

/** One line of the texts’ file. */
export interface ConllText {
  readonly id: string
  readonly title: string
  readonly text: string
}
