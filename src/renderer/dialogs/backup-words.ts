import type { BackupKind, Contents } from '../../shared/contract/backups'
import { countOf, formatCount } from '../ui/format'

export const KIND_WORDS: Readonly<Record<BackupKind, string>> = {
  automatic: 'Automatic',
  manual: 'By hand',
  update: 'Before the project was brought up to date',
  restore: 'Before a backup was restored',
  damaged: 'The damaged file that was replaced',
}

/** “12 articles and 2 put away, 340 spans, 20 links”. */
export function contentsText({ articles, putAway, spans, links }: Contents): string {
  const away = putAway === 0 ? '' : ` and ${formatCount(putAway)} put away`
  return [`${countOf(articles, 'article')}${away}`, countOf(spans, 'span'), countOf(links, 'link')].join(', ')
}

/** What has come and gone since a backup was made, by number. */
export function sinceText(then: Contents, now: Contents): string {
  const parts = (
    [
      ['article', now.articles - then.articles],
      ['span', now.spans - then.spans],
      ['link', now.links - then.links],
    ] as const
  ).flatMap(([noun, n]) => (n === 0 ? [] : [n > 0 ? `${countOf(n, `more ${noun}`)}` : `${countOf(-n, noun)} fewer`]))
  const steps = now.steps - then.steps
  if (parts.length === 0 && steps === 0) return 'Nothing has changed since.'
  const told = steps > 0 ? [...parts, countOf(steps, 'step')] : parts
  return told.length === 0 ? 'Something else was done since.' : `Since then: ${told.join(', ')}.`
}

const UNITS = ['KB', 'MB', 'GB', 'TB'] as const

/** “3.4 MB”. */
export function sizeText(bytes: number): string {
  let size = bytes / 1024
  let unit = 0
  while (size >= 1024 && unit < UNITS.length - 1) {
    size /= 1024
    unit++
  }
  return `${size < 10 ? size.toFixed(1) : Math.round(size).toLocaleString('en')} ${UNITS[unit]}`
}
