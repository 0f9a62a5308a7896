import type { Relation, Span } from '../../shared/domain/annotations'
import { DRAWN_LANES, laneDepth, type Segment } from '../../shared/domain/segments'
import type { LinkMode } from '../state/article-store'
import type { LabelLooks } from './span-pieces'
import type { TextProjection } from './text-projection'

/** What is marked in the text beyond the spans themselves. */
export interface MarkState {
  readonly spans: ReadonlyMap<string, Span>
  readonly relations: ReadonlyMap<string, Relation>
  readonly focusedUid: string | null
  readonly link: LinkMode | null
}

/**
 * Shows which span is focused, what is linked to it, and what a link that is being made may lead to, by class names on
 * the segments' elements. They are no part of what Lexical draws, so that moving the focus touches a few elements only.
 */
export class TextMarks {
  readonly #projection: TextProjection
  readonly #marked = new Map<Element, Set<string>>()

  constructor(projection: TextProjection) {
    this.#projection = projection
  }

  /** Takes all marks off and puts those of a state on. */
  show(state: MarkState, looks: LabelLooks): void {
    for (const [element, names] of this.#marked) element.classList.remove(...names)
    this.#marked.clear()
    const focused = state.focusedUid === null ? undefined : state.spans.get(state.focusedUid)
    if (focused !== undefined) {
      this.#focus(focused, looks)
      for (const span of linkedSpans(focused.uid, state)) this.#each(span, looks, 'linked')
    }
    this.#projection.root.classList.toggle('linking', state.link !== null)
    if (state.link === null) return
    for (const { uid } of state.link.targets) {
      const span = state.spans.get(uid)
      if (span !== undefined) this.#each(span, looks, uid === state.link.activeUid ? 'target active' : 'target')
    }
  }

  #focus(span: Span, looks: LabelLooks): void {
    for (const [start, end] of span.parts) {
      const covered = [...this.#projection.segmentElements(start, end)]
      const depths = new Map<number, number>()
      for (const { segment, paragraph } of covered) {
        depths.set(paragraph, Math.max(depths.get(paragraph) ?? 1, laneDepth(segment)))
      }
      for (const [at, { element, segment, paragraph }] of covered.entries()) {
        // one depth over the whole part of a line: the outline runs straight
        const depth = Math.min(depths.get(paragraph)!, DRAWN_LANES + 1)
        this.#mark(element, `focused focus-${looks(span.labelId).hue} d${depth}`)
        if (isInnermost(segment, span.uid)) this.#mark(element, 'focus-inner')
        if (at === 0) this.#mark(element, 'focus-start')
        if (at === covered.length - 1) this.#mark(element, 'focus-end')
      }
    }
  }

  #each(span: Span, looks: LabelLooks, names: string): void {
    for (const [start, end] of span.parts) {
      for (const { element, segment } of this.#projection.segmentElements(start, end)) {
        this.#mark(element, names)
        if (isInnermost(segment, span.uid)) this.#mark(element, `strong-${looks(span.labelId).hue}`)
      }
    }
  }

  #mark(element: Element, names: string): void {
    const present = this.#marked.get(element) ?? new Set()
    this.#marked.set(element, present)
    for (const name of names.split(' ')) {
      present.add(name)
      element.classList.add(name)
    }
  }
}

const isInnermost = (segment: Segment, uid: string): boolean => segment.inner?.piece.uid === uid

/** The spans at the other ends of a span's relations, each once. */
export function linkedSpans(uid: string, { spans, relations }: Pick<MarkState, 'spans' | 'relations'>): Set<Span> {
  const linked = new Set<Span>()
  for (const { fromUid, toUid } of relations.values()) {
    if (fromUid !== uid && toUid !== uid) continue
    const other = spans.get(fromUid === uid ? toUid : fromUid)
    if (other !== undefined) linked.add(other)
  }
  return linked
}
