import { Tags } from 'lucide-react'
import { keysOf, runCommand } from '../../commands/registry'
import { keepFocus } from '../overlays/keep-focus'
import chipStyles from './label-chip.module.css'

/** At the end of the labels in the popover: the way to more of them. */
export function LabelSetButton() {
  const keys = keysOf('labelset.edit')
  return (
    <button
      type="button"
      className={`${chipStyles.chip} ${chipStyles.plain}`}
      aria-label="Label set…"
      title={keys === undefined ? 'Label set…' : `Label set… (${keys})`}
      tabIndex={-1}
      onMouseDown={keepFocus}
      onClick={() => runCommand('labelset.edit')}
    >
      <Tags size={14} strokeWidth={1.75} aria-hidden="true" />
    </button>
  )
}
