import type { ExportOptions } from '../../shared/contract/export-methods'
import type { Stats } from '../../shared/contract/project'
import styles from '../dialogs/dialogs.module.css'
import { DropDown } from '../inspector/controls/drop-down'
import { useAppStore } from '../state/app-store'
import { chooseExport } from '../state/export-store'
import { Chips } from '../ui/chips'

/** Which spans are exported: of which labels, and whose. */
export function SpanChoice({ options, stats }: { readonly options: ExportOptions; readonly stats: Stats | null }) {
  const labels = useAppStore((state) => state.project?.labelSet.labels)
  const shown = (labels ?? []).filter(
    ({ enabled, name }) => enabled || (stats?.by_label[name] ?? 0) > 0 || options.labels.includes(name),
  )
  // chosen once, and gone or renamed since: it must be possible to take them out
  const gone = labels === undefined ? [] : options.labels.filter((name) => !labels.some((label) => label.name === name))
  const annotators = stats?.annotators ?? []
  const known = annotators.some(({ name }) => name === options.annotator)
  const people = [
    ...annotators.map(({ name, spans }) => ({ id: name, name: `${name}: ${spans.toLocaleString('en')}` })),
    ...(options.annotator === null || known ? [] : [{ id: options.annotator, name: options.annotator }]),
  ]
  return (
    <div className={styles.group}>
      <h3 className={styles.heading}>Spans</h3>
      <Chips
        label="Labels"
        mode="multiple"
        size="small"
        selected={options.labels}
        onChange={(names) => chooseExport({ labels: names })}
        options={[
          ...shown.map(({ name, title, hue }) => ({
            id: name,
            name: title || name,
            count: stats?.by_label[name],
            mark: <span className={`${styles.swatch} hue-${hue}`} aria-hidden="true" />,
          })),
          ...gone.map((name) => ({ id: name, name: `${name} (not in the label set)` })),
        ]}
      />
      <p className={styles.text}>
        {options.labels.length === 0 ? 'Of any label.' : 'Only of those chosen, and the links between them.'}
      </p>
      {people.length > 1 || options.annotator !== null ? (
        <DropDown
          name="Whose spans"
          none="Everyone’s spans"
          value={options.annotator}
          options={people}
          onChoose={(annotator) => chooseExport({ annotator })}
        />
      ) : null}
    </div>
  )
}
