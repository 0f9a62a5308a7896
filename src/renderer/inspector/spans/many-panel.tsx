import { Link2, Trash2, X } from 'lucide-react'
import type { Span } from '../../../shared/domain/annotations/annotations'
import { linkOptionsOf } from '../../../shared/domain/annotations/linking'
import { sharedAttributes } from '../../../shared/domain/annotations/shared-attributes'
import { enabledLabels, findLabel } from '../../../shared/domain/label-set/label-set'
import { keysOf } from '../../commands/registry'
import { createEntityFor, relabelSpans, removeSpans, setAttributes } from '../../state/gestures'
import { startLink } from '../../state/link-mode'
import { chooseNoneBut } from '../../state/span-selection'
import { countOf } from '../../ui/format'
import { IconButton } from '../../ui/icon-button'
import { Kbd } from '../../ui/kbd'
import { AttributeRow } from '../controls/attribute-row'
import { DropDown } from '../controls/drop-down'
import rows from '../rows.module.css'
import type { Annotations } from '../use-annotations'
import selectStyles from './label-select.module.css'
import styles from './many-panel.module.css'
import form from './span-form.module.css'
import panel from './span-panel.module.css'

interface ManyPanelProps {
  /** In reading order, at least two. */
  readonly spans: readonly Span[]
  readonly annotations: Annotations
}

/** What can be done to several spans in one step. */
export function ManyPanel({ spans, annotations }: ManyPanelProps) {
  const { labelSet } = annotations
  const uids = spans.map(({ uid }) => uid)
  const labelIds = [...new Set(spans.map(({ labelId }) => labelId))]
  const one = labelIds.length === 1 ? findLabel(labelSet, labelIds[0]!) : undefined
  const options = enabledLabels(labelSet).map(({ id, title, name, hue }) => ({
    id,
    name: title || name,
    icon: <span className={`${selectStyles.swatch} hue-${hue}`} />,
  }))
  const attributes = sharedAttributes(labelSet, spans)
  return (
    <section className={`${panel.panel} hue-${one?.hue ?? 'slate'}`} aria-label={`${spans.length} spans chosen`}>
      <p className={styles.count} role="status">
        {countOf(spans.length, 'span')} chosen
        <span className={styles.labels}>{labelIds.map((id) => nameOf(annotations, id)).join(', ')}</span>
        <IconButton icon={X} label="Choose only the focused span" size="small" onPress={chooseNoneBut} />
      </p>
      <div className={form.tools}>
        <DropDown
          name="Label of all"
          value={one?.id ?? null}
          placeholder="Relabel all…"
          options={options}
          onChoose={(id) => id !== null && id !== one?.id && void relabelSpans(uids, id)}
        />
        {linkOptionsOf(labelSet, spans).length > 0 && (
          <button type="button" className={form.link} onClick={() => startLink()}>
            <Link2 size={14} strokeWidth={1.75} aria-hidden="true" />
            Link all…
            <Kbd keys={keysOf('span.link') ?? ''} />
          </button>
        )}
        <span className={form.space} />
        <IconButton icon={Trash2} label="Delete these spans" size="small" onPress={() => void removeSpans(uids)} />
      </div>
      {attributes.length > 0 && (
        <dl className={`${rows.rows} ${form.attributes} ${styles.attributes}`}>
          {attributes.map(({ attribute, value, isMixed }) => (
            <AttributeRow
              key={attribute.id}
              attribute={attribute}
              value={value}
              {...(isMixed && { hint: 'they differ' })}
              onChange={(next) => setAttributes(uids, attribute.id, next)}
              onCreateEntity={(name) => void createEntityFor(uids, attribute.id, name)}
            />
          ))}
        </dl>
      )}
    </section>
  )
}

function nameOf({ labelSet }: Annotations, labelId: string): string {
  const label = findLabel(labelSet, labelId)
  return label?.title || label?.name || labelId
}
