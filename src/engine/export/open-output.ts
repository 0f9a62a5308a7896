import type { Project } from '../store/project'
import { folderOutput } from './folder-output'
import type { ExportFormat } from './format'
import type { Output } from './output'
import { singleOutput } from './single-output'

/** Throws what `refuseTarget` and `refuseFolder` do. */
export const openOutput = (
  project: Project,
  path: string,
  format: ExportFormat,
  splits: readonly string[] | null,
): Promise<Output> =>
  format.layout === 'file' && splits === null ? singleOutput(project, path) : folderOutput(project, path, format)
