import { useEffect, useState } from 'react'
import type { DiffPiece } from '../../shared/contract/copies-methods'
import { type Compared, reportFailure } from '../state/app-store'
import { askEngine } from '../state/engine'
import { openArticle } from '../state/navigation'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { Spinner } from '../ui/spinner'
import styles from './compare-dialog.module.css'

interface CompareDialogProps {
  readonly from: Compared
  readonly to: Compared
  onClose(): void
}

function Piece({ kind, text }: DiffPiece) {
  switch (kind) {
    case 'added':
      return <ins>{text}</ins>
    case 'removed':
      return <del>{text}</del>
    case 'left-out':
      return (
        <span className={styles.leftOut}>
          <span>the same</span>
        </span>
      )
    case 'same':
      return <span>{text}</span>
  }
}

/** What differs between two texts, word by word; of what they share only what stands beside it. */
export function CompareDialog({ from, to, onClose }: CompareDialogProps) {
  const [pieces, setPieces] = useState<readonly DiffPiece[] | null | undefined>(undefined)
  useEffect(() => {
    askEngine('articles.compare', { fromId: from.articleId, toId: to.articleId }).then(
      (answer) => setPieces(answer.pieces),
      reportFailure,
    )
  }, [from.articleId, to.articleId])
  const open = () => {
    onClose()
    void openArticle(to.articleId)
  }
  return (
    <Dialog
      title="What differs"
      size="large"
      onClose={onClose}
      footer={
        <>
          <Button onPress={open}>{`Open “${shortened(to.title)}”`}</Button>
          <Button variant="primary" autoFocus onPress={onClose}>
            Close
          </Button>
        </>
      }
    >
      <p className={styles.legend}>
        <del>Struck through</del>: only in “{shortened(from.title)}”. <ins>Underlined</ins>: only in “
        {shortened(to.title)}”.
      </p>
      {pieces === undefined && <Spinner label="Comparing" />}
      {pieces === null && <p>These texts differ in too many places to tell them one by one.</p>}
      {pieces?.every(({ kind }) => kind === 'same' || kind === 'left-out') && <p>The texts are the same.</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section className={styles.text} aria-label="The differences" tabIndex={0}>
        {pieces?.map((piece, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the pieces never change
          <Piece key={at} {...piece} />
        ))}
      </section>
    </Dialog>
  )
}

const LONGEST_TITLE = 48
const shortened = (title: string): string =>
  title.length <= LONGEST_TITLE ? title : `${title.slice(0, LONGEST_TITLE).trimEnd()}…`
