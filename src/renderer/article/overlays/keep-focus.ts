import type { MouseEvent } from 'react'

/** Pressing a button beside the text leaves the keyboard and the selection in the text. */
export const keepFocus = (event: MouseEvent): void => event.preventDefault()
