import { useEffect, useState } from 'react'
import type { BatchRow } from '../../shared/contract/batch-methods'
import type { WindowReply } from '../../shared/contract/window-methods'
import styles from '../dialogs/dialogs.module.css'
import { ImportReportView } from '../dialogs/import-report-view'
import { momentText } from '../inspector/words/moment-text'
import { reportFailure } from '../state/app-store'
import { askEngine } from '../state/engine'
import { countOf } from '../ui/format'
import { Spinner } from '../ui/spinner'

/** The report of an import as it was kept. */
export function BatchReport({ batch }: { readonly batch: BatchRow }) {
  const [kept, setKept] = useState<WindowReply<'batch.report'> | null>(null)
  useEffect(() => {
    askEngine('batch.report', { uid: batch.uid }).then(setKept, reportFailure)
  }, [batch.uid])
  if (kept === null) return <Spinner label="Reading" />
  return (
    <>
      <p className={styles.text}>
        {momentText(batch.startedAt)}
        {batch.state === 'interrupted' &&
          '. It was cut off, so files that it did not come to may be missing from this list.'}
        {batch.undoneAt !== null && `. Taken back ${momentText(batch.undoneAt)}.`}
      </p>
      <ImportReportView report={kept.report} />
      {kept.unnamed > 0 && <p className={styles.text}>And {countOf(kept.unnamed, 'more file')} in the report.</p>}
    </>
  )
}
