/** How well what stands in a text is what its file says stands there. */
export type Match = 'exact' | 'nearly' | 'none'

/**
 * `nearly`: but for white space, as where line feeds are quoted as spaces (brat) or as a backslash and an n (Label Studio),
 * and for another spelling of the same characters.
 */
export function matchWords(standing: string, said: string): Match {
  if (standing === said) return 'exact'
  return plain(standing) === plain(said) ? 'nearly' : 'none'
}

const plain = (words: string): string => words.replace(/(?:\\[nrt]|\s)+/g, ' ').normalize('NFC')
