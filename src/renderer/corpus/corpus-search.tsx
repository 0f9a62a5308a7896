import { Search, TextSearch, X } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { LONGEST_QUERY, parseSearch } from '../../shared/domain/search/search-query'
import { keysOf } from '../commands/registry'
import { lookInList } from '../state/concordance-actions'
import { setFilter, useCorpusStore } from '../state/corpus-store'
import { openArticle } from '../state/navigation'
import bare from '../ui/bare-input.module.css'
import { IconButton } from '../ui/icon-button'
import { Kbd } from '../ui/kbd'
import styles from './corpus-search.module.css'
import { focusList } from './focus-list'

/** One query for a word, not for each of its letters. */
const PAUSE_MS = 150

const ERROR_ID = 'corpus-search-error'

/**
 * The search field above the list. Escape empties it, then leaves it; Enter opens what is found
 * first, and the arrow down goes to the list.
 */
export function CorpusSearch() {
  const text = useCorpusStore((state) => state.filter.text)
  const [draft, setDraft] = useState(text)
  const input = useRef<HTMLInputElement>(null)
  const sent = useRef(text)

  // the filter was changed elsewhere: “Clear filter”, or another project
  useEffect(() => {
    if (text !== sent.current) {
      sent.current = text
      setDraft(text)
    }
  }, [text])

  const parsed = parseSearch(draft, { isTyping: true })
  const isQuery = parsed.ok
  useEffect(() => {
    if (draft === sent.current || !isQuery) return
    const timer = setTimeout(() => {
      sent.current = draft
      void setFilter({ text: draft })
    }, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [draft, isQuery])

  /** What is in the field is searched at once, and the first article of the list opened. */
  const openFirst = async () => {
    if (!isQuery) return
    if (draft !== sent.current) {
      sent.current = draft
      await setFilter({ text: draft })
    }
    const [first] = useCorpusStore.getState().articleIds
    if (first === undefined) focusList()
    else await openArticle(first)
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && draft !== '') setDraft('')
    else if (event.key === 'Enter') void openFirst()
    else if (event.key === 'Escape' || event.key === 'ArrowDown') focusList()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  const keys = keysOf('corpus.search')
  return (
    <div className={styles.search} data-wrong={!isQuery || undefined}>
      <Search size={14} strokeWidth={1.75} aria-hidden="true" />
      <input
        ref={input}
        data-corpus-search
        aria-invalid={!isQuery}
        aria-describedby={isQuery ? undefined : ERROR_ID}
        type="search"
        className={bare.input}
        aria-label="Search title and text"
        placeholder="Search"
        spellCheck={false}
        autoComplete="off"
        maxLength={LONGEST_QUERY}
        value={draft}
        onChange={(event) => setDraft(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {draft === '' ? (
        keys !== undefined && (
          <span className={styles.key}>
            <Kbd keys={keys} isDecorative />
          </span>
        )
      ) : (
        <>
          <IconButton
            icon={TextSearch}
            size="small"
            label="Concordance of these words"
            command="concordance.open"
            isDisabled={!isQuery}
            onPress={() => {
              sent.current = draft
              if (draft !== text) void setFilter({ text: draft })
              lookInList()
            }}
          />
          <IconButton
            icon={X}
            size="small"
            label="Clear the search"
            onPress={() => {
              setDraft('')
              input.current?.focus()
            }}
          />
        </>
      )}
      {!parsed.ok && (
        <output id={ERROR_ID} className={styles.error}>
          <span className={styles.place}>
            {draft.slice(0, parsed.error.start)}
            <mark>{draft.slice(parsed.error.start, parsed.error.end)}</mark>
            {draft.slice(parsed.error.end)}
          </span>
          {parsed.error.message}
        </output>
      )}
    </div>
  )
}
