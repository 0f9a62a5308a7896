import { Button } from 'react-aria-components'
import { keysOf, runCommand } from '../commands/registry'
import { ReadingPopover } from '../reading/reading-popover'
import { useArticleStore } from '../state/article-store'
import { useFocusMode } from '../state/focus-mode'
import { countOf } from '../ui/format'
import { Kbd } from '../ui/kbd'
import { Tooltip } from '../ui/tooltip'
import { LabelChip } from './label-chip'
import { LinkBar } from './link-bar'
import styles from './tools-bar.module.css'
import { useLabels } from './use-labels'
import { useCanMark } from './use-mark-target'

function SpanHint() {
  const spans = useArticleStore((state) => state.spans.size)
  const isFocused = useArticleStore((state) => state.focusedUid !== null)
  if (isFocused)
    return (
      <span className={styles.hint}>
        <Kbd keys="L" /> link <Kbd keys="[" /> <Kbd keys="]" /> edges <Kbd keys="⌫" /> delete
      </span>
    )
  if (spans === 0) return null
  return (
    <span className={styles.hint}>
      <Tooltip text="List the spans" keys={keysOf('span.list')}>
        <Button className={styles.spans} onPress={() => runCommand('span.list')}>
          {countOf(spans, 'span')}
        </Button>
      </Tooltip>
      <Kbd keys={keysOf('span.next') ?? ''} /> walk
    </span>
  )
}

/** Above the text: the labels, and what else can be done now. While a link is made, the link's own bar. */
export function ToolsBar() {
  const labels = useLabels()
  const canMark = useCanMark()
  const hasArticle = useArticleStore((state) => state.article !== null)
  const link = useArticleStore((state) => state.link)
  const isFocusMode = useFocusMode((state) => state.isOn)
  if (link !== null) return <LinkBar link={link} />
  if (isFocusMode) return null
  return (
    <div className={styles.bar} role="toolbar" aria-label="Mark the selection">
      <div className={styles.labels}>
        {labels.map((label, index) => (
          <LabelChip key={label.id} label={label} digit={index + 1} isEnabled={canMark} />
        ))}
      </div>
      {hasArticle && <SpanHint />}
      {hasArticle && <ReadingPopover />}
    </div>
  )
}
