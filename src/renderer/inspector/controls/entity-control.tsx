import { Plus } from 'lucide-react'
import { type KeyboardEvent, useEffect, useState } from 'react'
import { ComboBox, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components'
import type { EntityRow } from '../../../shared/contract/label-sets'
import { reportFailure } from '../../state/app-store'
import { searchEntities } from '../../state/entity-store'
import { countOf } from '../../ui/format'
import dropDown from './drop-down.module.css'
import styles from './entity-control.module.css'
import field from './field-control.module.css'
import { useEntityName } from './use-entity-name'

interface EntityControlProps {
  readonly name: string
  readonly id?: string
  /** Uid of the entity that is meant. */
  readonly value: string | null
  onChoose(uid: string | null): void
  /** Without it, only those that there are can be chosen. */
  onCreate?(name: string): void
}

/** The item that makes a new entity; no uid looks like it. */
const CREATE = 'create'

/** Looks entities up as long as a field is being written in. */
function useMatches(text: string, isActive: boolean): readonly EntityRow[] {
  const [matches, setMatches] = useState<readonly EntityRow[]>([])
  useEffect(() => {
    if (!isActive) return
    let isCurrent = true
    searchEntities(text.trim()).then(
      (found) => isCurrent && setMatches(found),
      (error: unknown) => isCurrent && reportFailure(error),
    )
    return () => {
      isCurrent = false
    }
  }, [text, isActive])
  return matches
}

const isNamed = (entity: EntityRow, text: string): boolean =>
  entity.name.localeCompare(text, undefined, { sensitivity: 'accent' }) === 0

/** Who or what is meant: found by a part of the name, or made. An empty field means none. */
export function EntityControl({ name, id, value, onChoose, onCreate }: EntityControlProps) {
  const chosen = useEntityName(value)
  /** What is being written; null: the name of what is chosen. */
  const [draft, setDraft] = useState<string | null>(null)
  const text = (draft ?? '').trim()
  const matches = useMatches(draft ?? '', draft !== null)
  const isNew = onCreate !== undefined && text !== '' && !matches.some((entity) => isNamed(entity, text))
  const items = [
    ...matches.map(({ uid, name: itsName, kind, spans }) => ({
      id: uid,
      name: itsName,
      aside: [kind, countOf(spans, 'span')].filter(Boolean).join(' · '),
    })),
    ...(isNew ? [{ id: CREATE, name: `New: ${text}`, aside: '' }] : []),
  ]
  const choose = (key: string | null) => {
    setDraft(null)
    if (key === CREATE) onCreate?.(text)
    else if (key !== null && key !== value) onChoose(key)
  }
  const leave = () => {
    if (draft !== null && text === '' && value !== null) onChoose(null)
    setDraft(null)
  }
  /** Without an option in focus, Enter takes the first one, and clears where nothing is written. */
  const onKeyDownCapture = (event: KeyboardEvent<HTMLInputElement>) => {
    const hasActive = event.currentTarget.getAttribute('aria-activedescendant') !== null
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || draft === null || hasActive) return
    event.preventDefault()
    event.stopPropagation()
    if (text === '') leave()
    else choose(items[0]?.id ?? null)
  }
  return (
    <ComboBox
      className={styles.box}
      aria-label={name}
      items={items}
      inputValue={draft ?? chosen}
      selectedKey={null}
      allowsCustomValue
      allowsEmptyCollection={false}
      menuTrigger="input"
      onInputChange={(next) => {
        if (draft !== null || next !== chosen) setDraft(next)
      }}
      onSelectionChange={(key) => key !== null && choose(String(key))}
      onBlur={leave}
    >
      <Input
        id={id}
        className={field.field}
        placeholder={onCreate === undefined ? 'Search' : 'Search or add'}
        spellCheck="false"
        onKeyDownCapture={onKeyDownCapture}
      />
      <Popover className={dropDown.popover} offset={4}>
        <ListBox className={dropDown.list} items={items}>
          {(item) => (
            <ListBoxItem id={item.id} textValue={item.name} className={dropDown.option}>
              {item.id === CREATE && <Plus size={14} strokeWidth={1.75} aria-hidden="true" />}
              <span className={dropDown.text}>{item.name}</span>
              {item.aside !== '' && <span className={styles.aside}>{item.aside}</span>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}
