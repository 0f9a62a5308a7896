import type { Job } from '../../shared/contract/jobs'
import styles from '../dialogs/dialogs.module.css'
import { ReportList } from '../dialogs/report-list'
import { closeDialog } from '../state/app-store'
import { openArticle } from '../state/navigation'
import { classNames } from '../ui/class-names'
import { countOf } from '../ui/format'

/** Why a program was stopped, and what was wrong with its answers. */
export function ModelReportView({ job }: { readonly job: Extract<Job, { kind: 'suggest' }> }) {
  const model = job.report?.model
  if (model === undefined) return null
  const { stopped, troubles, troubleCount } = model
  const unlisted = troubleCount - troubles.length
  return (
    <>
      {stopped !== null && <p className={classNames(styles.danger, styles.said)}>{stopped}</p>}
      {stopped !== null && (job.report?.suggestions ?? 0) > 0 && (
        <p className={styles.text}>What it had answered until then is kept. Undo takes it back.</p>
      )}
      {troubles.length > 0 && (
        <ReportList
          label="Answers that do not fit"
          items={troubles.map(({ article, message }) => ({
            title: message,
            message: article === null ? 'Left out' : `Left out of “${article.title}”; click to open it`,
            tone: 'plain',
            ...(article === null
              ? {}
              : {
                  open: () => {
                    closeDialog()
                    void openArticle(article.id)
                  },
                }),
          }))}
        />
      )}
      {unlisted > 0 && <p className={styles.text}>{`And ${countOf(unlisted, 'more such answer')}.`}</p>}
    </>
  )
}
