import { useId } from 'react'
import type { AttributeValue } from '../../shared/domain/annotations'
import type { Attribute } from '../../shared/domain/label-set'
import { setAttribute } from '../state/gestures'
import styles from './attribute-row.module.css'
import { ChoiceControl } from './choice-control'
import { ChoicesControl } from './choices-control'
import { FieldControl } from './field-control'
import rows from './rows.module.css'
import { YesNoControl } from './yes-no-control'

interface AttributeRowProps {
  /** The span that has the attribute. */
  readonly uid: string
  readonly attribute: Attribute
  readonly value: AttributeValue | undefined
}

/** An attribute's title and the control that changes it. */
export function AttributeRow({ uid, attribute, value }: AttributeRowProps) {
  const title = attribute.title || attribute.name
  const fieldId = useId()
  const set = (next: AttributeValue | null) => setAttribute(uid, attribute.id, next)
  const { type } = attribute
  const fieldKind = type === 'text' || type === 'number' || type === 'date' ? type : null
  return (
    <>
      <dt className={`${rows.term} ${styles.title}`} title={attribute.description || undefined}>
        {fieldKind !== null ? <label htmlFor={fieldId}>{title}</label> : title}
      </dt>
      <dd className={rows.value}>
        {type === 'choice' && (
          <ChoiceControl
            name={title}
            options={attribute.options}
            value={typeof value === 'string' ? value : null}
            onChoose={(id) => void set(id)}
          />
        )}
        {type === 'choices' && (
          <ChoicesControl
            name={title}
            options={attribute.options}
            value={Array.isArray(value) ? value : []}
            onChange={(ids) => void set(ids.length === 0 ? null : ids)}
          />
        )}
        {type === 'boolean' && <YesNoControl name={title} value={value === true} onChange={(isOn) => void set(isOn)} />}
        {fieldKind !== null && (
          <FieldControl
            id={fieldId}
            kind={fieldKind}
            value={value === undefined ? '' : String(value)}
            onCommit={(text) => set(text === '' ? null : fieldKind === 'number' ? Number(text) : text)}
          />
        )}
      </dd>
    </>
  )
}
