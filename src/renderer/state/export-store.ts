import { create } from 'zustand'
import type { ExportOptions, ExportPreset, FormatInfo, StoredDivision } from '../../shared/contract/export-methods'
import { schemeName } from '../../shared/domain/corpus/splits'
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
  /** The preset that was taken or saved last, to be saved again after a change; null: none. */
  readonly taken: string | null
  /** How articles were divided before. */
  readonly divisions: readonly StoredDivision[]
}

const FIRST: ExportState = { options: WHOLE_EXPORT, formats: [], presets: [], taken: null, divisions: [] }

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
    const [formats, presets, divisions] = await Promise.all([
      askEngine('export.formats', {}),
      askEngine('exportPreset.list', {}),
      askEngine('export.divisions', {}),
    ])
    useExportStore.setState({ formats, presets, divisions })
  } catch (error) {
    reportFailure(error)
  }
}

/** The preset that says just what is chosen, if any. */
export const presetOf = ({ options, presets }: ExportState): ExportPreset | undefined =>
  presets.find((preset) => sameOptions(preset.options, options))

/** The stored division that is chosen, by its name or as what it is; none: it would be a new one. */
export const divisionOf = ({
  options: { split },
  divisions,
}: Pick<ExportState, 'options' | 'divisions'>): StoredDivision | undefined =>
  split === null
    ? undefined
    : divisions.find(({ name }) => name === (split.name ?? (split.definition && schemeName(split.definition))))

/** Divides as it was done before. */
export function chooseDivision(wanted: string): void {
  const division = useExportStore.getState().divisions.find(({ name }) => name === wanted)
  if (division === undefined) return
  const { name, definition } = division
  // the name that a definition has by itself says nothing more
  chooseExport({ split: { name: name === schemeName(definition) ? null : name, definition } })
}

const sameOptions = (a: ExportOptions, b: ExportOptions): boolean =>
  JSON.stringify(ordered(a)) === JSON.stringify(ordered(b))

/** Two lists of options are the same whatever came first in them. */
const ordered = (options: ExportOptions): unknown =>
  Object.entries(options)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => [key, Array.isArray(value) ? [...value].sort() : value])

/** Chooses what a preset says. */
export function takePreset(wanted: string): void {
  const preset = useExportStore.getState().presets.find(({ name }) => name === wanted)
  if (preset === undefined) return
  useExportStore.setState({ taken: wanted })
  chooseExport(preset.options)
}

/** Keeps what is chosen under a name; one of that name is replaced. */
export async function savePreset(name: string): Promise<boolean> {
  const { options } = useExportStore.getState()
  useExportStore.setState({ taken: name })
  return changePresets(() => askEngine('exportPreset.save', { name, options }))
}

/** Calls the preset that is chosen by another name; one of that name is replaced. */
export const renamePreset = async (from: string, to: string): Promise<boolean> =>
  from === to || ((await savePreset(to)) && (await removePreset(from)))

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
