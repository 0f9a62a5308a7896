import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'

/** A folder of its own for the running test, deleted when it is over. */
export function temporaryFolder() {
  const folder = mkdtempSync(path.join(tmpdir(), 'dictum-toolchain-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
