import type { ExportOptions } from '../../shared/contract/export-methods'
import styles from '../dialogs/dialogs.module.css'
import { useAppStore } from '../state/app-store'
import { chooseExport } from '../state/export-store'
import { useFacetsStore } from '../state/facets-store'
import { Chips } from '../ui/chips'
import { Segmented } from '../ui/segmented'
import { fieldNames } from './field-names'

const WAYS = [
  { id: 'all', name: 'All of them' },
  { id: 'some', name: 'Only some' },
] as const

/** Which document fields go out, and which of what files say of their articles. */
export function FieldChoice({ options: { fields } }: { readonly options: ExportOptions }) {
  const labelSet = useAppStore((state) => state.project?.labelSet)
  const extras = useFacetsStore((state) => state.facets?.extras)
  const names = fieldNames(labelSet?.fields ?? [], extras ?? [], fields ?? [])
  return (
    <div className={styles.group}>
      <Segmented
        label="Fields of articles"
        options={WAYS}
        value={fields === null ? 'all' : 'some'}
        onChange={(way) => chooseExport({ fields: way === 'all' ? null : names })}
      />
      {fields !== null && (
        <>
          <Chips
            label="Fields"
            mode="multiple"
            size="small"
            selected={fields}
            options={names.map((name) => ({ id: name, name }))}
            onChange={(chosen) => chooseExport({ fields: chosen })}
          />
          <p className={styles.text}>
            {fields.length === 0 ? 'None of them. ' : ''}Title, date, language, source and status go out in any case.
          </p>
        </>
      )}
    </div>
  )
}
