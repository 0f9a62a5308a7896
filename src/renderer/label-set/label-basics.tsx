import {
  type Hue,
  LABEL_ROLES,
  type LabelRole,
  type LabelSet,
  type SpanLabel,
} from '../../shared/domain/label-set/label-set'
import { digitOf, keyFindings } from '../../shared/domain/label-set/label-set-keys'
import { COMMAND_LIST } from '../commands/registry'
import { DropDown } from '../inspector/controls/drop-down'
import { changeLabel } from '../state/label-set-edits'
import { SwitchField } from '../ui/switch-field'
import { DraftField } from './draft-field'
import form from './form.module.css'
import { HuePicker } from './hue-picker'
import { KeyField } from './key-field'
import { descriptionProblem, nameProblem, othersThan, titleProblem } from './names'

const ROLE_NAMES: Record<LabelRole, string> = {
  claim: 'Claim',
  speaker: 'Speaker',
  date: 'Date',
  cue: 'Reporting words',
  exclude: 'Left out',
}

interface LabelBasicsProps {
  readonly label: SpanLabel
  readonly labelSet: LabelSet
}

function huesOfOthers(labelSet: LabelSet, id: string): Map<Hue, number> {
  const used = new Map<Hue, number>()
  for (const label of labelSet.labels) if (label.id !== id) used.set(label.hue, (used.get(label.hue) ?? 0) + 1)
  return used
}

/** What else answers to a label's letter, a sentence each. */
function collisionsOf(labelSet: LabelSet, labelId: string): string[] {
  const taken = COMMAND_LIST.flatMap(({ keys, title }) => keys.map((key) => ({ key, title })))
  return keyFindings(labelSet, taken).flatMap((finding) => (finding.labelId === labelId ? [finding.message] : []))
}

/** What a label is called, how it looks and which key marks with it. */
export function LabelBasics({ label, labelSet }: LabelBasicsProps) {
  const set = (patch: Partial<SpanLabel>) => changeLabel(label.id, (before) => ({ ...before, ...patch }))
  const others = othersThan(labelSet.labels, label.id)
  return (
    <div className={form.form}>
      <div className={form.pair}>
        <DraftField
          label="Title"
          hint="What the tool shows."
          value={label.title}
          problem={titleProblem}
          onCommit={(title) => set({ title })}
        />
        <DraftField
          label="Name in exports"
          hint="Renaming is free: what is annotated follows."
          value={label.name}
          problem={(name) => nameProblem(name, others, 'label')}
          onCommit={(name) => set({ name })}
        />
      </div>
      <HuePicker value={label.hue} used={huesOfOthers(labelSet, label.id)} onChange={(hue) => void set({ hue })} />
      <div className={form.pair}>
        <KeyField
          value={label.key}
          digit={digitOf(labelSet, label.id)}
          collisions={collisionsOf(labelSet, label.id)}
          onChange={(key) => key !== label.key && void set({ key })}
        />
        <div className={form.field}>
          <span className={form.label}>Role</span>
          <DropDown
            name="Role"
            none="None"
            value={label.role}
            options={LABEL_ROLES.map((id) => ({ id, name: ROLE_NAMES[id] }))}
            onChoose={(role) => role !== label.role && void set({ role: role as LabelRole | null })}
          />
          <span className={form.hint}>Claim cards and suggestions look labels up by their role.</span>
        </div>
      </div>
      <DraftField
        label="In one line"
        hint="Shown where the pointer rests on the label."
        value={label.description}
        problem={descriptionProblem}
        onCommit={(description) => set({ description })}
      />
      <SwitchField
        label="Offered"
        hint="A label that is off is kept where it is marked, and not offered for new spans."
        value={label.enabled}
        onChange={(enabled) => void set({ enabled })}
      />
    </div>
  )
}
