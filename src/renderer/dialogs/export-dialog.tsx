import { useState } from 'react'
import { STATUSES, type Status } from '../../shared/domain/corpus/articles'
import { exportProject } from '../state/app-actions'
import { useAppStore } from '../state/app-store'
import { Button } from '../ui/button'
import { Chips } from '../ui/chips'
import { Dialog } from '../ui/dialog'
import { STATUS_NAMES, StatusDot } from '../ui/status-dot'
import styles from './dialogs.module.css'
import { articlesOf, previewWords } from './export-preview'
import { useStats } from './use-stats'

/** What to export; where to is asked for next. */
export function ExportDialog({ onClose }: { onClose(): void }) {
  const labelSet = useAppStore((state) => state.project?.labelSet)
  const [statuses, setStatuses] = useState<readonly Status[]>([])
  const [labels, setLabels] = useState<readonly string[]>([])
  const stats = useStats()
  const shown = (labelSet?.labels ?? []).filter(
    (label) => label.enabled || (stats !== null && (stats.by_label[label.name] ?? 0) > 0),
  )
  const start = () => {
    onClose()
    void exportProject({ format: 'dictum', statuses: [...statuses], labels: [...labels] })
  }
  return (
    <Dialog
      title="Export"
      onClose={onClose}
      footer={
        <>
          <span className={`${styles.grow} ${styles.numbers}`} role="status">
            {stats === null ? 'Counting…' : previewWords(stats, statuses, labels)}
          </span>
          <Button variant="quiet" onPress={onClose}>
            Cancel
          </Button>
          <Button variant="primary" isDisabled={stats === null || articlesOf(stats, statuses) === 0} onPress={start}>
            Export…
          </Button>
        </>
      }
    >
      <div className={styles.group}>
        <h3 className={styles.heading}>Format</h3>
        <p className={styles.lead}>JSONL, one article a line</p>
        <p className={styles.text}>
          Text, spans, relations and attributes, offsets in code points. Any script can read it.
        </p>
      </div>
      <div className={styles.group}>
        <h3 className={styles.heading}>Articles</h3>
        <Chips
          label="Statuses"
          mode="multiple"
          selected={statuses}
          onChange={setStatuses}
          options={STATUSES.map((id) => ({
            id,
            name: STATUS_NAMES[id],
            count: stats?.by_status[id],
            mark: <StatusDot status={id} />,
          }))}
        />
        <p className={styles.text}>{statuses.length === 0 ? 'None chosen: all of them.' : 'Only those chosen.'}</p>
      </div>
      <div className={styles.group}>
        <h3 className={styles.heading}>Labels</h3>
        <Chips
          label="Labels"
          mode="multiple"
          selected={labels}
          onChange={setLabels}
          options={shown.map(({ name, title, hue }) => ({
            id: name,
            name: title || name,
            count: stats?.by_label[name],
            mark: <span className={`${styles.swatch} hue-${hue}`} aria-hidden="true" />,
          }))}
        />
        <p className={styles.text}>
          {labels.length === 0 ? 'None chosen: all of them.' : 'Only those chosen, and the relations between them.'}
        </p>
      </div>
    </Dialog>
  )
}
