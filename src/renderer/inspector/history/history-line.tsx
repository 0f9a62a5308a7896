import { Redo2, RotateCcw, Undo2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { useAppStore } from '../../state/app-store'
import { redo, undo } from '../../state/gestures'
import { askToRestore } from '../../state/restore'
import { IconButton } from '../../ui/icon-button'
import { clockTime, momentText } from '../words/moment-text'
import type { HistoryLine as Line } from './history-lines'
import styles from './history-tab.module.css'

interface RestoreButtonProps {
  readonly articleId: number
  /** 0: as imported. */
  readonly eventId: number
  readonly told: string
  /** One of them all is a stop for Tab; the arrows reach the others. */
  readonly isTabStop: boolean
}

function RestoreButton({ isTabStop, ...choice }: RestoreButtonProps) {
  return (
    <span className={styles.restore}>
      <IconButton
        icon={RotateCcw}
        label="Restore this state"
        size="small"
        data-restore
        excludeFromTabOrder={!isTabStop}
        onPress={() => askToRestore(choice)}
      />
    </span>
  )
}

interface HistoryLineProps {
  readonly articleId: number
  readonly line: Line
  /** The article is as this step has left it. */
  readonly isNow: boolean
  readonly isTabStop: boolean
}

/** One thing that was done, with what can be done about it. */
export function HistoryLine({ articleId, line, isNow, isTabStop }: HistoryLineProps) {
  const { entry, text, isTravel, isUndone } = line
  const isNextUndo = useAppStore((state) => state.project?.undo.undo?.eventId === entry.eventId)
  const isNextRedo = useAppStore((state) => state.project?.undo.redo?.eventId === entry.eventId)
  const told = `${entry.author} ${text}, ${momentText(entry.at)}`
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
      <Time moment={entry.at} />
      <span className={styles.action}>
        {isNextUndo && (
          <IconButton icon={Undo2} label="Undo" command="history.undo" size="small" onPress={() => void undo()} />
        )}
        {isNextRedo && (
          <IconButton icon={Redo2} label="Redo" command="history.redo" size="small" onPress={() => void redo()} />
        )}
        {!isNow && <RestoreButton articleId={articleId} eventId={entry.eventId} told={told} isTabStop={isTabStop} />}
      </span>
    </li>
  )
}

/** Where the history of an article begins. */
export function ImportedLine({ articleId, at }: { readonly articleId: number; readonly at: string }) {
  return (
    <li className={styles.line}>
      <p className={styles.text}>imported</p>
      <Time moment={at} />
      <span className={styles.action}>
        <RestoreButton articleId={articleId} eventId={0} told={`imported, ${momentText(at)}`} isTabStop={false} />
      </span>
    </li>
  )
}

const Time = ({ moment }: { readonly moment: string }): ReactNode => (
  <time className={styles.time} dateTime={moment}>
    {clockTime(moment)}
  </time>
)
