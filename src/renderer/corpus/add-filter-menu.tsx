import { ChevronRight, Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import {
  Button as AriaButton,
  Header,
  Menu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  SubmenuTrigger,
} from 'react-aria-components'
import type { Facets } from '../../shared/contract/search-methods'
import type { ArticleFilter, ExtraValue } from '../../shared/domain/corpus/article-filter'
import type { LabelSet } from '../../shared/domain/label-set/label-set'
import { openDialog, useAppStore } from '../state/app-store'
import { setFilter, useCorpusStore } from '../state/corpus-store'
import { loadFacets, useFacetsStore } from '../state/facets-store'
import { formatCount } from '../ui/format'
import menu from '../ui/menu.module.css'
import { batchWords, COPIES_WORDS, languageWords, MISSING_WORDS } from './condition-words'
import styles from './filter-chips.module.css'
import { type ExtraCounts, useExtraValues } from './use-extra-values'

/** Everything that the list can be filtered by, with how many articles there are of it. */
export function AddFilterMenu() {
  const facets = useFacetsStore((state) => state.facets)
  const labelSet = useAppStore((state) => state.project?.labelSet)
  if (labelSet === undefined) return null
  return (
    <MenuTrigger onOpenChange={(isOpen) => isOpen && void loadFacets()}>
      <AriaButton className={styles.quiet} data-add-filter>
        <Plus size={12} strokeWidth={2} aria-hidden="true" />
        Add filter
      </AriaButton>
      <Popover className={menu.popover} placement="bottom start" offset={6}>
        {/* the first item takes the keyboard as soon as there is one */}
        <Menu
          className={menu.menu}
          aria-label="Add filter"
          renderEmptyState={() => <span className={styles.counting}>Counting…</span>}
        >
          {facets !== null && choices(facets, labelSet)}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}

const change = (toPatch: (filter: ArticleFilter) => Partial<ArticleFilter>): void =>
  void setFilter(toPatch(useCorpusStore.getState().filter))
const withValue = <T,>(values: readonly T[], value: T): readonly T[] =>
  values.includes(value) ? values : [...values, value]

interface ChoiceProps {
  readonly name: string
  readonly count?: number | undefined
  onAction(): void
}

function Choice({ name, count, onAction }: ChoiceProps) {
  return (
    <MenuItem className={menu.item} textValue={name} onAction={onAction}>
      <span className={styles.name}>{name}</span>
      {count !== undefined && <span className={styles.count}>{formatCount(count)}</span>}
    </MenuItem>
  )
}

/** A further menu; nothing where there is nothing to choose from. */
function More({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  if (Array.isArray(children) && children.length === 0) return null
  return (
    <SubmenuTrigger>
      <MenuItem className={menu.item} textValue={name}>
        <span className={menu.grow}>{name}</span>
        <ChevronRight size={14} strokeWidth={1.75} aria-hidden="true" />
      </MenuItem>
      <Popover className={menu.popover} offset={2}>
        <Menu className={menu.menu} aria-label={name}>
          {children}
        </Menu>
      </Popover>
    </SubmenuTrigger>
  )
}

function choices(facets: Facets, labelSet: LabelSet): ReactNode {
  const total = useCorpusStore.getState().total
  const { copied } = useCorpusStore.getState()
  return (
    <>
      <MenuSection className={menu.section}>
        <Header className={menu.heading}>What is marked</Header>
        {labelSet.labels.map((label) => {
          const count = facets.labels.find(({ labelId }) => labelId === label.id)?.articles ?? 0
          if (count === 0 && !label.enabled) return null
          return (
            <More key={label.id} name={label.title || label.name}>
              {LEAST.map((atLeast) => (
                <Choice
                  key={atLeast}
                  name={leastWords(atLeast)}
                  count={atLeast === 0 ? total - count : atLeast === 1 ? count : undefined}
                  onAction={() => change(({ labels }) => ({ labels: withLabel(labels, label.id, atLeast) }))}
                />
              ))}
            </More>
          )
        })}
        <Choice
          name={MISSING_WORDS.speaker}
          count={facets.withoutSpeaker}
          onAction={() => change(({ missing }) => ({ missing: withValue(missing, 'speaker') }))}
        />
        <Choice
          name={MISSING_WORDS.date}
          count={facets.withoutDate}
          onAction={() => change(({ missing }) => ({ missing: withValue(missing, 'date') }))}
        />
        <More name="Marked by">
          {facets.annotators.map(({ name, articles }) => (
            <Choice
              key={name}
              name={name}
              count={articles}
              onAction={() => change(({ annotators }) => ({ annotators: withValue(annotators, name) }))}
            />
          ))}
        </More>
      </MenuSection>
      <MenuSection className={menu.section}>
        <Header className={menu.heading}>The article</Header>
        <Choice name="Publication date…" onAction={() => openDialog({ kind: 'filterDates' })} />
        <More name="Language">
          {facets.languages.map(({ name, articles }) => (
            <Choice
              key={name}
              name={languageWords(name)}
              count={articles}
              onAction={() => change(({ languages }) => ({ languages: withValue(languages, name) }))}
            />
          ))}
        </More>
        <More name="Tag">
          {facets.tags.map(({ name, articles }) => (
            <Choice
              key={name}
              name={name}
              count={articles}
              onAction={() => change(({ tags }) => ({ tags: withValue(tags, name) }))}
            />
          ))}
        </More>
        <More name="Metadata">
          {facets.extras.map(({ key }) => (
            <ExtraKey key={key} name={key} />
          ))}
        </More>
        <More name="Import">
          {facets.batches.map(({ uid, articles }) => (
            <Choice
              key={uid}
              name={batchWords(facets.batches, uid)}
              count={articles}
              onAction={() => change(({ batches }) => ({ batches: withValue(batches, uid) }))}
            />
          ))}
        </More>
        <Choice name="Has a note" count={facets.noted} onAction={() => change(() => ({ noted: true }))} />
        <Choice name={COPIES_WORDS.some} count={copied} onAction={() => change(() => ({ copies: 'some' }))} />
        <Choice name={COPIES_WORDS.one} onAction={() => change(() => ({ copies: 'one' }))} />
      </MenuSection>
    </>
  )
}

/** A key of metadata, with its values as they are counted once the menu is there. */
function ExtraKey({ name }: { readonly name: string }) {
  const values: ExtraCounts = useExtraValues(name)
  return (
    <More name={name}>
      {values.map(({ name: value, articles }) => (
        <Choice
          key={value}
          name={value}
          count={articles}
          onAction={() => change(({ extras }) => ({ extras: withExtra(extras, { key: name, value }) }))}
        />
      ))}
    </More>
  )
}

/** What a person asks of a label: none, any, several. */
const LEAST = [1, 0, 2, 3, 5, 10] as const

const leastWords = (atLeast: number): string =>
  atLeast === 0 ? 'None' : atLeast === 1 ? 'At least one' : `${atLeast} or more`

/** A value is asked for once. */
const withExtra = (extras: ArticleFilter['extras'], extra: ExtraValue): ArticleFilter['extras'] =>
  extras.some(({ key, value }) => key === extra.key && value === extra.value) ? extras : [...extras, extra]

/** A label is asked for once. */
const withLabel = (labels: ArticleFilter['labels'], labelId: string, atLeast: number): ArticleFilter['labels'] => [
  ...labels.filter((label) => label.labelId !== labelId),
  { labelId, atLeast },
]
