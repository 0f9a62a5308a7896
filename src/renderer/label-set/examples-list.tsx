import { X } from 'lucide-react'
import { Button } from 'react-aria-components'
import type { ShownExample } from '../../shared/contract/label-sets'
import { openArticle } from '../state/navigation'
import { IconButton } from '../ui/icon-button'
import styles from './examples-list.module.css'

interface ExamplesListProps {
  readonly examples: readonly ShownExample[]
  /** After the way to one was taken. */
  onFollow?(): void
  onRemove?(spanUid: string): void
}

/** Spans that show what guidelines mean. Each leads to its place. */
export function ExamplesList({ examples, onFollow, onRemove }: ExamplesListProps) {
  return (
    <ul className={styles.list} aria-label="Examples">
      {examples.map(({ spanUid, words, articleId, articleTitle }) => (
        <li key={spanUid} className={styles.example}>
          <Button
            className={styles.go}
            isDisabled={articleId === null}
            onPress={() => {
              if (articleId === null) return
              onFollow?.()
              void openArticle(articleId, { focusUid: spanUid })
            }}
          >
            <q className={styles.words}>{words}</q>
            <span className={styles.where}>{articleTitle ?? 'not there any more'}</span>
          </Button>
          {onRemove !== undefined && (
            <IconButton icon={X} size="small" label="Take this example away" onPress={() => onRemove(spanUid)} />
          )}
        </li>
      ))}
    </ul>
  )
}
