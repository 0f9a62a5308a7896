import { History as HistoryIcon, Redo2, Undo2 } from 'lucide-react'
import { Fragment, useMemo } from 'react'
import { useAppStore } from '../state/app-store'
import { useArticleStore } from '../state/article-store'
import { redo, undo } from '../state/gestures'
import { EmptyState } from '../ui/empty-state'
import { IconButton } from '../ui/icon-button'
import { type HistoryLine, historyDays } from './history-lines'
import styles from './history-tab.module.css'
import { clockTime, localDay } from './moment-text'
import { useHistory } from './use-history'
import { dayText } from './when-text'

/** What was done to the open article, newest first. */
export function HistoryTab() {
  const articleId = useArticleStore((state) => state.article?.articleId)
  return articleId === undefined ? null : <History key={articleId} articleId={articleId} />
}

function dayTitle(day: string): string {
  const now = Date.now()
  if (day === localDay(new Date(now).toISOString())) return 'Today'
  if (day === localDay(new Date(now - 86_400_000).toISOString())) return 'Yesterday'
  return dayText(day)
}

function History({ articleId }: { readonly articleId: number }) {
  const { entries, hasMore, loadMore } = useHistory(articleId)
  const days = useMemo(() => historyDays(entries ?? []), [entries])
  if (entries === null) return null
  if (entries.length === 0)
    return (
      <EmptyState icon={HistoryIcon} title="Nothing has happened yet">
        What you mark, link and change is listed here, and can be taken back.
      </EmptyState>
    )
  return (
    <div className={styles.page}>
      {days.map(({ day, lines }) => (
        <Fragment key={day}>
          <h3 className={styles.day}>{dayTitle(day)}</h3>
          <ol className={styles.lines} reversed>
            {lines.map((line) => (
              <Line key={line.entry.eventId} line={line} />
            ))}
          </ol>
        </Fragment>
      ))}
      {hasMore && (
        <button type="button" className={styles.more} onClick={loadMore}>
          Show earlier
        </button>
      )}
    </div>
  )
}

function Line({ line }: { readonly line: HistoryLine }) {
  const { entry, text, isTravel, isUndone } = line
  const isNextUndo = useAppStore((state) => state.project?.undo.undo?.eventId === entry.eventId)
  const isNextRedo = useAppStore((state) => state.project?.undo.redo?.eventId === entry.eventId)
  return (
    <li className={styles.line} data-undone={isUndone} data-travel={isTravel}>
      <p className={styles.text}>
        <b className={styles.author}>{entry.author}</b>{' '}
        {isUndone ? (
          <>
            <s>{text}</s> <span className={styles.mark}>undone</span>
          </>
        ) : (
          text
        )}
      </p>
      <time className={styles.time} dateTime={entry.at}>
        {clockTime(entry.at)}
      </time>
      <span className={styles.action}>
        {isNextUndo && (
          <IconButton icon={Undo2} label="Undo" command="history.undo" size="small" onPress={() => void undo()} />
        )}
        {isNextRedo && (
          <IconButton icon={Redo2} label="Redo" command="history.redo" size="small" onPress={() => void redo()} />
        )}
      </span>
    </li>
  )
}
