import { ArrowDown, ArrowUp, X } from 'lucide-react'
import { VisuallyHidden } from 'react-aria-components'
import type { Attribute } from '../../shared/domain/label-set/label-set'
import { freeId, nameKey } from '../../shared/domain/label-set/label-set-ids'
import { moveItem } from '../../shared/domain/label-set/label-set-items'
import { FieldControl } from '../inspector/controls/field-control'
import { IconButton } from '../ui/icon-button'
import { AddItem } from './add-item'
import form from './form.module.css'
import { nameProblem, othersThan } from './names'
import styles from './options-editor.module.css'

type Options = Attribute['options']

interface OptionsEditorProps {
  readonly options: Options
  onChange(change: (options: Options) => Options): Promise<boolean>
}

/** What a choice offers, in order. Renaming an option renames it wherever it was chosen. */
export function OptionsEditor({ options, onChange }: OptionsEditorProps) {
  const move = (at: number, by: 1 | -1) => void onChange((before) => moveItem(before, at, at + by))
  return (
    <div className={form.field}>
      <span className={form.label}>Options</span>
      <ol className={styles.options} aria-label="Options">
        {options.map((option, at) => (
          <li key={option.id} className={styles.option}>
            <span className={styles.field}>
              <VisuallyHidden elementType="span">
                <label htmlFor={`option-${option.id}`}>Option {at + 1}</label>
              </VisuallyHidden>
              <FieldControl
                id={`option-${option.id}`}
                kind="text"
                value={option.name}
                problem={(name) => nameProblem(name, othersThan(options, option.id), 'option')}
                onCommit={(name) =>
                  onChange((before) => before.map((other) => (other.id === option.id ? { ...other, name } : other)))
                }
              />
            </span>
            <IconButton
              icon={ArrowUp}
              size="small"
              label={`Move ${option.name} up`}
              isDisabled={at === 0}
              onPress={() => move(at, -1)}
            />
            <IconButton
              icon={ArrowDown}
              size="small"
              label={`Move ${option.name} down`}
              isDisabled={at === options.length - 1}
              onPress={() => move(at, 1)}
            />
            <IconButton
              icon={X}
              size="small"
              label={`Remove ${option.name}`}
              onPress={() => void onChange((before) => othersThan(before, option.id))}
            />
          </li>
        ))}
      </ol>
      <AddItem
        label="Add an option"
        problem={(name) => nameProblem(name, options, 'option')}
        onAdd={(name) => onChange((before) => [...before, { id: freeId(before, nameKey(name)), name }])}
      />
    </div>
  )
}
