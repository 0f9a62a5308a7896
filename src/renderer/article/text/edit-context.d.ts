/** The part of the EditContext API that the article view uses; https://www.w3.org/TR/edit-context/ */
interface EditContext extends EventTarget {
  readonly text: string
  updateText(rangeStart: number, rangeEnd: number, text: string): void
}

declare var EditContext: {
  prototype: EditContext
  new (): EditContext
}

interface HTMLElement {
  editContext: EditContext | null
}
