import { ChevronLeft, ChevronRight, ChevronsLeft, ChevronsRight } from 'lucide-react'
import type { WindowCommandId } from '../../commands/registry'
import { nudge } from '../../state/gestures'
import { IconButton } from '../../ui/icon-button'
import styles from './edge-nudges.module.css'

type Edge = 'start' | 'end'

const STEPS = {
  start: [
    [-1, 'word', 'span.startBack'],
    [-1, 'grapheme', 'span.startBackCharacter'],
    [1, 'grapheme', 'span.startForwardCharacter'],
    [1, 'word', 'span.startForward'],
  ],
  end: [
    [-1, 'word', 'span.endBack'],
    [-1, 'grapheme', 'span.endBackCharacter'],
    [1, 'grapheme', 'span.endForwardCharacter'],
    [1, 'word', 'span.endForward'],
  ],
} as const satisfies Record<Edge, readonly (readonly [-1 | 1, 'word' | 'grapheme', WindowCommandId])[]>

const ICONS = {
  word: { [-1]: ChevronsLeft, 1: ChevronsRight },
  grapheme: { [-1]: ChevronLeft, 1: ChevronRight },
} as const

/** Buttons that move a span's edges by a word or by a character. */
export function EdgeNudges({ uid }: { readonly uid: string }) {
  return (
    <div className={styles.edges}>
      {(['start', 'end'] as const).map((edge) => (
        <fieldset key={edge} className={styles.edge}>
          <legend className={styles.name}>{edge === 'start' ? 'Start' : 'End'}</legend>
          {STEPS[edge].map(([direction, by, command]) => {
            const unit = by === 'word' ? 'word' : 'character'
            return (
              <IconButton
                key={command}
                icon={ICONS[by][direction]}
                label={`Move the ${edge} ${direction === 1 ? 'forward' : 'back'} by a ${unit}`}
                command={command}
                size="small"
                onPress={() => void nudge(uid, edge, direction, by)}
              />
            )
          })}
        </fieldset>
      ))}
    </div>
  )
}
