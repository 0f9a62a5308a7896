import type { AttributeValue } from '../../shared/domain/annotations/annotations'
import type { ExportedEntity } from './article-record'

export interface EntityOrdinals {
  /** By name, then kind: the same whatever uids a project gave them. */
  readonly all: readonly { readonly id: string; readonly name: string; readonly kind: string }[]
  /** A value with the entity that it means, if it does, by its ordinal. */
  renamed<T extends AttributeValue>(value: T): T
}

/** Names the entities of one article `E1`, `E2`…, for files that are to be the same from any project that holds the same. */
export function entityOrdinals(entities: readonly ExportedEntity[]): EntityOrdinals {
  const inOrder = [...entities].sort(
    (a, b) => compare(a.name, b.name) || compare(a.kind, b.kind) || compare(a.uid, b.uid),
  )
  const ids = new Map(inOrder.map(({ uid }, at) => [uid, `E${at + 1}`]))
  return {
    all: inOrder.map(({ uid, name, kind }) => ({ id: ids.get(uid)!, name, kind })),
    renamed: (value) => (typeof value === 'string' ? ((ids.get(value) as typeof value | undefined) ?? value) : value),
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
