import type { Disposer } from '../shared/contract/window-api'

export interface Listeners<T> {
  add(listener: (value: T) => void): Disposer
  tell(value: T): void
}

/** A set of listeners; each can be taken away by what `add` gives back. */
export function createListeners<T>(): Listeners<T> {
  const listeners = new Set<{ readonly listener: (value: T) => void }>()
  return {
    add(listener) {
      // an entry of its own: the same function may listen twice
      const entry = { listener }
      listeners.add(entry)
      return () => void listeners.delete(entry)
    },
    tell(value) {
      for (const { listener } of [...listeners]) listener(value)
    },
  }
}
