/** What a key changes in the window. */
export const CHANGES = {
  /** The article: another text. */
  text: (root: HTMLElement) => ({ target: root, options: { childList: true }, is: () => true }),
  /** The elements of the article's words. */
  words: (root: HTMLElement) => ({ target: root, options: { childList: true, subtree: true }, is: () => true }),
  /** The span that is focused, which comes last when one is made. */
  focus: (root: HTMLElement) => ({
    target: root,
    options: { subtree: true, attributes: true, attributeFilter: ['class'] },
    is: ({ target }: MutationRecord) => (target as Element).classList.contains('focused'),
  }),
  /** A link is being made: what it may lead to is marked, and has its letters. */
  linking: (root: HTMLElement) => ({
    target: root,
    options: { attributes: true, attributeFilter: ['class'] },
    is: () => root.classList.contains('linking'),
  }),
  /** The span at the other end of a link that has been made. */
  linked: (root: HTMLElement) => ({
    target: root,
    options: { subtree: true, attributes: true, attributeFilter: ['class'] },
    is: ({ target }: MutationRecord) => (target as Element).classList.contains('linked'),
  }),
  /** How many hits a search has. */
  hits: () => ({
    target: document.querySelector('search output')!,
    options: { childList: true, characterData: true, subtree: true },
    is: () => true,
  }),
} satisfies Record<
  string,
  (root: HTMLElement) => { target: Node; options: MutationObserverInit; is(record: MutationRecord): boolean }
>

export type Change = keyof typeof CHANGES

/** The moment of the next such change. */
export function nextChange(change: Change, root: HTMLElement): Promise<number> {
  const { target, options, is } = CHANGES[change](root)
  return new Promise((resolve) => {
    const observer = new MutationObserver((records) => {
      if (!records.some(is)) return
      observer.disconnect()
      resolve(performance.now())
    })
    observer.observe(target, options)
  })
}
