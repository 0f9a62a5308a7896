import { join, sep } from 'node:path'

/** The file that an address of ours means; null if it is not ours, or leads out of the folder. */
export function fileOfUrl(address: string, folder: string): string | null {
  if (!URL.canParse(address)) return null
  const url = new URL(address)
  if (url.protocol !== 'app:' || url.host !== 'dictum') return null
  let path: string
  try {
    path = decodeURIComponent(url.pathname)
  } catch {
    return null
  }
  // an encoded slash, backslash or NUL has no business in a built file's name
  if (path.includes('\0') || path.includes('\\')) return null
  const file = join(folder, path)
  return file.startsWith(folder + sep) ? file : null
}
