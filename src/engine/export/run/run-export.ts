import type Database from 'better-sqlite3'
import type { ExportOptions } from '../../../shared/contract/export-methods'
import type { ExportReport } from '../../../shared/contract/jobs'
import { DictumError } from '../../../shared/domain/result'
import type { JobControl, JobEnd } from '../../base/jobs'
import type { Project } from '../../store/project'
import { createSql } from '../../store/sql'
import type { Verifier } from '../format'
import { openOutput } from '../output/open-output'
import { divideForExport, keepingPlaces } from '../splits/divide'
import type { UidDigest } from '../verify/uid-digest'
import { planExport } from './plan-export'
import { writeArticles } from './write-articles'

/**
 * Exports a snapshot of the project, which it closes. What was written is checked, and only then has its names. Cancelled or
 * failed, it leaves no file, and what was there as it was.
 */
export async function runExport(
  project: Project,
  db: Database.Database,
  { path, ...options }: ExportOptions & { readonly path: string },
  control: JobControl,
): Promise<JobEnd<ExportReport>> {
  const verifiers = new Map<string | null, Verifier>()
  try {
    const sql = createSql(db)
    const plan = planExport(sql, options)
    const { format, scheme } = plan
    const output = await openOutput(project, path, format, scheme?.splits ?? null, async (split, main) => {
      if (format.verify) verifiers.set(split, await format.verify(main))
    })
    try {
      const divided = scheme === null ? null : await divideForExport(project, scheme, plan.ids, control)
      const { report, uids } = await writeArticles(sql, plan, divided, output.files, project.name, control)
      control.progress('Checking the file', 0, null)
      await output.flush()
      for (const [split, verifier] of verifiers) requireWhole(await verifier.end(), uids.get(split)!)
      const files =
        scheme === null || divided === null
          ? await output.publish()
          : await keepingPlaces(project, scheme, divided, output.publish)
      return { state: 'done', report: { ...report, files: [...files] } }
    } finally {
      // before their files are taken away
      for (const verifier of verifiers.values()) await verifier.stop()
      await output.discard()
    }
  } finally {
    db.close()
  }
}

/** Throws offset_mismatch unless what was read again is what was written. */
function requireWhole(found: Awaited<ReturnType<Verifier['end']>>, written: UidDigest): void {
  const isWhole = found.articles === written.count && found.uids === written.end()
  if (found.problem === null && isWhole) return
  throw new DictumError(
    'offset_mismatch',
    'The written file does not match the project; it was taken away.',
    found.problem ?? `${found.articles} articles were found in it instead of ${written.count}, or others`,
  )
}
