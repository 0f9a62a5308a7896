/** A ref that puts an element at a place of the column (CSS pixels); inline styles in the markup are not allowed. */
export const placed =
  (left: number, top: number) =>
  (element: HTMLElement | null): void => {
    if (element !== null) element.style.translate = `${Math.round(left)}px ${Math.round(top)}px`
  }
