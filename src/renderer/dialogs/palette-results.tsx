import { useEffect } from 'react'
import type { ArticleRow } from '../../shared/domain/corpus/articles'
import { classNames } from '../ui/class-names'
import { formatDay } from '../ui/format'
import { Kbd } from '../ui/kbd'
import { StatusDot } from '../ui/status-dot'
import styles from './command-palette.module.css'
import type { PaletteAction } from './palette-actions'

/** An action, one that was run lately, or an article; with the id of its element. */
export type PaletteResult =
  | { readonly id: string; readonly kind: 'recent' | 'command'; readonly action: PaletteAction }
  | { readonly id: string; readonly kind: 'article'; readonly article: ArticleRow }

interface PaletteResultsProps {
  readonly id: string
  readonly results: readonly PaletteResult[]
  readonly activeId: string | undefined
  onChoose(result: PaletteResult): void
}

function Words({ result }: { readonly result: PaletteResult }) {
  if (result.kind !== 'article') {
    const { title, subject, keys } = result.action
    return (
      <>
        <span className={styles.title}>{title}</span>
        <span className={styles.aside}>{subject}</span>
        <span className={styles.keys}>{keys !== undefined && <Kbd keys={keys} />}</span>
      </>
    )
  }
  const { title, status, publishedOn } = result.article
  return (
    <>
      <StatusDot status={status} />
      <span className={styles.title}>{title}</span>
      {publishedOn !== null && <span className={styles.aside}>{formatDay(publishedOn)}</span>}
    </>
  )
}

const GROUPS = [
  { kind: 'recent', title: 'Run lately' },
  { kind: 'command', title: 'Commands' },
  { kind: 'article', title: 'Articles' },
] as const

/** The list below the palette's field. The field keeps the keyboard; the active result is where it would go. */
export function PaletteResults({ id, results, activeId, onChoose }: PaletteResultsProps) {
  useEffect(() => {
    if (activeId !== undefined) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' })
  }, [activeId])
  return (
    <div id={id} role="listbox" aria-label="Results" className={styles.list}>
      {GROUPS.map(({ kind, title }) => {
        const members = results.filter((result) => result.kind === kind)
        if (members.length === 0) return null
        return (
          // biome-ignore lint/a11y/useSemanticElements: a group of options, not of fields
          <div key={kind} role="group" aria-label={title}>
            <div className={styles.heading} aria-hidden="true">
              {title}
            </div>
            {members.map((result) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the field above handles the keys
              <div
                key={result.id}
                id={result.id}
                role="option"
                tabIndex={-1}
                aria-selected={result.id === activeId}
                className={classNames(styles.item, result.id === activeId && styles.active)}
                onClick={() => onChoose(result)}
              >
                <Words result={result} />
              </div>
            ))}
          </div>
        )
      })}
    </div>
  )
}
