import { Diff, Layers, WandSparkles } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components'
import type { ArticleDetail } from '../../../shared/domain/corpus/articles'
import { openDialog, useAppStore } from '../../state/app-store'
import { useArticleStore } from '../../state/article-store'
import { annotateOnce } from '../../state/copies'
import { askEngine } from '../../state/engine'
import { openArticle } from '../../state/navigation'
import { Button } from '../../ui/button'
import { countOf } from '../../ui/format'
import { IconButton } from '../../ui/icon-button'
import { StatusDot } from '../../ui/status-dot'
import { useAnswer } from './use-answer'
import styles from './versions.module.css'

/** The searches for copies that have ended: after each the copies may be others. */
const useSearches = () =>
  useAppStore(
    ({ jobs }) => [...jobs.values()].filter(({ kind, state }) => kind === 'copies' && state !== 'running').length,
  )

/** The articles that are nearly the same as the open one; nothing where there are none. */
export function CopiesSection({ article }: { readonly article: ArticleDetail }) {
  const { articleId, title } = article
  const searches = useSearches()
  const isAnnotated = useArticleStore(({ spans }) => spans.size > 0)
  const answer = useAnswer(() => askEngine('copies.ofArticle', { articleId }), searches)
  if (answer === null || answer.copies.length === 0) return null
  const { copies, more } = answer
  return (
    <section className={styles.section} aria-label="Copies">
      <h3 className={styles.heading}>
        <Layers size={14} strokeWidth={1.75} aria-hidden="true" />
        {countOf(copies.length + more, 'near copy', 'near copies')}
      </h3>
      <ul className={styles.list}>
        {copies.map((copy) => (
          <li key={copy.articleId} className={styles.row}>
            <AriaButton className={styles.open} onPress={() => void openArticle(copy.articleId)}>
              <span className={styles.title}>{copy.title}</span>
              <span className={styles.meta}>
                <StatusDot status={copy.status} />
                <span>{copy.sameText ? 'the same text' : `${percent(copy.similarity)} the same`}</span>
                <span className={styles.source}>{copy.source}</span>
              </span>
            </AriaButton>
            <IconButton
              icon={Diff}
              size="small"
              placement="left"
              label={`What differs from “${copy.title}”`}
              onPress={() =>
                openDialog({
                  kind: 'compare',
                  from: { articleId, title },
                  to: { articleId: copy.articleId, title: copy.title },
                })
              }
            />
          </li>
        ))}
      </ul>
      {more > 0 && <p className={styles.note}>{`And ${countOf(more, 'more')}.`}</p>}
      <Button size="small" icon={WandSparkles} isDisabled={!isAnnotated} onPress={() => void annotateOnce(articleId)}>
        Propose these annotations in its copies
      </Button>
      {!isAnnotated && <p className={styles.note}>Mark something here first; then it can be proposed in the copies.</p>}
    </section>
  )
}

/** Never “100 %” of what is not the same. */
const percent = (share: number): string => `${share === 1 ? 100 : Math.min(99, Math.round(share * 100))} %`
