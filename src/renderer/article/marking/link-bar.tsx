import { ArrowLeft, ArrowRight } from 'lucide-react'
import { isSameOption, SIDES, type Side } from '../../../shared/domain/annotations/linking'
import { type LinkMode, useArticleStore } from '../../state/article-store'
import { cancelLink, chooseLinkOption, chooseNearest } from '../../state/link-mode'
import { classNames } from '../../ui/class-names'
import { countOf } from '../../ui/format'
import { Kbd } from '../../ui/kbd'
import { keepFocus } from '../overlays/keep-focus'
import styles from './tools-bar.module.css'

interface OptionProps {
  readonly title: string
  readonly digit: number
  readonly isChosen: boolean
  readonly choose: () => void
}

function Option({ title, digit, isChosen, choose }: OptionProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a native radio would take the keyboard from the text
    <button
      type="button"
      role="radio"
      aria-checked={isChosen}
      className={styles.option}
      onMouseDown={keepFocus}
      onClick={choose}
    >
      {title} <Kbd keys={String(digit)} />
    </button>
  )
}

/** What the comma or the full stop would take, in its own words; nothing where there is nothing on that side. */
function Nearest({ side, uid }: { readonly side: Side; readonly uid: string | null }) {
  const words = useArticleStore((state) => (uid === null ? undefined : state.spans.get(uid)?.words))
  if (words === undefined) return null
  const Arrow = side === 'before' ? ArrowLeft : ArrowRight
  return (
    <button
      type="button"
      className={styles.option}
      title={`The nearest ${side}: ${words}`}
      aria-label={`Nearest ${side}: ${words}`}
      onMouseDown={keepFocus}
      onClick={() => chooseNearest(side)}
    >
      <Arrow className={styles.arrow} size={14} strokeWidth={1.75} aria-hidden="true" />
      <bdi className={styles.nearest}>{words}</bdi> <Kbd keys={side === 'before' ? ',' : '.'} />
    </button>
  )
}

/** While a link is made: from what, of which kind, what is nearest, and the way out. */
export function LinkBar({ link }: { readonly link: LinkMode }) {
  const [fromUid] = link.fromUids
  const words = useArticleStore((state) => state.spans.get(fromUid ?? '')?.words ?? '')
  return (
    <div className={classNames(styles.bar, styles.linking)} role="toolbar" aria-label="Link">
      <span className={styles.from} role="status">
        Link{' '}
        {link.fromUids.length === 1 ? (
          <span className={styles.words}>“{words}”</span>
        ) : (
          <b>{countOf(link.fromUids.length, 'span')}</b>
        )}{' '}
        to
      </span>
      <div className={styles.options} role="radiogroup" aria-label="Kind of link">
        <Option title="Any" digit={0} isChosen={link.option === null} choose={() => chooseLinkOption(null)} />
        {link.options.map((option, index) => (
          <Option
            key={`${option.typeId}-${option.direction}`}
            title={option.title}
            digit={index + 1}
            isChosen={link.option !== null && isSameOption(option, link.option)}
            choose={() => chooseLinkOption(option)}
          />
        ))}
      </div>
      <button type="button" className={styles.cancel} onMouseDown={keepFocus} onClick={cancelLink}>
        Cancel <Kbd keys="Esc" />
      </button>
      {SIDES.some((side) => link.nearest[side] !== null) && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset would be a box in a bar
        <div className={styles.nearestOnes} role="group" aria-label="Nearest">
          {SIDES.map((side) => (
            <Nearest key={side} side={side} uid={link.nearest[side]} />
          ))}
        </div>
      )}
    </div>
  )
}
