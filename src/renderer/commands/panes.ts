import { useArticleStore } from '../state/article-store'
import { showPane, togglePane } from '../state/focus-mode'

const PANES = ['corpus', 'article', 'guidelines', 'inspector', 'tour']

/** What takes the keyboard when a pane is entered, the best first. */
const ENTRANCES = ['[data-pane-entrance]', '[data-article-text]', '[aria-selected="true"]', '[tabindex="0"]', 'button']

/** In so narrow a window the panes beside the text lie over it while they have the keyboard (app.module.css). */
const NARROW = '(max-width: 760px)'

/** Moves the keyboard into a pane. False where it is not shown. */
function enterPane(name: string): boolean {
  const pane = document.querySelector<HTMLElement>(`[data-pane="${name}"]`)
  const entrance = ENTRANCES.map((selector) => pane?.querySelector<HTMLElement>(selector)).find(
    (found) => found != null,
  )
  entrance?.focus()
  return entrance != null
}

/** Hides a side pane or shows it. In a narrow window the keyboard goes there, or back into the text. */
export function switchPane(name: 'corpus' | 'inspector'): void {
  if (!matchMedia(NARROW).matches) togglePane(name)
  else if (document.activeElement?.closest(`[data-pane="${name}"]`) != null) useArticleStore.getState().view?.focus()
  else showPane(name, () => enterPane(name))
}

/** Moves the keyboard to the next (or previous) of the three panes. */
export function nextPane(direction: 1 | -1): void {
  const here = document.activeElement?.closest<HTMLElement>('[data-pane]')?.dataset.pane
  const at = PANES.indexOf(here ?? '')
  const start = at === -1 && direction === -1 ? 0 : at
  for (let step = 1; step <= PANES.length; step++) {
    const name = PANES[(start + direction * step + PANES.length * 2) % PANES.length]!
    if (enterPane(name)) return
  }
}
