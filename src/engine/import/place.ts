/** A file and where in it: `news.csv:12` for a line, `news.csv#an-id`, `archive.zip#folder/a.txt`. */
export const placeOf = (path: string, part: string): string =>
  part === '' || part.startsWith(':') ? `${path}${part}` : `${path}#${part}`
