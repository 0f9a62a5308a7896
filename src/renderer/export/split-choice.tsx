import type { ExportOptions } from '../../shared/contract/export-methods'
import { SPLIT_GROUPS, type SplitDefinition, type SplitGroup } from '../../shared/domain/corpus/splits'
import styles from '../dialogs/dialogs.module.css'
import { DropDown } from '../inspector/controls/drop-down'
import { chooseDivision, chooseExport, divisionOf, useExportStore } from '../state/export-store'
import { Chips } from '../ui/chips'
import { Segmented } from '../ui/segmented'
import { TextField } from '../ui/text-field'
import own from './export-dialog.module.css'
import { daysProblem, partsProblem, RATIO, readDays, readParts, readSeed } from './split-fields'
import { storedWords } from './stored-words'
import { useTyped } from './use-typed'

const WAYS = [
  { id: 'none', name: 'In one' },
  { id: 'ratio', name: 'By ratio' },
  { id: 'date', name: 'By date' },
] as const

const GROUP_NAMES: Readonly<Record<SplitGroup, string>> = {
  duplicate: 'Near copies together',
  source: 'A source together',
}

/** Whether the articles are divided into train, validation and test, and how. */
export function SplitChoice({ options }: { readonly options: ExportOptions }) {
  const divisions = useExportStore((state) => state.divisions)
  const stored = useExportStore(divisionOf)
  // of one that was chosen by its name only, the definition is the stored one
  const definition = options.split?.definition ?? stored?.definition ?? null
  // what is stored under a name never changes: another definition is another division
  const choose = (next: SplitDefinition | null) =>
    chooseExport({ split: next === null ? null : { name: null, definition: next } })
  const groupBy = definition?.groupBy ?? ['duplicate']
  return (
    <div className={styles.group}>
      <Segmented
        label="Train, validation and test"
        options={WAYS}
        value={definition?.by ?? 'none'}
        onChange={(way) => {
          if (way === 'none') choose(null)
          else if (way === 'ratio') choose({ ...RATIO, groupBy: [...groupBy] })
          else choose({ by: 'date', days: [today()], groupBy: [...groupBy] })
        }}
      />
      {divisions.length > 0 && (
        <DropDown
          name="Division that is kept"
          placeholder="Divide as before"
          value={stored?.name ?? null}
          options={divisions.map((one) => ({ id: one.name, name: storedWords(one) }))}
          onChoose={(name) => name !== null && chooseDivision(name)}
        />
      )}
      {definition?.by === 'ratio' && <RatioFields definition={definition} onChoose={choose} />}
      {definition?.by === 'date' && <DayField definition={definition} onChoose={choose} />}
      {definition !== null && (
        <>
          <Chips
            label="Never divided"
            mode="multiple"
            size="small"
            selected={definition.groupBy}
            options={SPLIT_GROUPS.map((id) => ({ id, name: GROUP_NAMES[id] }))}
            onChange={(groups) => choose({ ...definition, groupBy: groups })}
          />
          <p className={styles.text}>
            {stored === undefined
              ? 'Where an article went is kept in the project: it stays there when others are added.'
              : 'Articles that were divided so before stay where they are; only new ones find a place.'}
          </p>
        </>
      )}
    </div>
  )
}

const today = (): string => new Date().toISOString().slice(0, 10)

interface FieldsProps<By extends SplitDefinition['by']> {
  readonly definition: Extract<SplitDefinition, { by: By }>
  onChoose(definition: SplitDefinition): void
}

function RatioFields({ definition, onChoose }: FieldsProps<'ratio'>) {
  const parts = useTyped(definition.parts.join(', '), (text) => {
    const read = readParts(text)
    if (read !== null) onChoose({ ...definition, parts: read })
  })
  const seed = useTyped(String(definition.seed), (text) => {
    const read = readSeed(text)
    if (read !== null) onChoose({ ...definition, seed: read })
  })
  return (
    <div className={own.fields}>
      <TextField
        label="Parts"
        {...parts}
        isInvalid={readParts(parts.value) === null}
        error={partsProblem(parts.value) ?? ''}
        hint={definition.parts.length === 2 ? 'train, test' : 'train, validation, test'}
      />
      <TextField
        label="Seed"
        {...seed}
        isInvalid={readSeed(seed.value) === null}
        error="A whole number from 0 up."
        hint="The same seed, the same parts."
      />
    </div>
  )
}

function DayField({ definition, onChoose }: FieldsProps<'date'>) {
  const days = useTyped(definition.days.join(', '), (text) => {
    const read = readDays(text)
    if (read !== null) onChoose({ ...definition, days: read })
  })
  return (
    <TextField
      label="First day of each part but the first"
      {...days}
      isInvalid={readDays(days.value) === null}
      error={daysProblem(days.value) ?? ''}
      hint={definition.days.length === 1 ? 'train before it, test from it on' : 'train, validation, test'}
    />
  )
}
