/** Moves the keyboard to the list of articles; where none is on the screen, just out of the field. */
export function focusList(): void {
  const list = document.querySelector<HTMLElement>('[data-corpus-list]')
  if (list !== null) list.focus()
  else if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
}
