import { ArrowDown, ArrowUp, ChevronRight, Trash2 } from 'lucide-react'
import { useId, useState } from 'react'
import { Button } from 'react-aria-components'
import type { Attribute } from '../../shared/domain/label-set/label-set'
import { moveItem, newAttribute } from '../../shared/domain/label-set/label-set-items'
import type { Question } from '../state/label-set-edits'
import { IconButton } from '../ui/icon-button'
import { AddItem } from './add-item'
import { AttributeForm, TYPE_NAMES } from './attribute-form'
import styles from './attributes-editor.module.css'
import form from './form.module.css'
import { GuidelinesEditor } from './guidelines-editor'
import { exportName, nameProblem, othersThan } from './names'

interface AttributesEditorProps {
  readonly attributes: readonly Attribute[]
  onChange(change: (attributes: readonly Attribute[]) => Attribute[], question?: Question): Promise<boolean>
}

/** A line on what an attribute holds: its options, or its type. */
const summaryOf = ({ type, options }: Attribute): string =>
  type === 'choice' || type === 'choices'
    ? options.map(({ name }) => name).join(' · ') || 'no options yet'
    : TYPE_NAMES[type].toLowerCase()

/** The attributes of a label, in the order in which the inspector shows them. One is open at a time. */
export function AttributesEditor({ attributes, onChange }: AttributesEditorProps) {
  const [openId, setOpenId] = useState<string | null>(null)
  const move = (at: number, by: 1 | -1) => void onChange((before) => moveItem(before, at, at + by))
  const add = async (title: string) => {
    const made = newAttribute(attributes, { name: exportName(title), title, type: 'text' })
    const added = await onChange((before) => [...before, made])
    if (added) setOpenId(made.id)
    return added
  }
  return (
    <div className={form.form}>
      {attributes.length === 0 && (
        <p className={form.text}>No attributes yet. They say more of a span: how it is said, of what kind it is.</p>
      )}
      <ol className={styles.list} aria-label="Attributes">
        {attributes.map((attribute, at) => (
          <AttributeCard
            key={attribute.id}
            attribute={attribute}
            others={othersThan(attributes, attribute.id)}
            isOpen={attribute.id === openId}
            onToggle={() => setOpenId(attribute.id === openId ? null : attribute.id)}
            onChange={(change) =>
              onChange((before) => before.map((other) => (other.id === attribute.id ? change(other) : other)))
            }
            onRemove={() =>
              void onChange((before) => othersThan(before, attribute.id), {
                title: `Delete ${attribute.title || attribute.name}?`,
                action: 'Delete the attribute',
              })
            }
            onMoveUp={at === 0 ? null : () => move(at, -1)}
            onMoveDown={at === attributes.length - 1 ? null : () => move(at, 1)}
          />
        ))}
      </ol>
      <AddItem
        label="Add an attribute"
        problem={(title) => nameProblem(exportName(title), attributes, 'attribute')}
        onAdd={add}
      />
    </div>
  )
}

interface AttributeCardProps {
  readonly attribute: Attribute
  readonly others: readonly Attribute[]
  readonly isOpen: boolean
  onToggle(): void
  onChange(change: (attribute: Attribute) => Attribute): Promise<boolean>
  onRemove(): void
  readonly onMoveUp: (() => void) | null
  readonly onMoveDown: (() => void) | null
}

function AttributeCard(props: AttributeCardProps) {
  const { attribute, others, isOpen, onToggle, onChange, onRemove, onMoveUp, onMoveDown } = props
  const bodyId = useId()
  const title = attribute.title || attribute.name
  return (
    <li className={styles.card}>
      <div className={styles.head}>
        <Button className={styles.toggle} aria-expanded={isOpen} aria-controls={bodyId} onPress={onToggle}>
          <ChevronRight size={14} strokeWidth={1.75} className={styles.chevron} aria-hidden="true" />
          <span className={styles.title}>{title}</span>
          <span className={styles.summary}>{summaryOf(attribute)}</span>
        </Button>
        <IconButton
          icon={ArrowUp}
          size="small"
          label={`Move ${title} up`}
          isDisabled={onMoveUp === null}
          onPress={() => onMoveUp?.()}
        />
        <IconButton
          icon={ArrowDown}
          size="small"
          label={`Move ${title} down`}
          isDisabled={onMoveDown === null}
          onPress={() => onMoveDown?.()}
        />
        <IconButton icon={Trash2} size="small" label={`Delete ${title}…`} onPress={onRemove} />
      </div>
      <div id={bodyId} className={styles.body} hidden={!isOpen}>
        {isOpen && (
          <div className={form.form}>
            <AttributeForm attribute={attribute} others={others} what="attribute" onChange={onChange} />
            <GuidelinesEditor
              isShort
              value={attribute.guidelines}
              onCommit={(guidelines) => onChange((before) => ({ ...before, guidelines }))}
            />
          </div>
        )}
      </div>
    </li>
  )
}
