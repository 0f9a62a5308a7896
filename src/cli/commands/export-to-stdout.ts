import { createReadStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ExportOptions } from '../../shared/contract/export-methods'
import type { ExportReport } from '../../shared/contract/jobs'
import { DictumError } from '../../shared/domain/result'
import { UsageError } from '../command'
import type { Io } from '../io'
import type { ProjectEngine } from '../project-engine'
import { exportTo } from './export-to'

export const isStandardOutput = (path: string): boolean => path === '-'

/**
 * Exports to standard output: first to a file in the system’s folder for such, so that nothing goes out before all of it is
 * checked. Throws UsageError for what is not one file.
 */
export async function pipe(io: Io, engine: ProjectEngine, options: Partial<ExportOptions>): Promise<ExportReport> {
  const name = options.format ?? 'dictum'
  const format = (await engine.window('export.formats', {})).find((known) => known.name === name)!
  if (!format.isOneFile) {
    throw new UsageError(`${format.title} is more than one file, and - is standard output. Name a place to write to.`)
  }
  if (options.split) throw new UsageError('Parts are a file each, and - is standard output. Name a folder to write to.')
  const folder = mkdtempSync(join(tmpdir(), 'dictum-export-'))
  let isStopped = false
  let dispose = () => {}
  try {
    const path = join(folder, `export${format.extension}`)
    const report = await exportTo(engine, path, options)
    dispose = io.onInterrupt(() => {
      isStopped = true
    })
    for await (const piece of createReadStream(path, 'utf8')) {
      if (isStopped) throw new DictumError('cancelled', 'Stopped before all of it was written.')
      io.out(String(piece))
    }
    return { ...report, files: ['standard output'] }
  } finally {
    dispose()
    rmSync(folder, { recursive: true, force: true })
  }
}
