import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const DISK_BYTES = 3 * 1024 * 1024

/** A disk of its own, small enough to be filled; null where the system does not let this user make one. */
export function smallDisk(): string | null {
  if (process.platform !== 'linux') return null
  const disk = mkdtempSync(join(tmpdir(), 'dictum-disk-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_BYTES}`, 'tmpfs', disk], { stdio: 'ignore' })
    return disk
  } catch {
    rmSync(disk, { recursive: true })
    return null
  }
}

/** Fills what is left of a disk, to the last block; gives the way to free it again. */
export function fill(disk: string): () => void {
  const ballast = join(disk, 'ballast')
  mkdirSync(ballast)
  for (let n = 0; statfsSync(disk).bavail > 0; n++) {
    try {
      writeFileSync(join(ballast, String(n)), Buffer.alloc(64 * 1024))
    } catch {
      // the last one took what there was
    }
  }
  return () => rmSync(ballast, { recursive: true })
}

/** Takes the disk away with all that is on it. */
export function removeDisk(disk: string): void {
  execFileSync('umount', [disk], { stdio: 'ignore' })
  rmSync(disk, { recursive: true })
}
