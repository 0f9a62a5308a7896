import type { FoundRelation, FoundTrouble } from '../found-text'
import type { PlacedRelation } from './placed'
import { whoseWork } from './whose-work'

type Tell = (kind: FoundTrouble['kind'], place: string, code: string, message: string) => void

/** What the ends of relations mean: null for a span that was not taken, undefined for none at all. */
interface Ends {
  idOf(end: string): string | null | undefined
}

/** The relations whose ends are both there, each once. */
export function placeRelations(
  relations: readonly FoundRelation[],
  ends: Ends,
  annotator: string | null,
  tell: Tell,
): PlacedRelation[] {
  const placed: PlacedRelation[] = []
  const ids = new Set<string>()
  const twins = new Set<string>()
  for (const relation of relations) {
    const from = ends.idOf(relation.from)
    const to = ends.idOf(relation.to)
    if (typeof from !== 'string' || typeof to !== 'string') {
      tell('failure', relation.place, 'missing_span', missing(relation, ends))
      continue
    }
    const by = whoseWork(annotator, relation.annotator)
    const key = JSON.stringify([relation.type, from, to, by])
    if (twins.has(key)) {
      tell(
        'warning',
        relation.place,
        'same_relation',
        `${relation.type} stands twice between the same spans. It was taken once.`,
      )
      continue
    }
    twins.add(key)
    const isSameId = relation.id !== '' && ids.has(relation.id)
    if (isSameId) {
      tell(
        'warning',
        relation.place,
        'same_id',
        `Another relation of this text has the id “${relation.id}”. Both were taken.`,
      )
    }
    ids.add(relation.id)
    placed.push({ ...relation, id: isSameId ? '' : relation.id, from, to, annotator: by })
  }
  return placed
}

function missing({ type, from, to }: FoundRelation, ends: Ends): string {
  if (from === '' || to === '') {
    const side = from === '' ? 'from' : 'to'
    return `${type}${from + to === '' ? '' : ` of “${from + to}”`} was not taken: it does not say which span it leads ${side}.`
  }
  const isMissing = (end: string) => typeof ends.idOf(end) !== 'string'
  const reasons = [...new Set([from, to])]
    .filter(isMissing)
    .map((end) =>
      ends.idOf(end) === null ? `the span “${end}” was not taken` : `there is no span “${end}” in this text`,
    )
  return `${type} from “${from}” to “${to}” was not taken: ${reasons.join(', and ')}.`
}
