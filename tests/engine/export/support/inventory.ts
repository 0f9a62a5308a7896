import type { LabelSet } from '../../../../src/shared/domain/label-set/label-set'
import { withRawProject } from '../../support/raw-project'

/**
 * Everything that a project holds, as lines by their kind; what something belongs to stands before the bar. Two projects hold
 * the same where these are the same, whatever their ids.
 */
export interface Inventory {
  readonly articles: ReadonlySet<string>
  readonly spans: ReadonlySet<string>
  readonly relations: ReadonlySet<string>
  readonly attributes: ReadonlySet<string>
  readonly notes: ReadonlySet<string>
  readonly entities: ReadonlySet<string>
  readonly fields: ReadonlySet<string>
  readonly annotators: ReadonlySet<string>
  readonly origins: ReadonlySet<string>
  readonly metadata: ReadonlySet<string>
}

interface Row {
  readonly [column: string]: string | number | null
}

/** Looks past the engine at a project that may be open. */
export const inventoryOf = (path: string): Inventory =>
  withRawProject(path, (db) => {
    const all = (sql: string) => db.prepare(sql).all() as Row[]
    const labelSet = JSON.parse(String(all('SELECT definition FROM label_set')[0]!.definition)) as LabelSet
    const entities = new Map(
      all('SELECT uid, name, kind FROM entity').map((row) => [row.uid, `${row.name}/${row.kind}`]),
    )
    const texts = new Map(all('SELECT article_id, text FROM article_text').map((row) => [row.article_id, row.text]))
    const attributes = [...labelSet.labels.flatMap((label) => label.attributes), ...labelSet.fields]
    const valueLines = (owner: string, json: unknown): string[] =>
      Object.entries(JSON.parse(String(json)) as Record<string, unknown>).map(([id, value]) => {
        const attribute = attributes.find((one) => one.id === id)
        const named = (one: unknown): unknown =>
          attribute?.options.find((option) => option.id === one)?.name ?? entities.get(String(one)) ?? one
        return `${owner} | ${attribute?.name ?? id} = ${JSON.stringify(Array.isArray(value) ? value.map(named) : named(value))}`
      })

    const found = {
      articles: new Set<string>(),
      spans: new Set<string>(),
      relations: new Set<string>(),
      attributes: new Set<string>(),
      notes: new Set<string>(),
      entities: new Set<string>(),
      fields: new Set<string>(),
      annotators: new Set<string>(),
      origins: new Set<string>(),
      metadata: new Set<string>(),
    }
    const tags = all('SELECT article_id, tag FROM article_tag')
    for (const article of all('SELECT * FROM article')) {
      const text = String(texts.get(article.id!))
      found.articles.add(text)
      for (const line of valueLines(text, article.fields)) found.fields.add(line)
      if (article.note !== '') found.notes.add(`${text} | ${article.note}`)
      for (const fact of ['title', 'published_on', 'lang', 'source', 'url'] as const)
        if (article[fact] !== null) found.metadata.add(`${text} | ${fact} ${article[fact]}`)
      if (article.status !== 'todo') found.metadata.add(`${text} | status ${article.status}`)
      for (const { article_id, tag } of tags) if (article_id === article.id) found.metadata.add(`${text} | tag ${tag}`)
      for (const [name, value] of Object.entries(JSON.parse(String(article.metadata)).extra ?? {}))
        found.metadata.add(`${text} | ${name} = ${JSON.stringify(value)}`)
    }
    const keys = new Map<unknown, string>()
    for (const span of all('SELECT * FROM span')) {
      const label = labelSet.labels.find(({ id }) => id === span.label_id)!.name
      const key = `${label} ${span.parts} ${span.words} in ${texts.get(span.article_id!)}`
      keys.set(span.id, key)
      found.spans.add(key)
      for (const line of valueLines(key, span.attributes)) found.attributes.add(line)
      for (const value of Object.values(JSON.parse(String(span.attributes))))
        if (entities.has(value as string)) found.entities.add(`${key} | names ${entities.get(value as string)}`)
      if (span.note !== '') found.notes.add(`${key} | ${span.note}`)
      found.annotators.add(`${key} | ${span.author}`)
      if (span.origin !== 'imported') found.origins.add(`${key} | ${span.origin}`)
    }
    for (const { id, uid } of all('SELECT span.id, entity.uid FROM span JOIN entity ON entity.id = entity_id'))
      found.entities.add(`${keys.get(id)} | ${entities.get(uid)}`)
    for (const relation of all('SELECT * FROM relation')) {
      const type = labelSet.relations.find(({ id }) => id === relation.type_id)!.name
      const key = `${type}: ${keys.get(relation.from_span)} -> ${keys.get(relation.to_span)}`
      found.relations.add(key)
      for (const line of valueLines(key, relation.attributes)) found.attributes.add(line)
      found.annotators.add(`${key} | ${relation.author}`)
    }
    return found
  })

/** What of the one is not in the other, and of that, what belongs to something that is there. */
export function missing(
  before: Inventory,
  after: Inventory,
  kind: keyof Inventory,
): { readonly all: number; readonly ofKept: number } {
  const lines = [...before[kind]].filter((line) => !after[kind].has(line))
  const kept = (line: string) => {
    const owner = line.split(' | ')[0]!
    return after.articles.has(owner) || after.spans.has(owner) || after.relations.has(owner)
  }
  return { all: lines.length, ofKept: lines.filter(kept).length }
}
