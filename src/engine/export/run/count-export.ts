import type Database from 'better-sqlite3'
import type { ExportOptions } from '../../../shared/contract/export-methods'
import type { ExportReport } from '../../../shared/contract/jobs'
import type { JobControl, JobEnd } from '../../base/jobs'
import { createSql } from '../../store/sql'
import type { OutputFiles } from '../format'
import { divide } from '../splits/divide'
import { planExport } from './plan-export'
import { writeArticles } from './write-articles'

/** What an export of a snapshot, which it closes, would come to: the same work, and nothing is kept of what it writes. */
export async function countExport(
  projectName: string,
  db: Database.Database,
  options: ExportOptions,
  control: JobControl,
): Promise<JobEnd<ExportReport>> {
  try {
    const sql = createSql(db)
    const plan = planExport(sql, options)
    const divided = plan.scheme === null ? null : await divide(sql, plan.scheme, plan.labelSet, plan.ids)
    const { report } = await writeArticles(sql, plan, divided, () => NOWHERE, projectName, control)
    return { state: 'done', report }
  } finally {
    db.close()
  }
}

const openNothing = async (name: string) => ({ name, write: async () => {}, close: async () => {} })

const NOWHERE: OutputFiles = { main: () => openNothing(''), beside: openNothing, file: openNothing }
