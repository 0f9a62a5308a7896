import type { Project } from '../../store/project'
import type { ExportFormat } from '../format'
import { folderOutput } from './folder-output'
import type { OnMain, Output } from './output'
import { singleOutput } from './single-output'

/** Throws what `refuseTarget` and `refuseFolder` do. */
export const openOutput = (
  project: Project,
  path: string,
  format: ExportFormat,
  splits: readonly string[] | null,
  onMain: OnMain,
): Promise<Output> =>
  format.layout === 'file' && splits === null
    ? singleOutput(project, path, onMain)
    : folderOutput(project, path, format, onMain)
