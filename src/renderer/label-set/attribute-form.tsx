import { useState } from 'react'
import { ATTRIBUTE_TYPES, type Attribute, type AttributeType } from '../../shared/domain/label-set/label-set'
import { DropDown } from '../inspector/controls/drop-down'
import { DraftField } from './draft-field'
import form from './form.module.css'
import { descriptionProblem, nameProblem, titleProblem } from './names'
import { OptionsEditor } from './options-editor'

export const TYPE_NAMES: Record<AttributeType, string> = {
  choice: 'Choice',
  choices: 'Several choices',
  text: 'Text',
  number: 'Number',
  date: 'Date',
  boolean: 'Yes or no',
  entity: 'Entity',
}

export const hasOptions = (type: AttributeType): boolean => type === 'choice' || type === 'choices'

interface AttributeFormProps {
  readonly attribute: Attribute
  /** Its neighbours, whose names it cannot have. */
  readonly others: readonly Attribute[]
  /** “attribute”, “field”. */
  readonly what: string
  onChange(change: (attribute: Attribute) => Attribute): Promise<boolean>
}

/** What an attribute or a document field is called, and what it may hold. */
export function AttributeForm({ attribute, others, what, onChange }: AttributeFormProps) {
  /** A choice has options: until the first one is there, the wish for one is only kept here. */
  const [wished, setWished] = useState<AttributeType | null>(null)
  // also what had to be confirmed has come by now
  if (wished === attribute.type) setWished(null)
  const set = (patch: Partial<Attribute>) => onChange((before) => ({ ...before, ...patch }))
  const type = wished ?? attribute.type
  const setType = (next: AttributeType) => {
    const mustWait = hasOptions(next) && attribute.options.length === 0
    setWished(mustWait ? next : null)
    if (!mustWait && next !== attribute.type) void set({ type: next })
  }
  const setOptions = (change: (options: Attribute['options']) => Attribute['options']) =>
    onChange((before) => ({ ...before, type, options: change(before.options) }))
  return (
    <div className={form.form}>
      <div className={form.pair}>
        <DraftField label="Title" value={attribute.title} problem={titleProblem} onCommit={(title) => set({ title })} />
        <DraftField
          label="Name in exports"
          value={attribute.name}
          problem={(name) => nameProblem(name, others, what)}
          onCommit={(name) => set({ name })}
        />
      </div>
      <div className={form.field}>
        <span className={form.label}>Type</span>
        <DropDown
          name="Type"
          value={type}
          options={ATTRIBUTE_TYPES.map((id) => ({ id, name: TYPE_NAMES[id] }))}
          onChoose={(id) => id !== null && setType(id as AttributeType)}
        />
        {wished !== null && (
          <span className={form.hint} role="status">
            It becomes a choice with its first option.
          </span>
        )}
      </div>
      {hasOptions(type) && <OptionsEditor options={attribute.options} onChange={setOptions} />}
      <DraftField
        label="Hint"
        hint="Shown where the pointer rests on its title."
        value={attribute.description}
        problem={descriptionProblem}
        onCommit={(description) => set({ description })}
      />
    </div>
  )
}
