const QUOTED_CODE_POINTS = 40

/** Words as a menu or a message quotes them: on one line, cut after 40 characters. */
export function quoted(words: string): string {
  const characters = Array.from(words.replace(/\s+/gu, ' ').trim())
  if (characters.length <= QUOTED_CODE_POINTS) return `“${characters.join('')}”`
  return `“${characters.slice(0, QUOTED_CODE_POINTS).join('').trimEnd()}…”`
}
