import { useAppStore } from '../../state/app-store'
import { useArticleStore } from '../../state/article-store'
import { classNames } from '../../ui/class-names'
import type { ArticleSurface } from '../text/article-surface'
import styles from './link-hints.module.css'
import { placed } from './placed'
import { useLayout } from './use-layout'

/** From one letter to its neighbour where several targets start together, in CSS pixels. */
const LETTER_WIDTH = 20

/** The letters that choose a link's target, over the first word of each that is in sight. */
export function LinkHints({ surface }: { readonly surface: ArticleSurface }) {
  const link = useArticleStore((state) => state.link)
  const spans = useArticleStore((state) => state.spans)
  const labels = useAppStore((state) => state.project?.labelSet.labels)
  useLayout(surface, link !== null)
  if (link === null) return null
  const taken = new Map<string, number>()
  return (
    <div className={styles.layer} aria-hidden="true">
      {link.targets.map(({ uid, hint }) => {
        const span = spans.get(uid)
        const start = span?.parts[0]?.[0]
        if (span === undefined || start === undefined || !surface.isNear(start, start)) return null
        const rect = surface.letterRect(start)
        if (rect === null) return null
        // targets that start together have their letters side by side
        const place = `${Math.round(rect.left)} ${Math.round(rect.top)}`
        const beside = taken.get(place) ?? 0
        taken.set(place, beside + 1)
        const hue = labels?.find((label) => label.id === span.labelId)?.hue ?? 'slate'
        const isFromRight = (surface.edgeLine(start, 'start')?.x ?? rect.left) > rect.left + rect.width / 2
        const aside = beside * hint.length * LETTER_WIDTH
        const isPossible = hint.startsWith(link.typed)
        return (
          <span
            key={uid}
            data-link-hint={uid}
            ref={placed(isFromRight ? rect.right - aside : rect.left + aside, rect.top)}
            className={classNames(
              styles.hint,
              isFromRight && styles.fromRight,
              `hue-${hue}`,
              uid === link.activeUid && styles.active,
              !isPossible && styles.out,
            )}
          >
            <span className={styles.typed}>{link.typed}</span>
            {hint.slice(link.typed.length)}
          </span>
        )
      })}
    </div>
  )
}
