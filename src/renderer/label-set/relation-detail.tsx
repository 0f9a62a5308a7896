import { Trash2 } from 'lucide-react'
import { useId } from 'react'
import {
  type LabelSet,
  RELATION_ROLES,
  type RelationRole,
  type RelationType,
} from '../../shared/domain/label-set/label-set'
import { removeRelationType } from '../../shared/domain/label-set/label-set-items'
import { DropDown } from '../inspector/controls/drop-down'
import { FieldControl } from '../inspector/controls/field-control'
import { changeLabelSet, changeRelation } from '../state/label-set-edits'
import { Button } from '../ui/button'
import { Chips } from '../ui/chips'
import { countOf } from '../ui/format'
import { SwitchField } from '../ui/switch-field'
import styles from './detail.module.css'
import { DraftField } from './draft-field'
import form from './form.module.css'
import { GuidelinesEditor } from './guidelines-editor'
import { descriptionProblem, nameProblem, othersThan, titleProblem } from './names'

const ROLE_NAMES: Record<RelationRole, string> = {
  said_by: 'Said by',
  via: 'Via',
  said_on: 'Said on',
  about_time: 'About a time',
  coref: 'The same one',
  supports: 'Supports',
  contradicts: 'Contradicts',
}

interface RelationDetailProps {
  readonly relation: RelationType
  readonly labelSet: LabelSet
  readonly used: number | null
}

/** Everything about a relation type: its names, its ends and its rules. */
export function RelationDetail({ relation, labelSet, used }: RelationDetailProps) {
  const id = useId()
  const title = relation.title || relation.name
  const set = (patch: Partial<RelationType>) => changeRelation(relation.id, (before) => ({ ...before, ...patch }))
  const remove = () =>
    void changeLabelSet((before) => removeRelationType(before, relation.id), {
      title: `Delete ${title}?`,
      action: 'Delete the relation type',
      deletes: true,
    })
  const ends = (side: 'from' | 'to', label: string) => (
    <div className={form.field}>
      <span className={form.label}>{label}</span>
      <Chips
        label={label}
        mode="multiple"
        size="small"
        selected={relation[side]}
        // a relation type has at least one label at each end
        onChange={(ids) => ids.length > 0 && void set({ [side]: ids })}
        options={labelSet.labels.map((end) => ({
          id: end.id,
          name: end.title || end.name,
          mark: <span className={`${form.swatch} hue-${end.hue}`} aria-hidden="true" />,
        }))}
      />
    </div>
  )
  return (
    <section className={styles.detail} aria-label={title}>
      <header className={styles.header}>
        <h3 className={styles.title}>{title}</h3>
        <span className={styles.usage}>{used !== null && (used === 0 ? 'not used yet' : countOf(used, 'link'))}</span>
        <Button variant="quiet" size="small" icon={Trash2} onPress={remove}>
          Delete…
        </Button>
      </header>
      <div className={styles.panel}>
        <div className={form.form}>
          <div className={form.pair}>
            <DraftField
              label="Title"
              hint="What the tool shows."
              value={relation.title}
              problem={titleProblem}
              onCommit={(text) => set({ title: text })}
            />
            <DraftField
              label="Name in exports"
              value={relation.name}
              problem={(name) => nameProblem(name, othersThan(labelSet.relations, relation.id), 'relation type')}
              onCommit={(name) => set({ name })}
            />
          </div>
          {ends('from', 'Leads from')}
          {ends('to', 'Leads to')}
          <div className={form.pair}>
            <div className={form.field}>
              <label className={form.label} htmlFor={`${id}-most`}>
                At most
              </label>
              <FieldControl
                id={`${id}-most`}
                kind="number"
                value={relation.maxPerSource === null ? '' : String(relation.maxPerSource)}
                describedBy={`${id}-most-hint`}
                problem={(text) => (/^[1-9]\d{0,5}$|^$/.test(text) ? null : 'A whole number from 1, or nothing.')}
                onCommit={(text) => set({ maxPerSource: text === '' ? null : Number(text) })}
              />
              <span className={form.hint} id={`${id}-most-hint`}>
                How many may leave one span. Empty: any number.
              </span>
            </div>
            <div className={form.field}>
              <span className={form.label}>Role</span>
              <DropDown
                name="Role"
                none="None"
                value={relation.role}
                options={RELATION_ROLES.map((role) => ({ id: role, name: ROLE_NAMES[role] }))}
                onChoose={(role) => role !== relation.role && void set({ role: role as RelationRole | null })}
              />
              <span className={form.hint}>Claim cards look relations up by their role.</span>
            </div>
          </div>
          <SwitchField
            label="No circles"
            hint="Following these links never leads back to where one started."
            value={relation.acyclic}
            onChange={(acyclic) => void set({ acyclic })}
          />
          <SwitchField
            label="Offered"
            hint="A relation type that is off is kept where it is used, and not offered for new links."
            value={relation.enabled}
            onChange={(enabled) => void set({ enabled })}
          />
          <DraftField
            label="In one line"
            value={relation.description}
            problem={descriptionProblem}
            onCommit={(description) => set({ description })}
          />
          <GuidelinesEditor isShort value={relation.guidelines} onCommit={(guidelines) => set({ guidelines })} />
        </div>
      </div>
    </section>
  )
}
