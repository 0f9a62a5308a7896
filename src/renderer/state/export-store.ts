import { create } from 'zustand'
import type { ExportOptions, ExportPreset, FormatInfo } from '../../shared/contract/export-methods'
import { reportFailure } from './app-store'
import { askEngine } from './engine'

/** Everything, in the format that loses nothing. */
export const WHOLE_EXPORT: ExportOptions = {
  format: 'dictum',
  offsets: null,
  statuses: [],
  filter: null,
  labels: [],
  annotator: null,
  fields: null,
  withoutText: false,
  spreadsheetSafe: false,
  split: null,
}

interface ExportState {
  /** As they were left: the dialog opens with them again. */
  readonly options: ExportOptions
  readonly formats: readonly FormatInfo[]
  readonly presets: readonly ExportPreset[]
}

const FIRST: ExportState = { options: WHOLE_EXPORT, formats: [], presets: [] }

export const useExportStore = create<ExportState>()(() => FIRST)

export const clearExport = (): void => useExportStore.setState(FIRST)

/** Changes some options; what the chosen format cannot do goes back to what it does by itself. */
export function chooseExport(patch: Partial<ExportOptions>): void {
  const { options, formats } = useExportStore.getState()
  const next = { ...options, ...patch }
  const format = formats.find(({ name }) => name === next.format)
  if (format !== undefined) {
    if (next.offsets !== null && !format.units.includes(next.offsets)) next.offsets = null
    if (!format.canLeaveOutText) next.withoutText = false
    if (format.name !== 'csv') next.spreadsheetSafe = false
  }
  useExportStore.setState({ options: next })
}

/** Asks for what the dialog offers. */
export async function loadExport(): Promise<void> {
  try {
    const [formats, presets] = await Promise.all([askEngine('export.formats', {}), askEngine('exportPreset.list', {})])
    useExportStore.setState({ formats, presets })
  } catch (error) {
    reportFailure(error)
  }
}

/** The preset that says just what is chosen, if any. */
export const presetOf = ({ options, presets }: ExportState): ExportPreset | undefined =>
  presets.find((preset) => sameOptions(preset.options, options))

const sameOptions = (a: ExportOptions, b: ExportOptions): boolean =>
  JSON.stringify(ordered(a)) === JSON.stringify(ordered(b))

/** Two lists of options are the same whatever came first in them. */
const ordered = (options: ExportOptions): unknown =>
  Object.entries(options)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => [key, Array.isArray(value) ? [...value].sort() : value])

/** Keeps what is chosen under a name; one of that name is replaced. */
export async function savePreset(name: string): Promise<boolean> {
  const { options } = useExportStore.getState()
  return changePresets(() => askEngine('exportPreset.save', { name, options }))
}

export const removePreset = (name: string): Promise<boolean> =>
  changePresets(() => askEngine('exportPreset.remove', { name }))

async function changePresets(change: () => Promise<ExportPreset[]>): Promise<boolean> {
  try {
    useExportStore.setState({ presets: await change() })
    return true
  } catch (error) {
    reportFailure(error)
    return false
  }
}
