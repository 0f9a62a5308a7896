import type { Relation, Span } from '../../../shared/domain/annotations/annotations'
import { laneDepth, type Segment } from '../../../shared/domain/annotations/segments'
import { gapsBetween } from '../../../shared/domain/text/span-parts'
import type { LinkMode } from '../../state/article-store'
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
      const hue = `outline-${looks(focused.labelId).hue}`
      this.#outline(focused, `focused ${hue}`)
      this.#connect(focused, `between ${hue}`)
      for (const span of linkedSpans(focused.uid, state)) this.#each(span, looks, 'linked')
    }
    this.#projection.root.classList.toggle('linking', state.link !== null)
    if (state.link === null) return
    for (const { uid } of state.link.targets) {
      const span = state.spans.get(uid)
      if (span === undefined) continue
      this.#each(span, looks, 'target')
      if (uid === state.link.activeUid) this.#outline(span, 'active')
    }
  }

  /** One outline around each part, whatever other spans cut it into segments. */
  #outline(span: Span, names: string): void {
    for (const [start, end] of span.parts) {
      const covered = [...this.#projection.segmentElements(start, end)]
      const depths = new Map<number, number>()
      for (const { segment, paragraph } of covered) {
        depths.set(paragraph, Math.max(depths.get(paragraph) ?? 1, laneDepth(segment)))
      }
      for (const [at, { element, segment, paragraph }] of covered.entries()) {
        // one depth over the whole part of a line: the outline runs straight
        this.#mark(element, `outlined ${names} d${depths.get(paragraph)!}`)
        if (isInnermost(segment, span.uid)) this.#mark(element, 'outline-inner')
        const { fromRight } = segment.marks.find(({ piece }) => piece.uid === span.uid)!.piece
        if (at === 0) this.#mark(element, fromRight ? 'outline-right' : 'outline-left')
        if (at === covered.length - 1) this.#mark(element, fromRight ? 'outline-left' : 'outline-right')
      }
    }
  }

  /** A dotted line under the words between two parts that lie near one another. */
  #connect(span: Span, names: string): void {
    for (const [start, end] of gapsBetween(span.parts)) {
      for (const { element } of this.#projection.segmentElements(start, end)) this.#mark(element, names)
    }
  }

  #each(span: Span, looks: LabelLooks, name: string): void {
    for (const [start, end] of span.parts) {
      for (const { element, segment } of this.#projection.segmentElements(start, end)) {
        this.#mark(element, name)
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
