import type Database from 'better-sqlite3'
import type { ExportOptions } from '../../shared/contract/export-methods'
import type { ExportReport } from '../../shared/contract/jobs'
import { DictumError } from '../../shared/domain/result'
import type { JobControl, JobEnd } from '../base/jobs'
import type { Project } from '../store/project'
import { createSql } from '../store/sql'
import type { ExportFormat } from './format'
import { openOutput } from './open-output'
import { planExport } from './plan-export'
import { pacer, writeArticles } from './write-articles'

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
  try {
    const sql = createSql(db)
    const plan = planExport(sql, options)
    const output = await openOutput(project, path, plan.format, plan.division?.splits ?? null)
    try {
      const { report, uids } = await writeArticles(sql, plan, output.files, project.name, control)
      for (const main of await output.flush()) await verify(plan.format, main.path, uids.get(main.split) ?? [], control)
      return { state: 'done', report: { ...report, files: [...(await output.publish())] } }
    } finally {
      await output.discard()
    }
  } finally {
    db.close()
  }
}

async function verify(format: ExportFormat, path: string, ids: readonly string[], control: JobControl): Promise<void> {
  if (!format.verify) return
  let checked = 0
  const pace = pacer(control)
  for await (const { id, problem } of format.verify(path)) {
    if (problem !== null || id !== ids[checked]) {
      const detail = problem ?? `line ${checked + 1} is article ${id} instead of ${ids[checked]}`
      throw new DictumError(
        'offset_mismatch',
        'The written file does not match the project; it was taken away.',
        detail,
      )
    }
    checked++
    control.progress('Checking the file', checked, ids.length)
    await pace()
  }
  if (checked !== ids.length) {
    const detail = `${checked} lines instead of ${ids.length}`
    throw new DictumError('offset_mismatch', 'The written file is not complete; it was taken away.', detail)
  }
}
