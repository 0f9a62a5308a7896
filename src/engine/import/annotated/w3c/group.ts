import { indexUnits, type OffsetUnit } from '../../../../shared/domain/text/offset-units'
import type { FoundEntity, FoundRelation, FoundSpan, FoundTrouble } from '../found-text'
import type { Annotation } from './annotation'
import { valuesOf } from './bodies'
import { placeQuote } from './place-quote'
import type { Quote, Target } from './targets'
import type { TextBeside } from './text-of-source'

export type Place = Extract<Target, { kind: 'place' }>

/** A place in a text that something is said of. */
export interface Marked {
  readonly annotation: Annotation
  readonly places: readonly Place[]
}

/** What leads from one annotation to another; or what is said of one: then `to` is null. */
export interface Link {
  readonly annotation: Annotation
  readonly from: string
  readonly to: string | null
}

/** All that a file says of one text. */
export class Group {
  readonly marked: Marked[] = []
  readonly whole: Annotation[] = []
  readonly ids = new Set<string>()

  mark(marked: Marked): void {
    this.marked.push(marked)
    this.ids.add(marked.annotation.id)
  }
}

/** What is called so has no tag. */
const UNNAMED = 'Annotation'
const UNNAMED_LINK = 'linked'

/** `beside`: the text, where it is at hand. */
export function spansOf(
  group: Group,
  links: readonly Link[],
  beside: Pick<TextBeside, 'text' | 'isOfPage'> | null,
  unit: OffsetUnit,
  entities: readonly FoundEntity[],
): FoundSpan[] {
  const said = new Map<string, Annotation[]>()
  for (const { annotation, from, to } of links) {
    if (to === null) said.set(from, [...(said.get(from) ?? []), annotation])
  }
  return group.marked.map(({ annotation, places }, n) => {
    const replies = said.get(annotation.id) ?? []
    const [label, ...tags] = [annotation, ...replies].flatMap((one) => one.tags)
    const described = annotation.described.map(valuesOf)
    const { identity } = annotation
    const isEntity = identity === null || entities.some(({ id }) => id === identity)
    return {
      id: annotation.id === '' ? `${n}` : annotation.id,
      label: label ?? UNNAMED,
      parts: places.flatMap((place) => partOf(place, beside, unit)),
      ...places.map(({ written }) => written).find(({ offsetsWritten }) => offsetsWritten !== undefined),
      words: places.every(({ quote }) => quote !== null) ? places.map(({ quote }) => quote!.exact).join(' ') : null,
      attributes: Object.assign(
        {},
        annotation.attributes,
        ...described,
        tags.length === 0 ? {} : { tags },
        // of another program: what it calls so is not described in the file
        isEntity ? {} : { identifying: identity },
      ),
      entity: isEntity ? identity : null,
      note: [annotation, ...replies].flatMap(({ comments }) => comments).join('\n'),
      annotator: annotation.annotator,
      origin: null,
      guess: null,
      place: annotation.place,
    }
  })
}

function partOf(
  { position, quote }: Place,
  beside: Pick<TextBeside, 'text' | 'isOfPage'> | null,
  unit: OffsetUnit,
): FoundSpan['parts'] {
  const quoted = quote === null || beside === null ? [] : partOfQuote(quote, beside.text, unit)
  // of a page they count what stands between its elements, which is not in the text that it shows
  if (position === null || (beside?.isOfPage === true && quoted.length > 0)) return quoted
  return [position]
}

function partOfQuote(quote: Quote, text: string, unit: OffsetUnit): FoundSpan['parts'] {
  const part = placeQuote(text, quote)
  const index = indexUnits(text, unit)
  return part === null ? [] : [[index.fromUtf16(part[0]), index.fromUtf16(part[1])]]
}

/** Of the links that begin in a text. Something may be said of a link, too: that names it. */
export function relationsOf(links: readonly Link[]): FoundRelation[] {
  const said = new Map<string, string>()
  for (const { annotation, from, to } of links) {
    if (to === null && annotation.tags[0] !== undefined) said.set(from, annotation.tags[0])
  }
  return links.flatMap(({ annotation, from, to }) =>
    to === null
      ? []
      : [
          {
            id: annotation.id,
            type: annotation.tags[0] ?? said.get(annotation.id) ?? UNNAMED_LINK,
            from,
            to,
            attributes: Object.assign({}, annotation.attributes, ...annotation.described.map(valuesOf)),
            annotator: annotation.annotator,
            place: annotation.place,
          },
        ],
  )
}

export const failure = (part: string, code: string, message: string): FoundTrouble => ({
  kind: 'failure',
  part,
  code,
  message,
})
