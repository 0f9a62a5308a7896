import { Search } from 'lucide-react'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { ConcordanceSource } from '../../shared/contract/concordance-methods'
import type { EntityRow } from '../../shared/contract/label-sets'
import { parseSearch } from '../../shared/domain/search/search-query'
import { DropDown } from '../inspector/controls/drop-down'
import { EntityControl } from '../inspector/controls/entity-control'
import { reportFailure, useAppStore } from '../state/app-store'
import { look, useConcordanceStore } from '../state/concordance-store'
import { isFiltered, useCorpusStore } from '../state/corpus-store'
import { searchEntities } from '../state/entity-store'
import bare from '../ui/bare-input.module.css'
import { Button } from '../ui/button'
import { countOf } from '../ui/format'
import styles from './concordance-source.module.css'
import { labelOptions } from './label-options'

type Kind = ConcordanceSource['kind']

const KINDS: readonly { id: Kind; name: string }[] = [
  { id: 'query', name: 'Words' },
  { id: 'label', name: 'Spans of a label' },
  { id: 'entity', name: 'Spans of an entity' },
]

/** What is looked for, and where: words, all spans of a label, or all that mean one entity. */
export function ConcordanceSourceFields() {
  const source = useConcordanceStore((state) => state.source)
  const [kind, setKind] = useState<Kind>(source?.kind ?? 'query')
  const [isInList, setInList] = useState(useConcordanceStore.getState().inList)
  const filtered = useCorpusStore(isFiltered)
  const inList = isInList && filtered
  const lookFor = (wanted: ConcordanceSource) => void look(wanted, { inList })
  const moveTo = (next: boolean) => {
    setInList(next)
    if (source !== null) void look(source, { inList: next })
  }
  return (
    <div className={styles.source}>
      <DropDown name="Look for" value={kind} options={KINDS} onChoose={(id) => id !== null && setKind(id as Kind)} />
      {kind === 'query' && <WordsField onLook={lookFor} />}
      {kind === 'label' && <LabelField onLook={lookFor} />}
      {kind === 'entity' && <EntityField onLook={lookFor} />}
      <DropDown
        name="Where"
        value={inList ? 'list' : 'all'}
        options={[
          { id: 'all', name: 'In all articles' },
          ...(filtered ? [{ id: 'list', name: 'In the list as it is filtered' }] : []),
        ]}
        onChoose={(id) => moveTo(id === 'list')}
      />
    </div>
  )
}

interface FieldProps {
  onLook(source: ConcordanceSource): void
}

function WordsField({ onLook }: FieldProps) {
  const source = useConcordanceStore((state) => state.source)
  const labelSet = useAppStore((state) => state.project?.labelSet)
  const words = source?.kind === 'query' ? source : null
  const [draft, setDraft] = useState(words?.query ?? '')
  const [inLabel, setInLabel] = useState(words?.inLabel ?? null)
  const input = useRef<HTMLInputElement>(null)
  const [takesFocus] = useState(() => {
    const { found, followed } = useConcordanceStore.getState()
    return words === null || (found !== null && followed === null)
  })
  // other words are typed over those of last time
  useEffect(() => {
    if (document.activeElement === input.current) input.current?.select()
  }, [])
  // it was looked for from elsewhere
  useEffect(() => {
    if (words !== null) setDraft(words.query)
  }, [words])
  const parsed = parseSearch(draft)
  const lookIn = (label: string | null) => {
    if (parsed.ok && parsed.value !== null) onLook({ kind: 'query', query: draft.trim(), inLabel: label })
  }
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    lookIn(inLabel)
  }
  return (
    <form className={styles.words} onSubmit={onSubmit}>
      <div className={styles.field}>
        <Search size={14} strokeWidth={1.75} aria-hidden="true" />
        <input
          ref={input}
          className={bare.input}
          type="search"
          aria-label="Words to look for"
          aria-invalid={!parsed.ok}
          placeholder="Words, “a phrase”, tax*, a OR b"
          // biome-ignore lint/a11y/noAutofocus: it is what the room is opened for
          autoFocus={takesFocus}
          spellCheck={false}
          autoComplete="off"
          maxLength={400}
          value={draft}
          onChange={(event) => setDraft(event.target.value)}
        />
        {!parsed.ok && (
          <span className={styles.problem} role="status">
            {parsed.error.message}
          </span>
        )}
      </div>
      <DropDown
        name="Inside"
        value={inLabel}
        none="anywhere in the text"
        options={labelOptions(labelSet).map((option) => ({ ...option, name: `inside ${option.name}` }))}
        onChoose={(id) => {
          setInLabel(id)
          lookIn(id)
        }}
      />
      <Button type="submit" size="small" isDisabled={!parsed.ok || parsed.value === null}>
        Look
      </Button>
    </form>
  )
}

function LabelField({ onLook }: FieldProps) {
  const source = useConcordanceStore((state) => state.source)
  const labelSet = useAppStore((state) => state.project?.labelSet)
  return (
    <span className={styles.choice}>
      <DropDown
        name="Label"
        placeholder="Choose a label"
        value={source?.kind === 'label' ? source.labelId : null}
        options={labelOptions(labelSet)}
        onChoose={(labelId) => labelId !== null && onLook({ kind: 'label', labelId })}
      />
    </span>
  )
}

/** So many entities are found by their names instead. */
const MOST_IN_LIST = 30

function EntityField({ onLook }: FieldProps) {
  const source = useConcordanceStore((state) => state.source)
  const [entities, setEntities] = useState<readonly EntityRow[] | null>(null)
  useEffect(() => {
    searchEntities('').then(setEntities, reportFailure)
  }, [])
  const value = source?.kind === 'entity' ? source.entityUid : null
  const choose = (entityUid: string | null) => entityUid !== null && onLook({ kind: 'entity', entityUid })
  if (entities?.length === 0) return <span className={styles.choice}>This project has no entities yet.</span>
  if (entities !== null && entities.length >= MOST_IN_LIST) {
    return (
      <span className={styles.choice}>
        <EntityControl name="Entity" value={value} onChoose={choose} />
      </span>
    )
  }
  return (
    <span className={styles.choice}>
      <DropDown
        name="Entity"
        placeholder="Choose an entity"
        value={value}
        options={(entities ?? []).map(({ uid, name, spans }) => ({
          id: uid,
          name: `${name} (${countOf(spans, 'span')})`,
        }))}
        onChoose={choose}
      />
    </span>
  )
}
