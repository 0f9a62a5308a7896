/** What tells where an article comes from. */
export interface Origin {
  readonly batchId: number
  readonly url: string | null
  /** The path that it was imported by, with forward slashes, from the chosen folder’s name on; a record’s place after `#` or `:`. */
  readonly source: string
}

/**
 * What articles of one source have in common: the host of their URL, else a folder: the first one in which the files of
 * their import differ, as `reuters` in `corpus/reuters/2025/1.txt`. Folders that are numbers or days are no sources.
 * Null where neither is there: such an article is a source of its own.
 */
export function sourceKeys(origins: readonly Origin[]): (string | null)[] {
  const common = new Map<number, readonly string[]>()
  const folders = origins.map(({ url, source }) => (hostOf(url) === null ? foldersOf(source) : null))
  origins.forEach(({ batchId }, n) => {
    const own = folders[n]
    if (!own) return
    const known = common.get(batchId)
    common.set(batchId, known === undefined ? own : sharedBeginning(known, own))
  })
  return origins.map(({ batchId, url }, n) => {
    const own = folders[n]
    if (!own) return `host:${hostOf(url)}`
    const { length } = common.get(batchId)!
    const below = own[length]
    const folder = below !== undefined && !isNumber(below) ? below : own.slice(0, length).findLast(isName)
    return folder === undefined ? null : `folder:${folder}`
  })
}

function hostOf(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null
  const host = new URL(url).hostname.replace(/^www\./, '')
  return host === '' ? null : host
}

/** Those of the file that it, or the archive that it lies in, was read from. */
const foldersOf = (source: string): string[] => source.split('/').slice(0, -1)

function sharedBeginning(one: readonly string[], other: readonly string[]): readonly string[] {
  let length = 0
  while (length < one.length && one[length] === other[length]) length++
  return one.slice(0, length)
}

const isNumber = (folder: string): boolean => /^[\d._-]+$/.test(folder)
const isName = (folder: string): boolean => !isNumber(folder)
