import { showToast } from './app-store'

/** Puts the keyboard into the list of the article's spans, which shows it. */
export function focusSpanList(): void {
  const row = document.querySelector<HTMLElement>('[data-span-outline] [tabindex="0"]')
  if (row === null) showToast('info', 'There are no spans in this article yet.')
  else row.focus()
}
