import { useEffect, useState } from 'react'
import type { ImportOptions } from '../../shared/contract/import-options'
import type { Job } from '../../shared/contract/jobs'
import type { PreflightReport } from '../../shared/contract/preflight'
import styles from '../dialogs/dialogs.module.css'
import { JobProgress } from '../dialogs/job-progress'
import { cancelJob, dropChosen, importChosen, lookAgain } from '../state/app-actions'
import { useAppStore } from '../state/app-store'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { countOf } from '../ui/format'
import own from './preflight.module.css'
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
  labelMap: { labels: {}, attributes: {}, relations: {}, fields: {} },
  tagFolders: false,
  revisions: false,
  offsets: 'auto',
  as: 'annotations',
  annotator: null,
}

const STARTING = { kind: 'preflight', phase: '', done: 0, total: null } as const

/** What an import would bring in, before it does: the look, the choices, and Import or Cancel. */
export function PreflightDialog({ jobId, ticket, onClose }: PreflightDialogProps) {
  const job = useAppStore((state) => state.jobs.get(jobId))
  const look = job?.kind === 'preflight' ? job : undefined
  const [options, setOptions] = useState(PLAIN)
  const [askedAfter, setAskedAfter] = useState<string | null>(null)
  const isLooking = askedAfter === jobId || look === undefined || look.state === 'running'
  // what was found last stays while the files are looked at once more, and so does the keyboard in it
  const [earlier, setEarlier] = useState<PreflightReport | null>(null)
  const done = look?.state === 'done' ? look.report : null
  useEffect(() => {
    if (done !== null) setEarlier(done)
  }, [done])
  const report = done ?? earlier
  const leave = () => {
    if (look === undefined || look.state === 'running') void cancelJob(jobId)
    void dropChosen(ticket)
    onClose()
  }
  const choose = (patch: Partial<ImportOptions>) => {
    const next = { ...options, ...patch }
    setOptions(next)
    setAskedAfter(jobId)
    void lookAgain(ticket, next).then((isAsked) => !isAsked && setAskedAfter(null))
  }
  const isReady = !isLooking && done !== null && done.articles + done.annotatedThere > 0
  return (
    <Dialog
      title="Before the import"
      size="large"
      onClose={leave}
      footer={
        <>
          <span className={`${styles.grow} ${styles.numbers}`} role="status">
            {isLooking ? report !== null && 'Looking once more…' : done !== null && comingIn(done)}
          </span>
          <Button variant="quiet" autoFocus onPress={leave}>
            Cancel
          </Button>
          <Button variant="primary" isDisabled={!isReady} onPress={() => void importChosen(ticket, options)}>
            Import
          </Button>
        </>
      }
    >
      <LookState look={look} isFirst={report === null} />
      {report !== null && (
        <div className={own.found} aria-busy={isLooking} data-stale={isLooking || undefined}>
          <PreflightView report={report} />
          <PreflightOptions report={report} options={options} onChoose={choose} />
        </div>
      )}
    </Dialog>
  )
}

/** “12 articles would come in”; “annotations of 3 articles that are there, as far as they lack them” */
function comingIn({ articles, annotatedThere }: PreflightReport): string {
  const lack =
    annotatedThere === 1 ? 'that is there, as far as it lacks them' : 'that are there, as far as they lack them'
  const there = `annotations of ${countOf(annotatedThere, 'article')} ${lack}`
  if (annotatedThere === 0) return `${countOf(articles, 'article')} would come in`
  return articles === 0 ? `Would come in: ${there}` : `${countOf(articles, 'article')} would come in, and ${there}`
}

/** How far the look is, or why it came to nothing. A further one leaves its place to what was found before. */
function LookState({ look, isFirst }: { readonly look: Look | undefined; readonly isFirst: boolean }) {
  if (look === undefined || look.state === 'running') return isFirst && <JobProgress job={look ?? STARTING} />
  if (look.state === 'done') return null
  return <p className={styles.danger}>{look.error?.message ?? 'Cancelled.'}</p>
}
