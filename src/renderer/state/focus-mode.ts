import { create } from 'zustand'
import { toggleView, viewNow } from './app-actions'
import { useArticleStore } from './article-store'

interface FocusMode {
  /** Only the text is shown. */
  readonly isOn: boolean
  /** What the way out says for a while: that it is there, or that Esc has been pressed once. */
  readonly hint: 'none' | 'entered' | 'escape'
}

export const useFocusMode = create<FocusMode>()(() => ({ isOn: false, hint: 'none' }))

/** Shows everything again that was there before. False if it was there all the time. */
export function leaveFocusMode(): boolean {
  if (!useFocusMode.getState().isOn) return false
  useFocusMode.setState({ isOn: false, hint: 'none' })
  return true
}

/** Only the text, or everything again; the keyboard is in the text after both. */
export function toggleFocusMode(): void {
  if (!leaveFocusMode()) useFocusMode.setState({ isOn: true, hint: 'entered' })
  useArticleStore.getState().view?.focus()
}

/** Esc where there is nothing else to leave: the first time it says so, the second time it leads out. */
export function escapeFocusMode(): boolean {
  const { isOn, hint } = useFocusMode.getState()
  if (!isOn) return false
  if (hint === 'escape') leaveFocusMode()
  else useFocusMode.setState({ hint: 'escape' })
  return true
}

/** Work goes on: the way out is quiet again. */
export function quietFocusMode(): void {
  if (useFocusMode.getState().hint !== 'none') useFocusMode.setState({ hint: 'none' })
}

/** Brings a pane into sight, out of focus mode too; what has been asked of it runs once it is there. */
export function showPane(name: 'corpus' | 'inspector', then: () => void = () => undefined): void {
  leaveFocusMode()
  if (!viewNow()[name]) void toggleView(name)
  requestAnimationFrame(() => requestAnimationFrame(then))
}

/** Hides a pane or shows it; in focus mode it is asked for. */
export function togglePane(name: 'corpus' | 'inspector'): void {
  if (useFocusMode.getState().isOn) showPane(name)
  else void toggleView(name)
}
