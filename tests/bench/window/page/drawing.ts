import type { WindowReply } from '../../../../src/shared/contract/window-methods'

/** What the engine gives for an article. */
export type Opened = WindowReply<'article.open'>

/** An article in the place of Dictum's text, drawn by something else. */
export interface Drawing {
  /** Marks words. Resolves when the mark is in the page, if that takes longer than the call. */
  mark(range: Range): void | Promise<void>
  /** Takes the last mark away again. */
  unmark(): void | Promise<void>
  dispose(): void
}

/** Draws into `host`, which is in the page already. Resolves when the marks are in the page. */
export type Draw = (host: HTMLElement, opened: Opened) => Drawing | Promise<Drawing>

/** Every line as a paragraph of the same measures as Dictum's, with a line feed before the next one. */
export function paragraphs(
  text: string,
  fill: (paragraph: HTMLElement, line: string, start: number) => void,
): DocumentFragment {
  const fragment = document.createDocumentFragment()
  let start = 0
  for (const line of text.split('\n')) {
    const paragraph = document.createElement('p')
    fill(paragraph, line, start)
    fragment.append(paragraph, '\n')
    start += line.length + 1
  }
  return fragment
}
