import { ArrowRight, EyeOff, FileText } from 'lucide-react'
import type { ReactNode } from 'react'
import type { LabelSetUsage } from '../../shared/contract/label-sets'
import type { LabelSet } from '../../shared/domain/label-set/label-set'
import { addLabel, addRelationType, newAttribute } from '../../shared/domain/label-set/label-set-items'
import { useAppStore } from '../state/app-store'
import { changeLabelSet } from '../state/label-set-edits'
import { formatCount } from '../ui/format'
import { Kbd } from '../ui/kbd'
import { AddItem } from './add-item'
import { DraftField } from './draft-field'
import form from './form.module.css'
import styles from './label-set-nav.module.css'
import { exportName, nameProblem } from './names'
import type { Section, Selected } from './selected'
import { SortableList } from './sortable-list'

interface LabelSetNavProps {
  readonly labelSet: LabelSet
  readonly usage: LabelSetUsage | null
  readonly selected: Selected | null
  onSelect(selected: Selected): void
}

interface Entry {
  readonly id: string
  readonly name: string
  readonly title: string
}

function reordered<T extends Entry>(items: readonly T[], change: (ids: readonly string[]) => string[]): T[] {
  const ids = change(items.map(({ id }) => id))
  return [...items].sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
}

/** What the set holds: labels, relation types and fields, each list in the user's order. */
export function LabelSetNav({ labelSet, usage, selected, onSelect }: LabelSetNavProps) {
  const list = <T extends Entry>(
    section: Section,
    label: string,
    entries: readonly T[],
    content: (item: T) => ReactNode,
  ) => (
    <SortableList
      label={label}
      items={entries.map((item) => ({ id: item.id, name: item.title || item.name, content: content(item) }))}
      selected={selected?.section === section ? selected.id : null}
      onSelect={(id) => onSelect({ section, id })}
      onReorder={(change) =>
        void changeLabelSet((set) => ({ ...set, [section]: reordered<Entry>(set[section], change) }))
      }
    />
  )
  const count = (uses: number | undefined) =>
    usage !== null && <span className={styles.count}>{uses === undefined ? '–' : formatCount(uses)}</span>

  /** Adds something at the end of its list, and shows it. */
  const add = async (section: Section, change: (set: LabelSet) => LabelSet) => {
    const added = await changeLabelSet(change)
    const made = useAppStore.getState().project?.labelSet[section].at(-1)
    if (added && made !== undefined) onSelect({ section, id: made.id })
    return added
  }
  const addField = (title: string) => (set: LabelSet) => ({
    ...set,
    fields: [...set.fields, newAttribute(set.fields, { name: exportName(title), title, type: 'text' })],
  })
  const addRelation = (title: string) => (set: LabelSet) => {
    const ends = { from: [set.labels[0]!.id], to: [(set.labels[1] ?? set.labels[0]!).id] }
    return addRelationType(set, { name: exportName(title), title, ...ends })
  }

  return (
    <nav className={styles.nav} aria-label="Parts of the label set">
      <div className={styles.name}>
        <DraftField
          label="Name of the set"
          value={labelSet.name}
          problem={(name) => nameProblem(name, [], 'label set')}
          onCommit={(name) => changeLabelSet((set) => ({ ...set, name }))}
        />
      </div>
      <section className={styles.section}>
        <h3 className={styles.heading}>Span labels</h3>
        {list('labels', 'Span labels', labelSet.labels, (label) => (
          <>
            <span className={`${form.swatch} hue-${label.hue}`} aria-hidden="true" />
            <span className={label.enabled ? form.name : `${form.name} ${form.off}`}>{label.title || label.name}</span>
            {!label.enabled && <EyeOff size={13} strokeWidth={1.75} className={styles.sign} aria-label="off" />}
            {label.key !== null && <Kbd keys={label.key.toUpperCase()} />}
            {count(usage?.labels[label.id])}
          </>
        ))}
        <AddItem
          label="Add a label"
          problem={(title) => nameProblem(exportName(title, { capitals: true }), labelSet.labels, 'label')}
          onAdd={(title) =>
            add('labels', (set) => addLabel(set, { name: exportName(title, { capitals: true }), title }))
          }
        />
      </section>
      <section className={styles.section}>
        <h3 className={styles.heading}>Relation types</h3>
        {labelSet.relations.length === 0 && <p className={form.hint}>None yet. They tie one span to another.</p>}
        {list('relations', 'Relation types', labelSet.relations, (relation) => (
          <>
            <ArrowRight size={13} strokeWidth={1.75} className={styles.sign} aria-hidden="true" />
            <span className={relation.enabled ? form.name : `${form.name} ${form.off}`}>
              {relation.title || relation.name}
            </span>
            {!relation.enabled && <EyeOff size={13} strokeWidth={1.75} className={styles.sign} aria-label="off" />}
            {count(usage?.relations[relation.id])}
          </>
        ))}
        <AddItem
          label="Add a relation type"
          problem={(title) => nameProblem(exportName(title), labelSet.relations, 'relation type')}
          onAdd={(title) => add('relations', addRelation(title))}
        />
      </section>
      <section className={styles.section}>
        <h3 className={styles.heading}>Document fields</h3>
        {labelSet.fields.length === 0 && <p className={form.hint}>None yet. They say something of a whole article.</p>}
        {list('fields', 'Document fields', labelSet.fields, (field) => (
          <>
            <FileText size={13} strokeWidth={1.75} className={styles.sign} aria-hidden="true" />
            <span className={form.name}>{field.title || field.name}</span>
            {count(usage?.fields[field.id])}
          </>
        ))}
        <AddItem
          label="Add a field"
          problem={(title) => nameProblem(exportName(title), labelSet.fields, 'field')}
          onAdd={(title) => add('fields', addField(title))}
        />
      </section>
    </nav>
  )
}
