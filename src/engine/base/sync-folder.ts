import { closeSync, fsyncSync, openSync } from 'node:fs'

/** Makes a rename in `folder` last through a power cut, where the system can (Windows cannot open folders). */
export function syncFolder(folder: string): void {
  try {
    const handle = openSync(folder, 'r')
    try {
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
  } catch {
    // the file itself is synced; only its name could be lost with the power
  }
}
