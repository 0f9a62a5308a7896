const PANES = ['corpus', 'article', 'inspector']

/** What takes the keyboard when a pane is entered, the best first. */
const ENTRANCES = ['[data-pane-entrance]', '[data-article-text]', '[aria-selected="true"]', '[tabindex="0"]', 'button']

/** Moves the keyboard to the next (or previous) of the three panes. */
export function nextPane(direction: 1 | -1): void {
  const here = document.activeElement?.closest<HTMLElement>('[data-pane]')?.dataset.pane
  const at = PANES.indexOf(here ?? '')
  const start = at === -1 && direction === -1 ? 0 : at
  for (let step = 1; step <= PANES.length; step++) {
    const name = PANES[(start + direction * step + PANES.length * 2) % PANES.length]!
    const pane = document.querySelector<HTMLElement>(`[data-pane="${name}"]`)
    const entrance = ENTRANCES.map((selector) => pane?.querySelector<HTMLElement>(selector)).find(
      (found) => found != null,
    )
    if (entrance != null) {
      entrance.focus()
      return
    }
  }
}
