import type { SpanLabel } from '../../shared/domain/label-set/label-set'
import { useAppStore } from '../state/app-store'
import { changeLabel } from '../state/label-set-edits'
import { ExamplesList } from './examples-list'
import form from './form.module.css'
import { GuidelinesEditor } from './guidelines-editor'
import { useExamples } from './use-examples'

interface LabelGuidelinesProps {
  readonly label: SpanLabel
  /** Leaves the editor: an example is shown in its article. */
  onLeave(): void
}

/** A label's guidelines and the spans that show what they mean. */
export function LabelGuidelines({ label, onLeave }: LabelGuidelinesProps) {
  const undo = useAppStore((state) => state.project?.undo)
  const examples = useExamples(label, undo)
  return (
    <div className={form.form}>
      <GuidelinesEditor
        key={label.id}
        value={label.guidelines}
        onCommit={(guidelines) => changeLabel(label.id, (before) => ({ ...before, guidelines }))}
      />
      <div className={form.field}>
        <span className={form.label}>Examples from the articles</span>
        {label.examples.length === 0 ? (
          <p className={form.text}>None yet. Focus a span in the text and choose “Use as example” in the inspector.</p>
        ) : (
          <ExamplesList
            examples={examples}
            onFollow={onLeave}
            onRemove={(spanUid) =>
              void changeLabel(label.id, (before) => ({
                ...before,
                examples: before.examples.filter((example) => example.spanUid !== spanUid),
              }))
            }
          />
        )}
      </div>
    </div>
  )
}
