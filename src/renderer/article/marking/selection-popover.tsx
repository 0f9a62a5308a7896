import { useLayoutEffect, useRef } from 'react'
import { keysOf } from '../../commands/registry'
import { useArticleStore } from '../../state/article-store'
import { addPartFromSelection } from '../../state/gestures'
import { Kbd } from '../../ui/kbd'
import { keepFocus } from '../overlays/keep-focus'
import { placePopover } from '../overlays/place-popover'
import { useLayout } from '../overlays/use-layout'
import type { ArticleSurface } from '../text/article-surface'
import { LabelChip } from './label-chip'
import chipStyles from './label-chip.module.css'
import { LabelSetButton } from './label-set-button'
import styles from './selection-popover.module.css'
import { useLabels } from './use-labels'
import { useCanMark } from './use-mark-target'
import { useSettledSelection } from './use-settled-selection'

/** Small and near: the labels, as soon as a selection has come to rest. */
export function SelectionPopover({ surface }: { readonly surface: ArticleSurface }) {
  const selection = useSettledSelection(surface)
  const labels = useLabels()
  const canMark = useCanMark()
  const isFocused = useArticleStore((state) => state.focusedUid !== null)
  const popover = useRef<HTMLDivElement>(null)
  const partKey = keysOf('span.addPart')
  const isShown = selection !== null && canMark
  useLayout(surface, isShown)

  // after every render: a scroll or a change of the text renders again
  useLayoutEffect(() => {
    if (isShown && popover.current !== null) placePopover(popover.current, surface, selection)
  })

  if (!isShown) return null
  return (
    <div ref={popover} className={styles.popover} role="toolbar" aria-label="Mark the selected words">
      {labels.map((label, index) => (
        <LabelChip key={label.id} label={label} digit={index + 1} isEnabled isPlain />
      ))}
      {isFocused && (
        <button
          type="button"
          className={`${chipStyles.chip} ${chipStyles.plain}`}
          aria-keyshortcuts={partKey}
          title="Add these words to the focused span as a further part"
          tabIndex={-1}
          onMouseDown={keepFocus}
          onClick={() => void addPartFromSelection()}
        >
          + part {partKey !== undefined && <Kbd keys={partKey} />}
        </button>
      )}
      <LabelSetButton />
    </div>
  )
}
