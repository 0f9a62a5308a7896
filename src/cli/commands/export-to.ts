import type { ExportOptions } from '../../shared/contract/export-methods'
import type { ExportReport } from '../../shared/contract/jobs'
import { DictumError } from '../../shared/domain/result'
import type { ProjectEngine } from '../project-engine'

/** Exports the open project to a path. Throws cancelled, and as the export does. */
export async function exportTo(
  engine: ProjectEngine,
  path: string,
  options: Partial<ExportOptions>,
): Promise<ExportReport> {
  const job = await engine.job('export.start', { ...options, path })
  if (job.state === 'cancelled') throw new DictumError('cancelled', 'Cancelled. No file was written.')
  if (job.kind !== 'export' || !job.report) throw new DictumError('internal', 'The export ended without a report.')
  return job.report
}
