import { Diff, History } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components'
import type { ArticleDetail } from '../../../shared/domain/corpus/articles'
import { openDialog, useAppStore } from '../../state/app-store'
import { askEngine } from '../../state/engine'
import { openArticle } from '../../state/navigation'
import { Button } from '../../ui/button'
import { countOf, formatDay } from '../../ui/format'
import { IconButton } from '../../ui/icon-button'
import { PlaceList } from './place-list'
import { useAnswer } from './use-answer'
import styles from './versions.module.css'

/** The earlier revisions of the open article, and what they could not pass on; nothing where there are none. */
export function RevisionsSection({ article }: { readonly article: ArticleDetail }) {
  const { articleId, title } = article
  // another object after each gesture, and each undo
  const undo = useAppStore(({ project }) => project?.undo)
  const answer = useAnswer(() => askEngine('revisions.ofArticle', { articleId }), undo)
  if (answer === null) return null
  const { presentId, earlier, toPlace } = answer
  if (presentId === null && earlier.length === 0) return null
  return (
    <section className={styles.section} aria-label="Revisions">
      {presentId !== null && (
        <div className={styles.notice}>
          <p>This is an earlier revision. A newer one stands in its place; work goes on there.</p>
          <Button size="small" onPress={() => void openArticle(presentId)}>
            Open the present revision
          </Button>
        </div>
      )}
      {presentId === null && toPlace.length > 0 && <PlaceList spans={toPlace} />}
      {earlier.length > 0 && (
        <>
          <h3 className={styles.heading}>
            <History size={14} strokeWidth={1.75} aria-hidden="true" />
            {countOf(earlier.length, 'earlier revision')}
          </h3>
          <ul className={styles.list}>
            {earlier.map((revision) => (
              <li key={revision.articleId} className={styles.row}>
                <AriaButton className={styles.open} onPress={() => void openArticle(revision.articleId)}>
                  <span className={styles.title}>{revision.title}</span>
                  <span className={styles.meta}>{`imported ${formatDay(revision.importedAt.slice(0, 10))}`}</span>
                </AriaButton>
                <IconButton
                  icon={Diff}
                  size="small"
                  placement="left"
                  label={`What has changed since “${revision.title}”`}
                  onPress={() =>
                    openDialog({
                      kind: 'compare',
                      from: { articleId: revision.articleId, title: `${revision.title} (earlier)` },
                      to: { articleId, title },
                    })
                  }
                />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
