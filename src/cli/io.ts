/** Where a command writes, and how it hears that it should stop; tests pass their own. */
export interface Io {
  /** The answer. */
  out(text: string): void
  /** Messages and progress. */
  err(text: string): void
  /** Whether messages are read by a person now: only then progress is drawn. */
  readonly errIsTerminal: boolean
  /** Calls back on Ctrl+C; the disposer takes that back. */
  onInterrupt(listener: () => void): () => void
}
