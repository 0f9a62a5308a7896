import { useEffect, useRef, useState } from 'react'
import type { ImportOptions } from '../../shared/contract/import-options'
import type { Job } from '../../shared/contract/jobs'
import styles from '../dialogs/dialogs.module.css'
import { JobProgress } from '../dialogs/job-progress'
import { cancelJob, dropChosen, importChosen, lookAgain } from '../state/app-actions'
import { useAppStore } from '../state/app-store'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { countOf } from '../ui/format'
import { Spinner } from '../ui/spinner'
import { PreflightOptions } from './preflight-options'
import { PreflightView } from './preflight-view'

type Look = Extract<Job, { kind: 'preflight' }>

interface PreflightDialogProps {
  readonly jobId: string
  readonly ticket: string
  onClose(): void
}

/** As the contract has it where nothing is chosen; its schema would bring the whole library into the window. */
const PLAIN: ImportOptions = {
  format: 'auto',
  encoding: 'auto',
  mapping: {},
  mappings: [],
  tagFolders: false,
  revisions: false,
}

/** What an import would bring in, before it does: the look, the choices, and Import or Cancel. */
export function PreflightDialog({ jobId, ticket, onClose }: PreflightDialogProps) {
  const job = useAppStore((state) => state.jobs.get(jobId))
  const look = job?.kind === 'preflight' ? job : undefined
  const [options, setOptions] = useState(PLAIN)
  const leave = () => {
    if (look === undefined || look.state === 'running') void cancelJob(jobId)
    void dropChosen(ticket)
    onClose()
  }
  const choose = (patch: Partial<ImportOptions>) => {
    const next = { ...options, ...patch }
    setOptions(next)
    void lookAgain(ticket, next)
  }
  const cancel = useRef<HTMLSpanElement>(null)
  // what was chosen goes from the screen while the files are looked at once more, and must not take the keyboard along
  // biome-ignore lint/correctness/useExhaustiveDependencies: with each look
  useEffect(() => cancel.current?.querySelector('button')?.focus(), [jobId])
  const articles = look?.report?.articles ?? 0
  const isReady = look !== undefined && look.state === 'done' && articles > 0
  return (
    <Dialog
      title="Before the import"
      size="large"
      onClose={leave}
      footer={
        <>
          <span className={`${styles.grow} ${styles.numbers}`} role="status">
            {look?.state === 'done' && `${countOf(articles, 'article')} would come in`}
          </span>
          <span ref={cancel}>
            <Button variant="quiet" onPress={leave}>
              Cancel
            </Button>
          </span>
          <Button variant="primary" isDisabled={!isReady} onPress={() => void importChosen(ticket, options)}>
            Import
          </Button>
        </>
      }
    >
      {look === undefined ? <Spinner label="Starting" /> : <Body look={look} options={options} onChoose={choose} />}
    </Dialog>
  )
}

interface BodyProps {
  readonly look: Look
  readonly options: ImportOptions
  onChoose(patch: Partial<ImportOptions>): void
}

function Body({ look, options, onChoose }: BodyProps) {
  if (look.state === 'running') return <JobProgress job={look} />
  if (look.report === null) return <p className={styles.danger}>{look.error?.message ?? 'Cancelled.'}</p>
  return (
    <>
      <PreflightView report={look.report} />
      <PreflightOptions report={look.report} options={options} onChoose={onChoose} />
    </>
  )
}
