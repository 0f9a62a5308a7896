import type { ExportOptions, FormatInfo } from '../../shared/contract/export-methods'
import { chooseExport } from '../state/export-store'
import { Segmented } from '../ui/segmented'
import { SwitchField } from '../ui/switch-field'
import { UNIT_WORDS } from './format-words'

interface FormatOptionsProps {
  readonly options: ExportOptions
  readonly format: FormatInfo | undefined
}

/** What can be chosen about the chosen format. */
export function FormatOptions({ options, format }: FormatOptionsProps) {
  if (format === undefined) return null
  return (
    <>
      {format.units.length > 1 && (
        <Segmented
          label="Offsets count"
          value={options.offsets ?? format.unit}
          options={format.units.map((id) => ({ id, name: UNIT_WORDS[id] }))}
          onChange={(unit) => chooseExport({ offsets: unit === format.unit ? null : unit })}
        />
      )}
      {format.canLeaveOutText && (
        <SwitchField
          label="Leave the texts out"
          hint="Hashes, offsets and short quotes stand for texts that may not be handed on."
          value={options.withoutText}
          onChange={(withoutText) => chooseExport({ withoutText })}
        />
      )}
      {format.name === 'csv' && (
        <SwitchField
          label="Safe to open in a spreadsheet"
          hint="No cell can be taken for a formula and run; a mark says that it is UTF-8."
          value={options.spreadsheetSafe}
          onChange={(spreadsheetSafe) => chooseExport({ spreadsheetSafe })}
        />
      )}
    </>
  )
}
