import { BookOpen, Tags } from 'lucide-react'
import { Button } from 'react-aria-components'
import { keysOf, runCommand, type WindowCommandId } from '../../commands/registry'
import { ReadingPopover } from '../../reading/reading-popover'
import { useArticleStore } from '../../state/article-store'
import { useFocusMode } from '../../state/focus-mode'
import { useGuidelines } from '../../state/guidelines'
import { useSuggestionView } from '../../state/suggestion-view'
import { countOf } from '../../ui/format'
import { IconButton } from '../../ui/icon-button'
import { Kbd } from '../../ui/kbd'
import { Tooltip } from '../../ui/tooltip'
import { keepFocus } from '../overlays/keep-focus'
import { LabelChip } from './label-chip'
import { LinkBar } from './link-bar'
import styles from './tools-bar.module.css'
import { useLabels } from './use-labels'
import { useCanMark } from './use-mark-target'

/** The key of a command, if it has one. */
function Key({ of }: { readonly of: WindowCommandId }) {
  const keys = keysOf(of)
  return keys === undefined ? null : <Kbd keys={keys} />
}

function SpanHint() {
  const spans = useArticleStore((state) => state.spans.size)
  const suggestions = useArticleStore((state) => state.suggestions.size)
  const isFocused = useArticleStore((state) => state.focusedUid !== null)
  const isJudging = useArticleStore((state) => state.focusedSuggestion !== null)
  if (isFocused)
    return (
      <span className={styles.hint}>
        <Key of="span.link" /> link <Key of="span.endBack" /> <Key of="span.endForward" /> edges{' '}
        <Key of="span.delete" /> delete
      </span>
    )
  if (isJudging)
    return (
      <span className={styles.hint}>
        <Kbd keys={keysOf('suggestion.accept') ?? ''} /> accept <Kbd keys={keysOf('span.delete') ?? ''} /> reject
      </span>
    )
  if (suggestions > 0) return <SuggestionHint count={suggestions} />
  if (spans === 0) return null
  return (
    <span className={styles.hint}>
      <Tooltip text="List the spans" keys={keysOf('span.list')}>
        <Button className={styles.spans} onPress={() => runCommand('span.list')}>
          {countOf(spans, 'span')}
        </Button>
      </Tooltip>
      <Key of="span.next" /> walk
    </span>
  )
}

/** How many suggestions wait; pressed, the next one, or all of them again where they are hidden. */
function SuggestionHint({ count }: { readonly count: number }) {
  const hidden = useSuggestionView((state) => state.hidden)
  const command = hidden ? 'view.suggestions' : 'suggestion.next'
  return (
    <button type="button" className={styles.suggestions} onMouseDown={keepFocus} onClick={() => runCommand(command)}>
      <span className={styles.dashes}>
        {countOf(count, 'suggestion')}
        {hidden && ' hidden'}
      </span>
      <Kbd keys={keysOf(command) ?? ''} isDecorative /> {hidden ? 'show' : 'next'}
    </button>
  )
}

/** Above the text: the labels, and what else can be done now. While a link is made, the link's own bar. */
export function ToolsBar() {
  const labels = useLabels()
  const canMark = useCanMark()
  const hasArticle = useArticleStore((state) => state.article !== null)
  const link = useArticleStore((state) => state.link)
  const isFocusMode = useFocusMode((state) => state.isOn)
  const isGuided = useGuidelines((state) => state.isOpen)
  if (link !== null) return <LinkBar link={link} />
  if (isFocusMode) return null
  return (
    <div className={styles.bar} role="toolbar" aria-label="Mark the selection">
      <div className={styles.labels}>
        {labels.map((label, index) => (
          <LabelChip key={label.id} label={label} digit={index + 1} isEnabled={canMark} />
        ))}
      </div>
      <IconButton icon={Tags} label="Label set…" command="labelset.edit" onPress={() => runCommand('labelset.edit')} />
      <IconButton
        icon={BookOpen}
        label="Guidelines"
        command="guidelines.toggle"
        aria-expanded={isGuided}
        onPress={() => runCommand('guidelines.toggle')}
      />
      {hasArticle && <SpanHint />}
      {hasArticle && <ReadingPopover />}
    </div>
  )
}
