/** The field that has the keyboard, if any. */
export const typedField = (): Element | null => document.activeElement?.closest('input, textarea') ?? null

/** Whether the keyboard has gone into another field since it was in `before`: what is typed there stays there. */
export function isTypingSince(before: Element | null): boolean {
  const field = typedField()
  return field !== null && field !== before
}
