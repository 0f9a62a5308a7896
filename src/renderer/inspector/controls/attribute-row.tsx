import { useId } from 'react'
import type { AttributeValue } from '../../../shared/domain/annotations/annotations'
import type { Attribute } from '../../../shared/domain/label-set/label-set'
import rows from '../rows.module.css'
import styles from './attribute-row.module.css'
import { ChoiceControl } from './choice-control'
import { ChoicesControl } from './choices-control'
import { EntityControl } from './entity-control'
import { FieldControl } from './field-control'
import { YesNoControl } from './yes-no-control'

interface AttributeRowProps {
  readonly attribute: Attribute
  readonly value: AttributeValue | undefined
  /** Stands after the control. */
  readonly hint?: string
  /** Stores a value, or takes it away; false if that did not go well. */
  onChange(value: AttributeValue | null): Promise<boolean>
  /** Makes an entity of this name and stores it as the value. */
  onCreateEntity(name: string): void
}

/** The title of a span's attribute, or of an article's field, and the control that changes it. */
export function AttributeRow({ attribute, value, hint, onChange, onCreateEntity }: AttributeRowProps) {
  const title = attribute.title || attribute.name
  const fieldId = useId()
  const { type } = attribute
  const fieldKind = type === 'text' || type === 'number' || type === 'date' ? type : null
  return (
    <>
      <dt className={`${rows.term} ${styles.title}`} title={attribute.description || undefined}>
        {fieldKind !== null || type === 'entity' ? <label htmlFor={fieldId}>{title}</label> : title}
      </dt>
      <dd className={rows.value}>
        {type === 'choice' && (
          <ChoiceControl
            name={title}
            options={attribute.options}
            value={typeof value === 'string' ? value : null}
            onChoose={(id) => void onChange(id)}
          />
        )}
        {type === 'choices' && (
          <ChoicesControl
            name={title}
            options={attribute.options}
            value={Array.isArray(value) ? value : []}
            onChange={(ids) => void onChange(ids.length === 0 ? null : ids)}
          />
        )}
        {type === 'boolean' && (
          <YesNoControl name={title} value={value === true} onChange={(isOn) => void onChange(isOn)} />
        )}
        {type === 'entity' && (
          <EntityControl
            name={title}
            id={fieldId}
            value={typeof value === 'string' ? value : null}
            onChoose={(uid) => void onChange(uid)}
            onCreate={onCreateEntity}
          />
        )}
        {fieldKind !== null && (
          <FieldControl
            id={fieldId}
            kind={fieldKind}
            value={value === undefined ? '' : String(value)}
            onCommit={(text) => onChange(text === '' ? null : fieldKind === 'number' ? Number(text) : text)}
          />
        )}
        {hint !== undefined && <span className={rows.faint}>{hint}</span>}
      </dd>
    </>
  )
}
