import { useEffect, useRef, useState } from 'react'
import type { AttributeValue } from '../../../shared/domain/annotations/annotations'
import { valueProblem } from '../../../shared/domain/annotations/attribute-values'
import type { SharedAttribute } from '../../../shared/domain/annotations/shared-attributes'
import type { Attribute } from '../../../shared/domain/label-set/label-set'
import { aimAt, endAttributes, enterValue, storeValue, useAttributeEntry } from '../../state/attribute-entry'
import styles from './attribute-popover.module.css'

interface AttributeEntryFieldProps {
  readonly entered: SharedAttribute
  /** Has the keyboard. */
  readonly isActive: boolean
}

const shown = (value: AttributeValue | undefined): string => (value === undefined ? '' : String(value))

function parsed({ type }: Attribute, text: string): AttributeValue | null {
  const trimmed = text.trim()
  if (trimmed === '') return null
  return type === 'number' ? Number(trimmed) : trimmed
}

/** A text, a number or a day: Enter stores it and goes back to the text, Escape goes back without. */
export function AttributeEntryField({ entered, isActive }: AttributeEntryFieldProps) {
  const { attribute, value } = entered
  const input = useRef<HTMLInputElement>(null)
  const [draft, setDraft] = useState(() => shown(value))
  useEffect(() => {
    if (isActive) input.current?.focus()
  }, [isActive])
  const next = parsed(attribute, draft)
  const problem = next === null ? null : valueProblem(attribute, next)
  const store = () => {
    if (problem !== null) return
    if (next === (value ?? null)) endAttributes()
    else enterValue(entered, next)
  }
  // a click beside it stores what stands in the field, as everywhere else
  const leave = () => {
    if (useAttributeEntry.getState().entry === null) return
    aimAt(attribute.id)
    if (problem === null && next !== (value ?? null)) storeValue(entered, next)
    else setDraft(shown(value))
  }
  return (
    <input
      ref={input}
      className={styles.field}
      type="text"
      aria-label={attribute.title || attribute.name}
      aria-invalid={problem !== null}
      title={problem ?? undefined}
      placeholder={attribute.type === 'date' ? 'YYYY-MM-DD' : undefined}
      value={draft}
      spellCheck={false}
      autoComplete="off"
      onFocus={() => aimAt(attribute.id, { isInField: true })}
      onBlur={leave}
      onChange={(event) => setDraft(event.target.value)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Enter') store()
        else if (event.key === 'Escape') endAttributes()
        else return
        event.preventDefault()
      }}
    />
  )
}
