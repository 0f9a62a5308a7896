import type { AttributeValue, AttributeValues } from '../../../../shared/domain/annotations/annotations'
import { type SpanState, stateAfter } from '../../rows/restate'
import { allSearches } from '../../rows/saved-search-rows'
import type { Sql } from '../../sql'
import { type Op, parseOps } from '../ops'
import { type AddedNames, type NameKind, nameKey } from './added-names'

/**
 * Which of the names that an import has added something uses: annotations, suggestions, document fields, saved searches;
 * and, `withHistory`, steps that speak of them, whether or not they are taken back.
 */
export function usesOf(sql: Sql, added: AddedNames, withHistory: boolean): ReadonlySet<string> {
  const uses = new Uses(added)
  uses.addTables(sql)
  uses.addSearches(sql)
  if (withHistory) uses.addHistory(sql)
  return uses.used
}

/** What an import notes by itself, and what only says which names there are. */
const NO_USE = `('import.annotations', 'import.entities', 'labelset.import', 'labelset.unimport')`

class Uses {
  readonly used = new Set<string>()
  readonly #added: AddedNames
  /** The ids as the history has them, to pass over events that mention none. */
  readonly #mentions: readonly string[]

  constructor(added: AddedNames) {
    this.#added = added
    const ids = [...added.names.keys()].map((key) => (JSON.parse(key) as string[]).at(-1)!)
    this.#mentions = [...new Set([...ids, ...added.entities.keys()])].map((id) => JSON.stringify(id))
  }

  addTables(sql: Sql): void {
    const states = (query: string) =>
      sql.iterate<{ labelId: string; attributes: string; entityUid: string | null }>(query)
    for (const row of states(
      `SELECT DISTINCT label_id AS labelId, attributes, entity.uid AS entityUid
       FROM span LEFT JOIN entity ON entity.id = span.entity_id`,
    )) {
      this.#addState({ ...row, attributes: JSON.parse(row.attributes) })
    }
    for (const row of states(
      `SELECT DISTINCT label_id AS labelId, attributes, entity_uid AS entityUid FROM suggestion`,
    )) {
      this.#addState({ ...row, attributes: JSON.parse(row.attributes) })
    }
    for (const { id } of sql.iterate<{ id: string }>('SELECT DISTINCT type_id AS id FROM relation')) {
      this.#add('relation', id)
    }
    for (const { fields } of sql.iterate<{ fields: string }>(
      `SELECT DISTINCT fields FROM article WHERE fields <> '{}'`,
    )) {
      this.#addFields(JSON.parse(fields))
    }
  }

  addSearches(sql: Sql): void {
    const searches = allSearches(sql).map(({ definition }) => JSON.stringify(definition))
    for (const key of this.#added.names.keys()) {
      const [, ...ids] = JSON.parse(key) as string[]
      if (searches.some((search) => ids.every((id) => search.includes(JSON.stringify(id))))) this.used.add(key)
    }
  }

  addHistory(sql: Sql): void {
    for (const { ops, inverse } of sql.iterate<{ ops: string; inverse: string }>(
      `SELECT ops, inverse FROM event WHERE id > ? AND kind NOT IN ${NO_USE}`,
      this.#added.after,
    )) {
      for (const json of [ops, inverse]) {
        if (this.#mentions.some((id) => json.includes(id))) for (const op of parseOps(json)) this.#addOp(op)
      }
    }
  }

  #addOp(op: Op): void {
    if (op.op === 'span.put') this.#addState(op.row)
    else if (op.op === 'suggestion.put') this.#addState(op.group)
    else if (op.op === 'relation.put') this.#add('relation', op.row.typeId)
    else if (op.op === 'article.set') this.#addFields(op.fields.fields ?? {})
    else if (op.op === 'annotations.add') {
      for (const state of op.added.states) this.#addState(state)
      for (const [, type] of op.added.relations) this.#add('relation', type)
    } else if (op.op === 'spans.restate' || op.op === 'suggestions.restate') {
      for (const group of op.groups) for (const state of [group.from, stateAfter(group)]) this.#addState(state)
    }
  }

  #addState({ labelId, attributes, entityUid }: SpanState): void {
    this.#add('label', labelId)
    if (entityUid !== null) this.#add('entity', entityUid)
    this.#addValues('attribute', 'option', attributes, [labelId])
  }

  #addFields(fields: AttributeValues): void {
    this.#addValues('field', 'fieldOption', fields, [])
  }

  #addValues(kind: NameKind, optionKind: NameKind, values: AttributeValues, ids: readonly string[]): void {
    for (const [id, value] of Object.entries(values)) {
      this.#add(kind, ...ids, id)
      for (const one of textsOf(value)) {
        this.#add(optionKind, ...ids, id, one)
        this.#add('entity', one)
      }
    }
  }

  #add(kind: NameKind, ...ids: readonly string[]): void {
    if (kind === 'entity') {
      if (this.#added.entities.has(ids[0]!)) this.used.add(nameKey(kind, ...ids))
      return
    }
    const key = nameKey(kind, ...ids)
    if (this.#added.names.has(key)) this.used.add(key)
  }
}

const textsOf = (value: AttributeValue): readonly string[] =>
  Array.isArray(value) ? value : typeof value === 'string' ? [value] : []
