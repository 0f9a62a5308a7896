import type { EXPORT_METHODS } from '../../shared/contract/export-methods'
import type { HOST_METHODS } from '../../shared/contract/host-methods'
import type { JobControl } from '../base/jobs'
import { FORMATS } from '../export/formats'
import { countExport } from '../export/run/count-export'
import { exportPresets, removePreset, savePreset } from '../export/run/presets'
import { previewExport } from '../export/run/preview'
import { runExport } from '../export/run/run-export'
import { forgetDivision } from '../export/splits/forget'
import { openSnapshot } from '../project/database'
import { storedDivisions } from '../store/rows/split-rows'
import { createSql } from '../store/sql'
import type { Handlers } from './handler-table'
import type { Session } from './session'

export function exportHandlers(session: Session): Handlers<typeof EXPORT_METHODS> {
  const project = () => session.require()
  return {
    'export.formats': () =>
      FORMATS.map(({ name, title, unit, units, layout, isOneFile, extension, canLeaveOutText }) => ({
        name,
        title,
        unit,
        units: [...units],
        layout,
        isOneFile: isOneFile === true,
        extension,
        canLeaveOutText: canLeaveOutText === true,
      })),
    'export.divisions': () => storedDivisions(project().sql),
    'export.preview': async (options) => {
      const { path, name } = project()
      // gestures are made meanwhile
      const snapshot = openSnapshot(path)
      try {
        return await previewExport(createSql(snapshot), name, options)
      } finally {
        snapshot.close()
      }
    },
    'export.count': async (options) => {
      const { path, name } = project()
      const snapshot = openSnapshot(path)
      try {
        const count = (control: JobControl) => countExport(name, snapshot, options, control)
        return { jobId: await session.jobs.startInstead('export-count', count) }
      } catch (error) {
        snapshot.close()
        throw error
      }
    },
    'export.forgetDivision': ({ name }) => forgetDivision(project().sql, name),
    'exportPreset.list': () => exportPresets(project().sql),
    'exportPreset.save': (preset) => savePreset(project().sql, preset),
    'exportPreset.remove': ({ name }) => removePreset(project().sql, name),
  }
}

export function exportHostHandlers(session: Session): Handlers<Pick<typeof HOST_METHODS, 'export.start'>> {
  return {
    'export.start': (options) => {
      const project = session.require()
      // what is exported is what was there when it was asked for, whenever the job comes to it
      const snapshot = openSnapshot(project.path)
      try {
        return { jobId: session.jobs.start('export', (control) => runExport(project, snapshot, options, control)) }
      } catch (error) {
        snapshot.close()
        throw error
      }
    },
  }
}
