import type { BatchRow } from '../../shared/contract/batch-methods'
import { countOf, formatCount } from '../ui/format'

/** What a batch is, where that is not the plain case. */
export function stateWords(batch: BatchRow): string | null {
  if (batch.undoneAt !== null) return 'Taken back'
  if (batch.state === 'running') return 'Running'
  if (batch.shelf === 'hidden') return 'Hidden'
  if (batch.shelf === 'archived') return 'Archived'
  if (batch.state === 'interrupted') return 'Cut off'
  if (batch.state === 'cancelled') return 'Cancelled'
  return batch.state === 'failed' ? 'Failed' : null
}

/** “1,204 articles · 300 annotated · 12 done · 3 not imported”. */
export function countWords(batch: BatchRow): string {
  const { articles, imported, annotated, done, inTrash, duplicates, changed, failed, warnings, undoneAt } = batch
  const parts = [
    undoneAt === null ? countOf(articles, 'article') : `${countOf(imported, 'article')} then`,
    annotated > 0 && `${formatCount(annotated)} annotated`,
    undoneAt === null && done > 0 && `${formatCount(done)} done`,
    undoneAt === null && inTrash > 0 && `${formatCount(inTrash)} in the trash`,
    duplicates > 0 && `${formatCount(duplicates)} there already`,
    changed > 0 && `${formatCount(changed)} changed`,
    warnings > 0 && countOf(warnings, 'warning'),
  ]
  const words = parts.filter((part) => part !== false).join(' · ')
  return failed > 0 ? `${words} · ${formatCount(failed)} not imported` : words
}
