import { useEffect } from 'react'
import type { ExportOptions } from '../../shared/contract/export-methods'
import type { Stats } from '../../shared/contract/project'
import { type ArticleFilter, conditionsOf, isFiltering, NO_FILTER } from '../../shared/domain/corpus/article-filter'
import { STATUSES } from '../../shared/domain/corpus/articles'
import { batchWords, filterParts } from '../corpus/condition-words'
import styles from '../dialogs/dialogs.module.css'
import { DropDown } from '../inspector/controls/drop-down'
import { useAppStore } from '../state/app-store'
import { useCorpusStore } from '../state/corpus-store'
import { chooseExport } from '../state/export-store'
import { loadFacets, useFacetsStore } from '../state/facets-store'
import { Chips } from '../ui/chips'
import { countOf } from '../ui/format'
import { Segmented } from '../ui/segmented'
import { STATUS_NAMES, StatusDot } from '../ui/status-dot'

type Scope = 'all' | 'list' | 'batch'

const SCOPES = [
  { id: 'all', name: 'All' },
  { id: 'list', name: 'The list' },
  { id: 'batch', name: 'One import' },
] as const

function scopeOf(filter: ArticleFilter | null): Scope {
  if (filter === null) return 'all'
  return conditionsOf(filter).join() === 'batches' && filter.batches.length === 1 ? 'batch' : 'list'
}

/** Which articles are exported. */
export function ScopeChoice({ options, stats }: { readonly options: ExportOptions; readonly stats: Stats | null }) {
  const batches = useFacetsStore((state) => state.facets?.batches)
  const listed = useCorpusStore((state) => state.filter)
  const scope = scopeOf(options.filter)
  useEffect(() => void loadFacets(), [])
  const choose = (wanted: Scope) => {
    if (wanted === 'all') chooseExport({ filter: null })
    else if (wanted === 'list') chooseExport({ filter: listed })
    else {
      const first = batches?.at(0)
      if (first !== undefined) chooseExport({ filter: { ...NO_FILTER, batches: [first.uid] } })
    }
  }
  return (
    <div className={styles.group}>
      <Segmented label="Articles" options={SCOPES} value={scope} onChange={choose} />
      {scope === 'list' && options.filter !== null && <ListWords filter={options.filter} />}
      {scope === 'batch' && (
        <DropDown
          name="Import"
          value={options.filter?.batches[0] ?? null}
          options={(batches ?? []).map(({ uid, articles }) => ({
            id: uid,
            name: `${batchWords(batches, uid)}: ${countOf(articles, 'article')}`,
          }))}
          onChoose={(uid) => uid !== null && chooseExport({ filter: { ...NO_FILTER, batches: [uid] } })}
        />
      )}
      <Chips
        label="Statuses"
        mode="multiple"
        size="small"
        selected={options.statuses}
        onChange={(statuses) => chooseExport({ statuses })}
        options={STATUSES.map((id) => ({
          id,
          name: STATUS_NAMES[id],
          // of the whole project: of a part of it they say nothing
          count: scope === 'all' ? stats?.by_status[id] : undefined,
          mark: <StatusDot status={id} />,
        }))}
      />
      <p className={styles.text}>{options.statuses.length === 0 ? 'In any status.' : 'Only in the statuses chosen.'}</p>
    </div>
  )
}

/** What the list is filtered by. */
function ListWords({ filter }: { readonly filter: ArticleFilter }) {
  const labelSet = useAppStore((state) => state.project?.labelSet)
  const batches = useFacetsStore((state) => state.facets?.batches)
  if (labelSet === undefined) return null
  const words = isFiltering(filter)
    ? filterParts(filter, labelSet, batches)
        .map((part) => part.words)
        .join(' · ')
    : 'Nothing is filtered: every article in the list.'
  return <p className={styles.text}>{words}</p>
}
