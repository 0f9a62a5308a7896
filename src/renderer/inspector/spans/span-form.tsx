import { CopyPlus, Link2, Trash2 } from 'lucide-react'
import type { Span } from '../../../shared/domain/annotations/annotations'
import { linkOptions } from '../../../shared/domain/annotations/linking'
import type { SpanLabel } from '../../../shared/domain/label-set/label-set'
import { keysOf } from '../../commands/registry'
import { createEntityFor, relabelSpan, removeSpans, setAttribute, setSpanNote } from '../../state/gestures'
import { startLink } from '../../state/link-mode'
import { IconButton } from '../../ui/icon-button'
import { Kbd } from '../../ui/kbd'
import { CommandMenu, type MenuGroup } from '../../ui/menu'
import { AttributeRow } from '../controls/attribute-row'
import { NoteField } from '../controls/note-field'
import { goToSpan } from '../go-to-span'
import rows from '../rows.module.css'
import type { Annotations } from '../use-annotations'
import { EdgeNudges } from './edge-nudges'
import { GuidelinesTools } from './guidelines-tools'
import { LabelSelect } from './label-select'
import { PartsList } from './parts-list'
import { SpanFacts } from './span-facts'
import styles from './span-form.module.css'
import { SplitMergeButtons } from './split-merge-buttons'

const REPEAT: readonly MenuGroup[] = [{ commands: ['span.repeat', 'span.repeatInCorpus'] }]

interface SpanFormProps {
  readonly span: Span
  readonly label: SpanLabel
  readonly annotations: Annotations
}

/** Everything about a span that can be changed in place. */
export function SpanForm({ span, label, annotations }: SpanFormProps) {
  const { article, labelSet } = annotations
  const canLink = linkOptions(labelSet, span.labelId).length > 0
  const { attributes } = label
  const link = () => {
    goToSpan(span.uid)
    startLink()
  }
  return (
    // a new span begins with fields of its own, so that no draft is ever written to another
    <div className={styles.form} key={span.uid}>
      <div className={styles.tools}>
        <LabelSelect label={label} labelSet={labelSet} onChoose={(labelId) => void relabelSpan(span.uid, labelId)} />
        <span className={styles.space} />
        <CommandMenu
          label="Other occurrences"
          placement="bottom end"
          groups={REPEAT}
          trigger={<IconButton icon={CopyPlus} label="Other occurrences of these words" size="small" />}
        />
        <SplitMergeButtons uid={span.uid} />
        <IconButton
          icon={Trash2}
          label="Delete this span"
          command="span.delete"
          size="small"
          onPress={() => void removeSpans([span.uid])}
        />
      </div>
      <div className={styles.tools}>
        {canLink && (
          <button type="button" className={styles.link} onClick={link}>
            <Link2 size={14} strokeWidth={1.75} aria-hidden="true" />
            Link…
            <Kbd keys={keysOf('span.link') ?? ''} />
          </button>
        )}
        <GuidelinesTools span={span} label={label} />
      </div>
      <EdgeNudges uid={span.uid} />
      {span.parts.length > 1 && <PartsList span={span} text={article.text} />}
      {attributes.length > 0 && (
        <dl className={`${rows.rows} ${styles.attributes}`}>
          {attributes.map((attribute) => (
            <AttributeRow
              key={attribute.id}
              attribute={attribute}
              value={span.attributes[attribute.id]}
              onChange={(value) => setAttribute(span.uid, attribute.id, value)}
              onCreateEntity={(name) => void createEntityFor([span.uid], attribute.id, name)}
            />
          ))}
        </dl>
      )}
      <NoteField label="Note on this span" value={span.note} onCommit={(note) => setSpanNote(span.uid, note)} />
      <SpanFacts span={span} />
    </div>
  )
}
