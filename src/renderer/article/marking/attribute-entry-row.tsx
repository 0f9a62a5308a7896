import type { MouseEvent } from 'react'
import { VisuallyHidden } from 'react-aria-components'
import type { SharedAttribute } from '../../../shared/domain/annotations/shared-attributes'
import { enterableOptions } from '../../../shared/domain/label-set/attribute-keys'
import { useArticleStore } from '../../state/article-store'
import { type AttributeEntry, aimAt, chooseOption, hasField, useAttributeEntry } from '../../state/attribute-entry'
import { Kbd } from '../../ui/kbd'
import { keepFocus } from '../overlays/keep-focus'
import { AttributeEntryField } from './attribute-entry-field'
import styles from './attribute-popover.module.css'

interface AttributeEntryRowProps {
  readonly entered: SharedAttribute
  readonly letter: string | null
  /** The entry where this attribute is what its keys are about. */
  readonly entry: AttributeEntry | null
}

/** One attribute with its letter, and its options with their digits. */
export function AttributeEntryRow({ entered, letter, entry }: AttributeEntryRowProps) {
  const { attribute, value, isMixed } = entered
  const title = attribute.title || attribute.name
  const options = enterableOptions(attribute)
  const isSet = (id: string | boolean) => (Array.isArray(value) ? value.includes(String(id)) : value === id)
  return (
    <div className={styles.row} data-active={entry !== null}>
      <button
        type="button"
        className={styles.title}
        aria-expanded={entry !== null}
        onMouseDown={leaveField}
        onClick={() => aimAt(attribute.id, { isInField: hasField(entered) })}
      >
        {letter !== null && <Kbd keys={letter.toUpperCase()} />} {title}
        {isMixed && <span className={styles.differ}>they differ</span>}
      </button>
      {hasField(entered) ? (
        <AttributeEntryField entered={entered} isActive={entry?.isInField === true} />
      ) : (
        <span className={styles.options}>
          {options.map((option, index) => (
            <button
              key={option.name}
              type="button"
              className={styles.option}
              aria-pressed={isSet(option.value)}
              data-cursor={entry?.option === index + 1}
              onMouseDown={leaveField}
              onClick={() => chooseOption(entered, option.value)}
            >
              {option.name}
              {index < 9 && <span className={styles.digit}>{index + 1}</span>}
            </button>
          ))}
        </span>
      )}
      {entry !== null && (
        <VisuallyHidden elementType="span" role="status">
          {announced(title, options[entry.option - 1]?.name, options, isSet)}
        </VisuallyHidden>
      )}
    </div>
  )
}

/** What stands in a field is stored before the click does its own. */
function leaveField(event: MouseEvent): void {
  keepFocus(event)
  if (useAttributeEntry.getState().entry?.isInField === true) useArticleStore.getState().view?.focus()
}

/** What a screen reader is told of the attribute that the keys are about. */
function announced(
  title: string,
  cursor: string | undefined,
  options: ReturnType<typeof enterableOptions>,
  isSet: (id: string | boolean) => boolean,
): string {
  if (cursor !== undefined) return `${title}: ${cursor}`
  const present = options.filter(({ value }) => isSet(value)).map(({ name }) => name)
  const choices = options.slice(0, 9).map(({ name }, index) => `${index + 1} ${name}`)
  return [`${title}: ${present.join(', ') || 'not set'}`, ...choices].join('. ')
}
