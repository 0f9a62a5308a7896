import { History as HistoryIcon } from 'lucide-react'
import { Fragment, type KeyboardEvent, useEffect, useMemo, useState } from 'react'
import type { ArticleDetail } from '../../../shared/domain/corpus/articles'
import { useArticleStore } from '../../state/article-store'
import { EmptyState } from '../../ui/empty-state'
import { localDay } from '../words/moment-text'
import { dayText } from '../words/when-text'
import { HistoryAuthors } from './history-authors'
import { HistoryLine, ImportedLine } from './history-line'
import { historyDays, linesBy } from './history-lines'
import styles from './history-tab.module.css'
import { useHistory } from './use-history'

/** What was done to the open article, newest first; any state in it can be restored. */
export function HistoryTab() {
  const article = useArticleStore((state) => state.article)
  return article === null ? null : <History key={article.articleId} article={article} />
}

function dayTitle(day: string): string {
  const now = Date.now()
  if (day === localDay(new Date(now).toISOString())) return 'Today'
  if (day === localDay(new Date(now - 86_400_000).toISOString())) return 'Yesterday'
  return dayText(day)
}

/** Fewer lines than this of one author are no page: what is older is fetched too. */
const FEW_LINES = 20

function History({ article }: { readonly article: ArticleDetail }) {
  const { articleId } = article
  const { entries, authors, hasMore, loadMore } = useHistory(articleId)
  const [author, setAuthor] = useState<string | null>(null)
  const days = useMemo(() => linesBy(historyDays(entries ?? []), author), [entries, author])
  const lines = days.reduce((sum, day) => sum + day.lines.length, 0)
  useEffect(() => {
    if (author !== null && hasMore && lines < FEW_LINES) loadMore()
  }, [author, hasMore, lines, loadMore])
  if (entries === null) return null
  if (entries.length === 0)
    return (
      <EmptyState icon={HistoryIcon} title="Nothing has happened yet">
        What you mark, link and change is listed here, and can be taken back.
      </EmptyState>
    )
  const newest = entries[0]?.eventId
  const importedOn = localDay(article.importedAt)
  const firstStop = days.flatMap((day) => day.lines).find(({ entry }) => entry.eventId !== newest)?.entry.eventId
  return (
    <>
      {authors.length > 1 && <HistoryAuthors authors={authors} author={author} onChange={setAuthor} />}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the buttons inside have the keys, the arrows go among them */}
      <div className={styles.page} onKeyDown={walkButtons}>
        {days.map(({ day, lines }) => (
          <Fragment key={day}>
            <h3 className={styles.day}>{dayTitle(day)}</h3>
            <ol className={styles.lines} reversed>
              {lines.map((line) => (
                <HistoryLine
                  key={line.entry.eventId}
                  articleId={articleId}
                  line={line}
                  isNow={line.entry.eventId === newest}
                  isTabStop={line.entry.eventId === firstStop}
                />
              ))}
            </ol>
          </Fragment>
        ))}
        {hasMore ? (
          <button type="button" className={styles.more} onClick={loadMore}>
            Show earlier
          </button>
        ) : (
          author === null && (
            <>
              {days[days.length - 1]?.day !== importedOn && <h3 className={styles.day}>{dayTitle(importedOn)}</h3>}
              <ol className={styles.lines}>
                <ImportedLine articleId={articleId} at={article.importedAt} />
              </ol>
            </>
          )
        )}
      </div>
    </>
  )
}

/** Up and down go from one restore button to the next. */
function walkButtons(event: KeyboardEvent<HTMLElement>): void {
  if ((event.key !== 'ArrowDown' && event.key !== 'ArrowUp') || event.ctrlKey || event.altKey || event.metaKey) return
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-restore]')]
  const at = buttons.findIndex((button) => button.contains(event.target as Node))
  const next = buttons[at + (event.key === 'ArrowDown' ? 1 : -1)]
  if (at === -1 || next === undefined) return
  event.preventDefault()
  next.focus()
}
