import { useState } from 'react'
import type { FoundName } from '../../shared/contract/found-names'
import type { LabelMap } from '../../shared/domain/label-set/label-map'
import type { LabelSet } from '../../shared/domain/label-set/label-set'
import styles from '../dialogs/dialogs.module.css'
import { DropDown } from '../inspector/controls/drop-down'
import { Button } from '../ui/button'
import { classNames } from '../ui/class-names'
import { countOf } from '../ui/format'
import { useKeepKeyboard } from '../ui/use-keep-keyboard'
import { ADD, choiceOf, choicesOf, LEAVE_OUT, namesToSee, withAll, withChoice } from './name-choices'
import own from './names-table.module.css'

interface NamesTableProps {
  readonly names: readonly FoundName[]
  /** Spans and links whose names are not among them. */
  readonly unlisted: number
  readonly labelSet: LabelSet
  readonly map: LabelMap
  onChoose(map: LabelMap): void
}

const KINDS: Record<FoundName['kind'], string> = {
  label: 'Label',
  attribute: 'Attribute',
  option: 'Option',
  relation: 'Link',
  field: 'Document field',
}
/** Rows that are made at a time. */
const PAGE = 100
/** From so many on, one answer for all of them is offered. */
const MANY = 5

/** The names in annotated files, and what each becomes in the project. */
export function NamesTable({ names, unlisted, labelSet, map, onChoose }: NamesTableProps) {
  const [showsAll, setShowsAll] = useState(false)
  const [most, setMost] = useState(PAGE)
  const unclear = namesToSee(names)
  // what was chosen for it stays in sight
  const listed = showsAll ? names : unclear
  const shown = listed.slice(0, most)
  const known = names.length - unclear.length
  return (
    <div className={styles.group}>
      <h3 className={styles.heading}>Labels and other names in the annotations</h3>
      <p className={styles.text}>
        {unclear.length === 0
          ? 'The project has all of them.'
          : 'What the project does not have is added, unless you choose something else. Your choices are remembered in this project.'}
      </p>
      {unclear.length >= MANY && <ForAll names={names} map={map} onChoose={onChoose} />}
      {shown.length > 0 && (
        <ul className={own.list} aria-label="Names in the annotations">
          {shown.map((found) => (
            <NameRow
              key={JSON.stringify([found.kind, found.label, found.attribute, found.name])}
              found={found}
              chosen={choiceOf(found, map)}
              choices={choicesOf(found, names, labelSet)}
              onChoose={(id) => onChoose(withChoice(map, found, id))}
            />
          ))}
        </ul>
      )}
      {listed.length > shown.length && (
        <div className={styles.row}>
          <span className={styles.text}>{countOf(listed.length - shown.length, 'more name')}</span>
          <Button size="small" onPress={() => setMost(most + PAGE)}>
            Show more
          </Button>
        </div>
      )}
      {unlisted > 0 && (
        <p className={styles.text}>
          {`And ${countOf(unlisted, 'span or link', 'spans and links')} with other names: so many that they may be words of the texts. Of each kind, 1,000 names at most are added.`}
        </p>
      )}
      {known > 0 && (
        <div>
          <Button size="small" aria-expanded={showsAll} onPress={() => setShowsAll(!showsAll)}>
            {showsAll ? 'Hide what the project has' : `Show ${countOf(known, 'name')} that the project has`}
          </Button>
        </div>
      )}
    </div>
  )
}

/** One answer for all that the project does not have. */
function ForAll({ names, map, onChoose }: Pick<NamesTableProps, 'names' | 'map' | 'onChoose'>) {
  const keeper = useKeepKeyboard<HTMLDivElement>()
  const all = (becomes: FoundName['becomes'], id: string) => () => onChoose(withAll(map, names, becomes, id))
  const has = (becomes: FoundName['becomes']) => names.some((found) => found.becomes === becomes)
  return (
    <div className={styles.row} {...keeper}>
      {has('new') && (
        <Button size="small" onPress={all('new', LEAVE_OUT)}>
          Leave all new ones out
        </Button>
      )}
      {has('left_out') && (
        <Button size="small" onPress={all('left_out', ADD)}>
          Add all that are left out
        </Button>
      )}
    </div>
  )
}

interface NameRowProps {
  readonly found: FoundName
  readonly chosen: string | null
  readonly choices: readonly { readonly id: string; readonly name: string }[]
  onChoose(id: string): void
}

function NameRow({ found, chosen, choices, onChoose }: NameRowProps) {
  const { kind, name, label, attribute, count, example } = found
  const of = [label, attribute].filter((part) => part !== null).join(' · ')
  const isInner = kind === 'attribute' || (kind === 'option' && label !== null)
  return (
    <li className={classNames(own.row, isInner && own.inner)}>
      <span className={own.what}>
        <span className={own.name} title={name}>
          {name}
        </span>
        <span className={own.facts}>
          {KINDS[kind]}
          {of === '' ? '' : ` of ${of}`} · {countOf(count, 'time')}
          {example !== '' && kind === 'label' ? ` · “${example}”` : ''}
        </span>
      </span>
      <DropDown
        name={`${KINDS[kind]} ${name} becomes`}
        value={chosen}
        options={choices}
        placeholder="Cannot be added"
        onChoose={(id) => id !== null && onChoose(id)}
      />
    </li>
  )
}
