import { Merge, Split, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import type { LabelSetUsage } from '../../shared/contract/label-sets'
import type { LabelSet, SpanLabel } from '../../shared/domain/label-set/label-set'
import { removeLabel } from '../../shared/domain/label-set/label-set-items'
import { changeLabel, changeLabelSet } from '../state/label-set-edits'
import { Button } from '../ui/button'
import { countOf } from '../ui/format'
import { AttributesEditor } from './attributes-editor'
import styles from './detail.module.css'
import form from './form.module.css'
import { LabelBasics } from './label-basics'
import { LabelGuidelines } from './label-guidelines'
import { MergeDialog } from './merge-dialog'
import { SplitDialog, splittable } from './split-dialog'

interface LabelDetailProps {
  readonly label: SpanLabel
  readonly labelSet: LabelSet
  readonly usage: LabelSetUsage | null
  readonly tab: LabelTab
  onTab(tab: LabelTab): void
  onSelect(id: string): void
  onLeave(): void
}

export const LABEL_TABS = ['label', 'attributes', 'guidelines'] as const
export type LabelTab = (typeof LABEL_TABS)[number]

/** Everything about a span label. */
export function LabelDetail({ label, labelSet, usage, tab, onTab, onSelect, onLeave }: LabelDetailProps) {
  const [dialog, setDialog] = useState<'merge' | 'split' | null>(null)
  const title = label.title || label.name
  const isOnly = labelSet.labels.length === 1
  const remove = () =>
    void changeLabelSet((set) => removeLabel(set, label.id), {
      title: `Delete ${title}?`,
      action: 'Delete the label',
      deletes: true,
    })
  return (
    <section className={`${styles.detail} hue-${label.hue}`} aria-label={title}>
      <header className={styles.header}>
        <span className={form.swatch} aria-hidden="true" />
        <h3 className={styles.title}>{title}</h3>
        <span className={styles.usage}>
          {usage !== null &&
            (usage.labels[label.id] === undefined ? 'not used yet' : countOf(usage.labels[label.id]!, 'span'))}
        </span>
        <Button variant="quiet" size="small" icon={Merge} isDisabled={isOnly} onPress={() => setDialog('merge')}>
          Merge…
        </Button>
        <Button
          variant="quiet"
          size="small"
          icon={Split}
          isDisabled={splittable(label).length === 0}
          onPress={() => setDialog('split')}
        >
          Split…
        </Button>
        <Button variant="quiet" size="small" icon={Trash2} isDisabled={isOnly} onPress={remove}>
          Delete…
        </Button>
      </header>
      <Tabs className={styles.tabs} selectedKey={tab} onSelectionChange={(key) => onTab(key as LabelTab)}>
        <TabList className={styles.tabList} aria-label="Parts of the label">
          <Tab id="label" className={styles.tab}>
            Label
          </Tab>
          <Tab id="attributes" className={styles.tab}>
            Attributes {label.attributes.length > 0 && <span className={styles.count}>{label.attributes.length}</span>}
          </Tab>
          <Tab id="guidelines" className={styles.tab}>
            Guidelines
          </Tab>
        </TabList>
        {/* a label begins with fields of its own, so that no draft is ever written to another */}
        <TabPanel id="label" className={styles.panel}>
          <LabelBasics key={label.id} label={label} labelSet={labelSet} />
        </TabPanel>
        <TabPanel id="attributes" className={styles.panel}>
          <AttributesEditor
            key={label.id}
            attributes={label.attributes}
            onChange={(change, question) =>
              changeLabel(label.id, (before) => ({ ...before, attributes: change(before.attributes) }), question)
            }
          />
        </TabPanel>
        <TabPanel id="guidelines" className={styles.panel}>
          <LabelGuidelines key={label.id} label={label} onLeave={onLeave} />
        </TabPanel>
      </Tabs>
      {dialog === 'merge' && (
        <MergeDialog
          label={label}
          labelSet={labelSet}
          onClose={(into) => {
            setDialog(null)
            if (into !== undefined) onSelect(into)
          }}
        />
      )}
      {dialog === 'split' && <SplitDialog label={label} labelSet={labelSet} onClose={() => setDialog(null)} />}
    </section>
  )
}
