import { CAS_TYPE } from '../../../interchange/cas-types'
import type { FoundRelation, FoundTrouble } from '../found-text'
import { type Cas, type CasStructure, isReferences, type References } from './cas'
import { attributesOf, isOwn, labelOf, textOf } from './features'

export interface Relations {
  readonly found: readonly FoundRelation[]
  readonly troubles: readonly FoundTrouble[]
  /** Whether an annotation is a span: no relation, and no further part of another. */
  isSpan(id: number): boolean
  /** The further parts of a span. */
  partsOf(head: CasStructure): readonly CasStructure[]
}

/** What leads from one annotation of a text to another: relations of WebAnno, and any feature that means an annotation. */
export function relationsIn(cas: Cas, annotations: readonly CasStructure[]): Relations {
  const ties = annotations.filter(
    ({ features }) => isReferences(features.get('Governor')) && isReferences(features.get('Dependent')),
  )
  const tied = new Set(ties.map(({ id }) => id))
  const parts = new Map<number, CasStructure[]>()
  const further = new Set<number>()
  for (const tie of ties) {
    const [head, part] = [end(tie, 'Governor'), cas.structures.get(end(tie, 'Dependent'))]
    if (tie.type !== CAS_TYPE.part || part === undefined || !cas.structures.has(head) || head === part.id) continue
    parts.set(head, [...(parts.get(head) ?? []), part])
    further.add(part.id)
  }
  const spans = new Set(annotations.map(({ id }) => id).filter((id) => !tied.has(id) && !further.has(id)))
  const found: FoundRelation[] = []
  let betweenOthers = 0
  for (const tie of ties) {
    if (tie.type === CAS_TYPE.part) continue
    const [from, to] = [end(tie, 'Governor'), end(tie, 'Dependent')]
    // of words or sentences, which are passed over
    if (!spans.has(from) && !spans.has(to) && cas.structures.has(from) && cas.structures.has(to)) betweenOthers++
    else found.push(relationOf(tie, from, to, cas))
  }
  for (const span of annotations) {
    if (spans.has(span.id)) found.push(...linksOf(span, spans, cas))
  }
  return {
    found,
    troubles: betweenOthers === 0 ? [] : [ofWords(betweenOthers)],
    isSpan: (id) => spans.has(id),
    partsOf: ({ id }) => parts.get(id) ?? [],
  }
}

const end = (tie: CasStructure, feature: 'Governor' | 'Dependent'): number =>
  (tie.features.get(feature) as References).ids[0] ?? Number.NaN

function relationOf(tie: CasStructure, from: number, to: number, cas: Cas): FoundRelation {
  const { label, feature } = labelOf(tie)
  return {
    id: `${tie.id}`,
    type: label,
    from: Number.isNaN(from) ? '' : `${from}`,
    to: Number.isNaN(to) ? '' : `${to}`,
    attributes: attributesOf(tie, feature, cas),
    annotator: isOwn(tie) ? textOf(tie.features.get('annotator')) : null,
    place: tie.place,
  }
}

/** Of features such as `next`, and of slots, whose links have a role and a target. */
function linksOf(span: CasStructure, spans: ReadonlySet<number>, cas: Cas): FoundRelation[] {
  return [...span.features].flatMap(([feature, value]) => {
    if (feature === 'sofa' || !isReferences(value)) return []
    return targetsOf(value, cas).flatMap((target): FoundRelation[] => {
      const slot = target?.features.get('target')
      const to = isReferences(slot) ? (slot.ids[0] ?? Number.NaN) : target.id
      if (!spans.has(to)) return []
      const role = isReferences(slot) ? textOf(target.features.get('role')) : null
      return [
        {
          id: '',
          type: role ?? feature,
          from: `${span.id}`,
          to: `${to}`,
          attributes: {},
          annotator: null,
          place: span.place,
        },
      ]
    })
  })
}

/** What references mean; the elements of what is a list. */
const targetsOf = ({ ids }: References, { structures }: Cas): CasStructure[] =>
  ids.flatMap((id) => {
    const target = structures.get(id)
    const elements = target?.features.get('elements')
    const all = isReferences(elements) ? elements.ids.map((one) => structures.get(one)) : [target]
    return all.filter((one) => one !== undefined)
  })

const ofWords = (count: number): FoundTrouble => ({
  kind: 'warning',
  part: '',
  code: 'relations_of_words',
  message: `${count.toLocaleString('en')} relations lead from word to word, not between annotations. They were passed over.`,
})
