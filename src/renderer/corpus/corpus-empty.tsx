import { FolderInput, SearchX } from 'lucide-react'
import { runCommand } from '../commands/registry'
import { setFilter } from '../state/corpus-store'
import { Button } from '../ui/button'
import { EmptyState } from '../ui/empty-state'

/** A project without articles. */
export function NoArticles() {
  return (
    <EmptyState
      icon={FolderInput}
      title="No articles yet"
      actions={
        <Button variant="primary" onPress={() => runCommand('import.folder')}>
          Import folder…
        </Button>
      }
    >
      Drop a folder of text files anywhere on this window, or choose one.
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
        <Button onPress={() => void setFilter({ statuses: [], flagged: false, suggested: false, text: '' })}>
          Clear filter
        </Button>
      }
    >
      No article of this project passes the filter.
    </EmptyState>
  )
}
