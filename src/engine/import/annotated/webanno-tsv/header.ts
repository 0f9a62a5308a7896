/** What one column of the table holds. See the chapter “WebAnno TSV 3.3 File format” of INCEpTION’s user guide. */
export type ColumnKind = 'placeholder' | 'feature' | 'role' | 'target' | 'origin' | 'element' | 'link'

export interface TsvColumn {
  readonly kind: ColumnKind
  /** The feature’s name; of roles and targets, that of the slot. */
  readonly name: string
  /** The layer that is pointed to: of targets and origins. */
  readonly targetType: string | null
}

export interface Layer {
  readonly kind: 'span' | 'chain' | 'relation'
  /** `webanno.custom.Span` */
  readonly type: string
  /** The first cell behind the token’s words that is one of its columns. */
  readonly firstColumn: number
  readonly columns: readonly TsvColumn[]
}

const LAYER = /^#T_(SP|CH|RL)=([^|]+)(.*)$/
const KINDS = { SP: 'span', CH: 'chain', RL: 'relation' } as const
/** `ROLE_webanno.custom.Frame:Roles_webanno.custom.FrameRolesLink` */
const ROLE = /^ROLE_[^:]+:(.+)_([^_]*\.[^_]*|[^_]*)$/

/** A line of the header that declares a layer; null for any other. */
export function parseLayer(line: string, firstColumn: number): Layer | null {
  const found = LAYER.exec(line)
  if (found === null) return null
  const kind = KINDS[found[1] as keyof typeof KINDS]
  const declared = found[3]!.split('|').filter((name) => name !== '')
  const columns = declared.map((name, n) => columnOf(kind, name, declared[n - 1]))
  if (columns.length === 0) columns.push({ kind: 'placeholder', name: '', targetType: null })
  return { kind, type: found[2]!, firstColumn, columns }
}

function columnOf(kind: Layer['kind'], name: string, before: string | undefined): TsvColumn {
  if (kind === 'chain') {
    const isLink = name === 'referenceRelation'
    return { kind: isLink ? 'link' : 'element', name, targetType: null }
  }
  if (kind === 'relation' && name.startsWith('BT_')) return { kind: 'origin', name, targetType: name.slice(3) }
  const role = ROLE.exec(name)
  if (kind === 'span' && role !== null) return { kind: 'role', name: role[1]!, targetType: null }
  const slot = before === undefined ? null : ROLE.exec(before)
  if (kind === 'span' && slot !== null && name.includes('.')) {
    return { kind: 'target', name: slot[1]!, targetType: name }
  }
  return { kind: 'feature', name, targetType: null }
}

/** `NamedEntity` of `de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity`. */
export const shortName = (type: string): string => type.slice(type.lastIndexOf('.') + 1)
