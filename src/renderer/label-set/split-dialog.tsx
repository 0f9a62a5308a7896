import { useState } from 'react'
import type { Attribute, LabelSet, SpanLabel } from '../../shared/domain/label-set/label-set'
import type { LabelSetEdit, SplitTarget } from '../../shared/domain/label-set/label-set-edit'
import { DropDown } from '../inspector/controls/drop-down'
import { applyEdit } from '../state/label-set-edits'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { SwitchField } from '../ui/switch-field'
import { TextField } from '../ui/text-field'
import { EditPreview } from './edit-preview'
import { Counting } from './edit-state'
import form from './form.module.css'
import { exportName, newLabelProblems, othersThan } from './names'
import styles from './split-dialog.module.css'
import { usePreview } from './use-preview'

interface SplitDialogProps {
  readonly label: SpanLabel
  readonly labelSet: LabelSet
  onClose(): void
}

/** The attributes that a label can be split by. */
export const splittable = (label: SpanLabel): Attribute[] =>
  label.attributes.filter(({ type, options }) => type === 'boolean' || (type === 'choice' && options.length > 0))

interface Value {
  readonly value: string | boolean
  readonly name: string
}

const valuesOf = ({ type, options }: Attribute): Value[] =>
  type === 'boolean'
    ? [
        { value: true, name: 'yes' },
        { value: false, name: 'no' },
      ]
    : options.map(({ id, name }) => ({ value: id, name }))

const titleFor = (label: SpanLabel, { name }: Value): string => `${label.title || label.name} ${name}`.slice(0, 80)

/** Makes a label of each value of an attribute: what they are called, and what that does. */
export function SplitDialog({ label, labelSet, onClose }: SplitDialogProps) {
  const attributes = splittable(label)
  const [attributeId, setAttributeId] = useState(attributes[0]!.id)
  const [titles, setTitles] = useState<Readonly<Record<string, string>>>({})
  const [keep, setKeep] = useState(true)
  const attribute = attributes.find(({ id }) => id === attributeId) ?? attributes[0]!
  const values = valuesOf(attribute)
  const titleOf = (value: Value) => titles[`${attribute.id} ${value.value}`] ?? titleFor(label, value)
  const targets: SplitTarget[] = values.map((value) => ({
    value: value.value,
    title: titleOf(value).trim(),
    name: exportName(titleOf(value), { capitals: true }),
    key: null,
  }))
  const others = keep ? labelSet.labels : othersThan(labelSet.labels, label.id)
  const problems = newLabelProblems(values.map(titleOf), others)
  const isNamed = problems.every((each) => each === null)
  const edit: LabelSetEdit = { kind: 'split', labelId: label.id, attributeId: attribute.id, targets, keep }
  const { preview, problem } = usePreview(isNamed ? edit : null)
  const title = label.title || label.name
  const split = () => {
    if (preview === null) return
    void applyEdit(edit, preview)
    onClose()
  }
  return (
    <Dialog
      title={`Split ${title} by an attribute`}
      size="wide"
      onClose={onClose}
      footer={
        <>
          <Button variant="quiet" onPress={onClose}>
            Cancel
          </Button>
          <Button variant="primary" isDisabled={preview === null} onPress={split}>
            Split
          </Button>
        </>
      }
    >
      <div className={form.row}>
        <span>A label for each value of</span>
        <DropDown
          name="Attribute"
          value={attribute.id}
          options={attributes.map((each) => ({ id: each.id, name: each.title || each.name }))}
          onChoose={(id) => id !== null && setAttributeId(id)}
        />
      </div>
      <div className={styles.targets}>
        {values.map((value, at) => (
          <TextField
            key={String(value.value)}
            label={value.name}
            maxLength={80}
            value={titleOf(value)}
            isInvalid={problems[at] !== null}
            {...(problems[at] == null ? {} : { error: problems[at] })}
            onChange={(text) => setTitles({ ...titles, [`${attribute.id} ${value.value}`]: text })}
          />
        ))}
      </div>
      <SwitchField
        label={`Keep ${title}`}
        hint="Spans without a value have it in any case."
        value={keep}
        onChange={setKeep}
      />
      {problem !== null && <p className={form.warn}>{problem}</p>}
      <Counting isCounting={isNamed && preview === null && problem === null} />
      {preview !== null && <EditPreview preview={preview} />}
    </Dialog>
  )
}
