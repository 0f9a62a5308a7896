import { useEffect, useRef } from 'react'
import { ProgressBar as AriaProgressBar } from 'react-aria-components'
import { classNames } from './class-names'
import styles from './progress-bar.module.css'

interface ProgressBarProps {
  readonly label: string
  readonly done: number
  /** Null while it is not known. */
  readonly total: number | null
  readonly tone?: 'accent' | 'ok'
}

/** How far something has come; without a total, that it is going on. */
export function ProgressBar({ label, done, total, tone = 'accent' }: ProgressBarProps) {
  const isIndeterminate = total === null
  const share = total === null || total === 0 ? 0 : Math.min(done / total, 1)
  const fill = useRef<HTMLDivElement>(null)
  useEffect(() => {
    fill.current?.style.setProperty('--share', String(share))
  }, [share])
  return (
    <AriaProgressBar
      className={styles.track}
      aria-label={label}
      value={share * 100}
      isIndeterminate={isIndeterminate}
      data-tone={tone}
    >
      <div ref={fill} className={classNames(styles.fill, isIndeterminate && styles.indeterminate)} />
    </AriaProgressBar>
  )
}
