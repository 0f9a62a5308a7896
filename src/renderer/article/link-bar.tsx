import { type LinkMode, useArticleStore } from '../state/article-store'
import { cancelLink, chooseLinkOption } from '../state/link-mode'
import { classNames } from '../ui/class-names'
import { Kbd } from '../ui/kbd'
import { keepFocus } from './keep-focus'
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

/** While a link is made: from what, of which kind, and the way out. */
export function LinkBar({ link }: { readonly link: LinkMode }) {
  const words = useArticleStore((state) => state.spans.get(link.fromUid)?.words ?? '')
  return (
    <div className={classNames(styles.bar, styles.linking)} role="toolbar" aria-label="Link">
      <span className={styles.from} role="status">
        Link <span className={styles.words}>“{words}”</span> to
      </span>
      <div className={styles.options} role="radiogroup" aria-label="Kind of link">
        <Option title="Any" digit={0} isChosen={link.option === null} choose={() => chooseLinkOption(null)} />
        {link.options.map((option, index) => (
          <Option
            key={`${option.typeId}-${option.direction}`}
            title={option.title}
            digit={index + 1}
            isChosen={option === link.option}
            choose={() => chooseLinkOption(option)}
          />
        ))}
      </div>
      <button type="button" className={styles.cancel} onMouseDown={keepFocus} onClick={cancelLink}>
        Cancel <Kbd keys="Esc" />
      </button>
    </div>
  )
}
