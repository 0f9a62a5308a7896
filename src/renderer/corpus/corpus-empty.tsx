import { FolderInput, SearchX } from 'lucide-react'
import { useBatchRows } from '../batches/use-batch-rows'
import { runCommand } from '../commands/registry'
import { setFilter } from '../state/corpus-store'
import { Button } from '../ui/button'
import { EmptyState } from '../ui/empty-state'

/** A project without articles. */
export function NoArticles() {
  const hasImports = (useBatchRows()?.length ?? 0) > 0
  return (
    <EmptyState
      icon={FolderInput}
      title="No articles yet"
      actions={
        <>
          {hasImports && <Button onPress={() => runCommand('batches.open')}>Imports…</Button>}
          <Button variant="primary" onPress={() => runCommand('import.folder')}>
            Import folder…
          </Button>
        </>
      }
    >
      Drop a folder of text files anywhere on this window, or choose one.
      {hasImports && ' What was hidden or archived is in the list of imports.'}
    </EmptyState>
  )
}

/** A filter that no article passes. */
export function NothingMatches() {
  return (
    <EmptyState
      icon={SearchX}
      title="Nothing matches"
      actions={
        <Button
          onPress={() => void setFilter({ statuses: [], flagged: false, suggested: false, copies: 'any', text: '' })}
        >
          Clear filter
        </Button>
      }
    >
      No article of this project passes the filter.
    </EmptyState>
  )
}
