import { type Relation, type Span, spanStart } from '../../../shared/domain/annotations/annotations'
import { useAppStore } from '../../state/app-store'
import { useArticleStore } from '../../state/article-store'
import type { ArticleSurface } from '../text/article-surface'
import { arcBetween } from './arc-between'
import { placed } from './placed'
import styles from './relation-arcs.module.css'
import { useLayout } from './use-layout'

/** Ends further than this outside of the view are not drawn to, in CSS pixels. */
const OUT_OF_SIGHT = 240
/** More than this would be a web, not a hint. */
const MOST_ARCS = 12

interface Tie {
  readonly relation: Relation
  readonly other: Span
}

function tiesOf(focused: Span, spans: ReadonlyMap<string, Span>, relations: ReadonlyMap<string, Relation>): Tie[] {
  const ties: Tie[] = []
  for (const relation of relations.values()) {
    if (relation.fromUid !== focused.uid && relation.toUid !== focused.uid) continue
    const other = spans.get(relation.fromUid === focused.uid ? relation.toUid : relation.fromUid)
    if (other !== undefined) ties.push({ relation, other })
  }
  return ties
}

/** Thin arcs from the focused span to what it is linked with, each with the kind of link beside its far end. */
export function RelationArcs({ surface }: { readonly surface: ArticleSurface }) {
  const focusedUid = useArticleStore((state) => state.focusedUid)
  // what is being selected or linked has the reader's eye
  const isBusy = useArticleStore(
    ({ link, selection }) => link !== null || (selection !== null && selection.anchor !== selection.focus),
  )
  const spans = useArticleStore((state) => state.spans)
  const relations = useArticleStore((state) => state.relations)
  const labelSet = useAppStore((state) => state.project?.labelSet)
  const focused = focusedUid === null ? undefined : spans.get(focusedUid)
  const ties = focused === undefined || isBusy ? [] : tiesOf(focused, spans, relations)
  useLayout(surface, ties.length > 0)
  if (focused === undefined || ties.length === 0) return null

  const drawn = ties.slice(0, MOST_ARCS).flatMap(({ relation, other }) => {
    const from = spanStart(focused)
    const to = spanStart(other)
    if (!surface.isNear(from, from, OUT_OF_SIGHT) || !surface.isNear(to, to, OUT_OF_SIGHT)) return []
    const arc = arcBetween(surface.letterRect(from), surface.letterRect(to))
    if (arc === null) return []
    const hue = labelSet?.labels.find((label) => label.id === other.labelId)?.hue ?? 'slate'
    const type = labelSet?.relations.find((candidate) => candidate.id === relation.typeId)
    return [{ uid: relation.uid, arc, hue, title: type?.title || type?.name || '' }]
  })
  // two kinds of link to the same words, or spans that begin together: one title names them all
  const titles = new Map<string, typeof drawn>()
  for (const one of drawn) {
    const place = `${one.arc.end.x} ${one.arc.end.y}`
    titles.set(place, [...(titles.get(place) ?? []), one])
  }
  const top = ties.length > MOST_ARCS ? surface.letterRect(spanStart(focused)) : null
  return (
    <div className={styles.layer} aria-hidden="true">
      <svg className={styles.arcs}>
        <title>Links of the focused span</title>
        {drawn.map(({ uid, arc, hue }) => (
          <g key={uid} className={`hue-${hue}`}>
            <path className={styles.arc} d={arc.path} />
            <circle className={styles.end} cx={arc.end.x} cy={arc.end.y} r={3} />
          </g>
        ))}
      </svg>
      {top !== null && (
        <span ref={placed(top.left, top.top)} className={styles.title}>
          {MOST_ARCS} of {ties.length} links
        </span>
      )}
      {[...titles].map(([place, [first, ...more]]) => (
        <span
          key={place}
          ref={placed(first!.arc.end.x, first!.arc.end.y)}
          className={`${styles.title} hue-${first!.hue}`}
        >
          {[...new Set([first!, ...more].map(({ title }) => title))].join(' · ')}
        </span>
      ))}
    </div>
  )
}
