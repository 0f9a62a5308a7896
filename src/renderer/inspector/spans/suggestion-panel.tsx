import { ChevronDown } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components'
import type { Suggestion } from '../../../shared/domain/annotations/suggestions'
import { findLabel } from '../../../shared/domain/label-set/label-set'
import { keysOf } from '../../commands/registry'
import { judgeFocused } from '../../state/suggestions'
import { Button } from '../../ui/button'
import { Kbd } from '../../ui/kbd'
import { CommandMenu, type MenuGroup } from '../../ui/menu'
import type { Annotations } from '../use-annotations'
import { shownWords } from '../words/span-words'
import { useAttributeLine } from '../words/use-attribute-line'
import styles from './suggestion-panel.module.css'

const ALL: readonly MenuGroup[] = [
  { title: 'Of this label, in this article', commands: ['suggestion.acceptLabel', 'suggestion.rejectLabel'] },
  { title: 'Of this run, in every article', commands: ['suggestion.acceptRun', 'suggestion.rejectRun'] },
]

interface SuggestionPanelProps {
  readonly suggestion: Suggestion
  readonly annotations: Annotations
}

/** The suggestion that is looked at: what is proposed and why, and the answers to it. */
export function SuggestionPanel({ suggestion, annotations }: SuggestionPanelProps) {
  const { article, labelSet } = annotations
  const label = findLabel(labelSet, suggestion.labelId)
  const title = label?.title || label?.name || suggestion.labelId
  const line = useAttributeLine(suggestion, label)
  return (
    <section className={`${styles.panel} hue-${label?.hue ?? 'slate'}`} aria-label={`Suggested: ${title}`}>
      <p className={styles.label}>Suggested: {title}</p>
      <p className={styles.words} lang={article.lang ?? undefined} dir="auto">
        {shownWords(article.text, suggestion.parts)}
      </p>
      <p className={`${styles.fact} ${styles.reason}`}>
        {suggestion.reason}
        {suggestion.score !== null && ` · score ${suggestion.score.toLocaleString('en', { maximumFractionDigits: 2 })}`}
      </p>
      {line !== null && <p className={styles.fact}>{line.text}</p>}
      <div className={styles.answers}>
        <Button size="small" variant="primary" onPress={() => void judgeFocused('accept')}>
          Accept <Kbd keys={keysOf('suggestion.accept') ?? ''} isDecorative />
        </Button>
        <Button size="small" onPress={() => void judgeFocused('reject')}>
          Reject <Kbd keys={keysOf('span.delete') ?? ''} isDecorative />
        </Button>
        <CommandMenu
          label="Several at once"
          placement="bottom end"
          groups={ALL}
          trigger={
            <AriaButton className={styles.more}>
              All…
              <ChevronDown size={14} strokeWidth={1.75} aria-hidden="true" />
            </AriaButton>
          }
        />
      </div>
    </section>
  )
}
