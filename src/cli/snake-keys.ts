/** A report as it is printed: its own keys as `snake_case`; what they hold is left alone. */
export const snakeKeys = (report: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(report).map(([key, value]) => [snaked(key), value]))

const snaked = (key: string): string => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
