import type { FoundTrouble } from '../found-text'
import type { Annotation } from './annotation'
import { failure, Group, type Link, type Place } from './group'

/** All that a file says of one text, or what is wrong with one of its annotations. */
export type Collected =
  | { readonly source: string; readonly group: Group; readonly links: readonly Link[] }
  | FoundTrouble

/** So many annotations are put together by their texts, wherever they stand; from there on, texts are taken to come one after another. */
const MOST_HELD = 20_000

/** Puts the annotations of a file together by the texts that they are of. */
export class Collector {
  readonly #groups = new Map<string, Group>()
  #links: Link[] = []
  #held = 0;

  /** Gives what is complete. */
  *add(annotation: Annotation): Iterable<Collected> {
    const unknown = annotation.targets.find((target) => target.kind === 'unknown')
    if (unknown !== undefined || annotation.targets.length === 0) {
      const why = unknown?.message ?? 'It has no target.'
      yield failure(annotation.place, 'unsupported_target', `This annotation was not taken. ${why}`)
      return
    }
    const sources = new Set(annotation.targets.map((target) => ('source' in target ? target.source : null)))
    const [source] = sources
    if (sources.size > 1) {
      const message = 'This annotation is of more than one text. Annotations of one text each are taken.'
      yield failure(annotation.place, 'unsupported_target', message)
    } else if (source === null || source === undefined) {
      const problem = this.#addLink(annotation)
      if (problem !== null) yield failure(annotation.place, 'unsupported_target', problem)
    } else {
      if (++this.#held > MOST_HELD && !this.#groups.has(source)) yield* this.#release()
      this.#addTo(this.#groupOf(source), annotation)
    }
  }

  *end(): Iterable<Collected> {
    yield* this.#release()
    for (const { annotation } of this.#links) {
      yield failure(annotation.place, 'missing_span', 'It is of an annotation that is not in this file.')
    }
  }

  *#release(): Iterable<Collected> {
    const links = this.#linksOfGroups()
    for (const [source, group] of this.#groups) yield { source, group, links: links.get(group) ?? [] }
    this.#groups.clear()
  }

  /** Takes the links that begin in the texts at hand, and what is said of those. */
  #linksOfGroups(): ReadonlyMap<Group, Link[]> {
    const owners = new Map<string, Group>()
    for (const group of this.#groups.values()) for (const id of group.ids) owners.set(id, group)
    const links = new Map<Group, Link[]>()
    const take = (some: readonly Link[]): Link[] =>
      some.filter((link) => {
        const owner = owners.get(link.from)
        if (owner === undefined) return true
        const known = links.get(owner)
        if (known === undefined) links.set(owner, [link])
        else known.push(link)
        if (!owners.has(link.annotation.id)) owners.set(link.annotation.id, owner)
        return false
      })
    // what is said of a link may stand before it
    this.#links = take(take(this.#links))
    return links
  }

  #groupOf(source: string): Group {
    const known = this.#groups.get(source)
    if (known !== undefined) return known
    const group = new Group()
    this.#groups.set(source, group)
    return group
  }

  #addTo(group: Group, annotation: Annotation): void {
    const places = annotation.targets.filter((target): target is Place => target.kind === 'place')
    if (places.length > 0) group.mark({ annotation, places })
    else group.whole.push(annotation)
  }

  /** Two targets are linked; Recogito has the second as the body. What has one is said of that. Null, or what is wrong. */
  #addLink(annotation: Annotation): string | null {
    const ids = annotation.targets.flatMap((target) => (target.kind === 'reference' ? [target.id] : []))
    const ends = annotation.motivation === 'linking' && ids.length === 1 ? [...ids, ...annotation.references] : ids
    if (ends.length > 2) return 'It links more than two annotations. Links between two are taken.'
    this.#links.push({ annotation, from: ends[0]!, to: ends[1] ?? null })
    return null
  }
}
