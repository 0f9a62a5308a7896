import { CaseSensitive, ChevronDown, ChevronUp, type LucideIcon, WholeWord, X } from 'lucide-react'
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef } from 'react'
import { ToggleButton } from 'react-aria-components'
import { comboOf } from '../../commands/key-combo'
import { commandForKey } from '../../commands/registry'
import { useAppStore } from '../../state/app-store'
import { useArticleStore } from '../../state/article-store'
import { closeFind, lookFor, recountHits, stepFind, useFindStore } from '../../state/find-store'
import { IconButton } from '../../ui/icon-button'
import { Tooltip } from '../../ui/tooltip'
import type { ArticleSurface } from '../text/article-surface'
import styles from './find-bar.module.css'
import './find-highlights.css'
import { drawHits } from './find-highlights'
import { makeRoom } from './make-room'

/** “3 of 17”; before a hit has been reached, how many there are. */
function countText(words: string, hits: number, present: number): string {
  if (words === '') return ''
  if (hits === 0) return 'No hits'
  if (present >= 0) return `${(present + 1).toLocaleString('en')} of ${hits.toLocaleString('en')}`
  return `${hits.toLocaleString('en')} ${hits === 1 ? 'hit' : 'hits'}`
}

interface OptionProps {
  readonly icon: LucideIcon
  readonly label: string
  readonly isOn: boolean
  onChange(isOn: boolean): void
}

function Option({ icon: Icon, label, isOn, onChange }: OptionProps) {
  return (
    <Tooltip text={label}>
      <ToggleButton className={styles.option} aria-label={label} isSelected={isOn} onChange={onChange}>
        <Icon size={16} strokeWidth={1.75} aria-hidden="true" />
      </ToggleButton>
    </Tooltip>
  )
}

/** Follows the hits on the screen for as long as the bar is open. */
function useHitsInText(surface: ArticleSurface): void {
  useLayoutEffect(() => makeRoom(surface), [surface])
  useEffect(() => drawHits(surface), [surface])
  useEffect(
    () =>
      useArticleStore.subscribe((state, before) => {
        if (state.paragraphs !== before.paragraphs) recountHits()
      }),
    [],
  )
  const present = useFindStore((state) => state.hits[state.present])
  useEffect(() => {
    if (present !== undefined) surface.reveal(present.start, { center: true })
  }, [surface, present])
}

/** Over the text: words to look for in it, how many there are, and the way through them. */
export function FindBar({ surface }: { readonly surface: ArticleSurface }) {
  const { words, matchCase, wholeWords, hits, present, calls } = useFindStore()
  const field = useRef<HTMLInputElement>(null)
  useHitsInText(surface)

  useEffect(() => {
    if (calls === 0) return
    field.current?.focus()
    field.current?.select()
  }, [calls])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const command = commandForKey(comboOf(event.nativeEvent, useAppStore.getState().platform))
    if (event.key === 'Escape') closeFind()
    else if (event.key === 'Enter' && event.target === field.current) stepFind(event.shiftKey ? -1 : 1)
    else if (command?.id.startsWith('article.find')) command.run()
    else return
    event.preventDefault()
  }
  const count = countText(words, hits.length, present)

  return (
    <search className={styles.bar} aria-label="Find in article" onKeyDown={onKeyDown}>
      <input
        ref={field}
        className={styles.field}
        aria-label="Words to find"
        placeholder="Find in article"
        spellCheck={false}
        autoComplete="off"
        value={words}
        onChange={(event) => lookFor({ words: event.target.value })}
      />
      <output className={styles.count} data-none={words !== '' && hits.length === 0}>
        {count}
      </output>
      <Option
        icon={CaseSensitive}
        label="Match case"
        isOn={matchCase}
        onChange={(isOn) => lookFor({ matchCase: isOn })}
      />
      <Option
        icon={WholeWord}
        label="Whole words"
        isOn={wholeWords}
        onChange={(isOn) => lookFor({ wholeWords: isOn })}
      />
      <IconButton
        icon={ChevronUp}
        label="Previous hit"
        command="article.findPrevious"
        size="small"
        isDisabled={hits.length === 0}
        onPress={() => stepFind(-1)}
      />
      <IconButton
        icon={ChevronDown}
        label="Next hit"
        command="article.findNext"
        size="small"
        isDisabled={hits.length === 0}
        onPress={() => stepFind(1)}
      />
      <IconButton icon={X} label="Close find" size="small" onPress={() => closeFind()} />
    </search>
  )
}
