/** A ref that puts an element at a place of the column (CSS pixels); inline styles in the markup are not allowed. */
export const placed =
  (left: number, top: number) =>
  (element: HTMLElement | null): void => {
    if (element !== null) element.style.translate = `${Math.round(left)}px ${Math.round(top)}px`
  }

/** Between the letters and the frame around them, in CSS pixels. */
const ROOM = 2

/** A ref that lays an element around a box of the column (CSS pixels). */
export const framed =
  (box: DOMRect) =>
  (element: HTMLElement | null): void => {
    placed(box.left - ROOM, box.top - 1)(element)
    if (element === null) return
    element.style.width = `${Math.round(box.width + 2 * ROOM)}px`
    element.style.height = `${Math.round(box.height + 2)}px`
  }
