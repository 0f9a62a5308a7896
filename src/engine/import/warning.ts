/** Something to know about a text that is imported all the same. */
export interface Warning {
  readonly code: string
  readonly message: string
}
