import { diffWordsWithSpace } from 'diff'
import type { DiffPiece } from '../../shared/contract/copies-methods'
import { articleText } from '../store/rows/articles'
import type { Sql } from '../store/sql'

/** Texts that differ more than this are not worth reading as a difference; so long it may take at most. */
const LONGEST_MS = 1500
/** Of what is the same only so much is kept on either side of a change (UTF-16 code units). */
const CONTEXT = 90

/** What differs between two texts, word by word; null where it is too much to tell. Throws not_found. */
export function compareArticles(sql: Sql, from: number, to: number): DiffPiece[] | null {
  const changes = diffWordsWithSpace(articleText(sql, from).text, articleText(sql, to).text, { timeout: LONGEST_MS })
  if (changes === undefined) return null
  const joined = joinedOver(changes)
  const last = joined.length - 1
  return joined.flatMap(({ value, added, removed }, at): DiffPiece[] =>
    added || removed
      ? [{ kind: added ? 'added' : 'removed', text: value }]
      : shortened(value, { keepStart: at > 0, keepEnd: at < last }),
  )
}

interface Change {
  readonly value: string
  readonly added: boolean
  readonly removed: boolean
}

/** Changes with nothing but white space between them are read as one: what went, then what came. */
function joinedOver(changes: readonly Change[]): Change[] {
  const joined: Change[] = []
  let [went, came] = ['', '']
  const close = () => {
    if (went !== '') joined.push({ value: went, added: false, removed: true })
    if (came !== '') joined.push({ value: came, added: true, removed: false })
    ;[went, came] = ['', '']
  }
  for (const [at, change] of changes.entries()) {
    if (change.removed) went += change.value
    else if (change.added) came += change.value
    else if (change.value.trim() === '' && went !== '' && came !== '' && isChange(changes[at + 1])) {
      went += change.value
      came += change.value
    } else {
      close()
      joined.push(change)
    }
  }
  close()
  return joined
}

const isChange = (change: Change | undefined): boolean => change !== undefined && (change.added || change.removed)

function shortened(text: string, { keepStart, keepEnd }: { keepStart: boolean; keepEnd: boolean }): DiffPiece[] {
  const most = (keepStart ? CONTEXT : 0) + (keepEnd ? CONTEXT : 0)
  if (text.length <= most + CONTEXT) return [{ kind: 'same', text }]
  const start = keepStart ? text.slice(0, CONTEXT).replace(/\S*$/u, '') : ''
  const end = keepEnd ? text.slice(-CONTEXT).replace(/^\S*/u, '') : ''
  const pieces: DiffPiece[] = [
    { kind: 'same', text: start },
    { kind: 'left-out', text: '' },
    { kind: 'same', text: end },
  ]
  return pieces.filter((piece) => piece.kind !== 'same' || piece.text !== '')
}
