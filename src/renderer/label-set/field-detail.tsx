import { Trash2 } from 'lucide-react'
import type { Attribute, LabelSet } from '../../shared/domain/label-set/label-set'
import { changeField, changeLabelSet } from '../state/label-set-edits'
import { Button } from '../ui/button'
import { countOf } from '../ui/format'
import { AttributeForm } from './attribute-form'
import styles from './detail.module.css'
import { othersThan } from './names'

interface FieldDetailProps {
  readonly field: Attribute
  readonly labelSet: LabelSet
  readonly used: number | null
}

/** Everything about a document field: what is said of a whole article. */
export function FieldDetail({ field, labelSet, used }: FieldDetailProps) {
  const title = field.title || field.name
  const remove = () =>
    void changeLabelSet((set) => ({ ...set, fields: othersThan(set.fields, field.id) }), {
      title: `Delete ${title}?`,
      action: 'Delete the field',
      deletes: true,
    })
  return (
    <section className={styles.detail} aria-label={title}>
      <header className={styles.header}>
        <h3 className={styles.title}>{title}</h3>
        <span className={styles.usage}>
          {used !== null && (used === 0 ? 'not used yet' : countOf(used, 'article'))}
        </span>
        <Button variant="quiet" size="small" icon={Trash2} onPress={remove}>
          Delete…
        </Button>
      </header>
      <div className={styles.panel}>
        <AttributeForm
          attribute={field}
          others={othersThan(labelSet.fields, field.id)}
          what="field"
          onChange={(change) => changeField(field.id, change)}
        />
      </div>
    </section>
  )
}
