import Database from 'better-sqlite3'

/** Opens a project file past the engine, to look at it or to plant damage, and closes it again. */
export function withRawProject<T>(path: string, work: (db: Database.Database) => T): T {
  const db = new Database(path)
  try {
    return work(db)
  } finally {
    db.close()
  }
}

/** All that annotating can change, by uid: row numbers may differ after an undo. */
export function dumpAnnotations(path: string): unknown {
  const db = new Database(path, { readonly: true })
  try {
    return {
      spans: db
        .prepare(
          `SELECT span.uid, article.uid AS article, label_id, start_utf16, end_utf16, parts, words, attributes,
             span.note, author, origin, span.created_at, span.updated_at
           FROM span JOIN article ON article.id = span.article_id ORDER BY span.uid`,
        )
        .all(),
      relations: db
        .prepare(
          `SELECT relation.uid, type_id, a.uid AS source, b.uid AS target, relation.attributes, relation.author,
             relation.origin, relation.created_at, relation.updated_at
           FROM relation JOIN span a ON a.id = from_span JOIN span b ON b.id = to_span ORDER BY relation.uid`,
        )
        .all(),
      suggestions: db
        .prepare(
          `SELECT suggestion.uid, article.uid AS article, kind, label_id, start_utf16, end_utf16, parts, words, attributes,
             entity_uid, score, suggestion.source, reason, run_uid, state, author, suggestion.created_at,
             suggestion.updated_at
           FROM suggestion JOIN article ON article.id = article_id ORDER BY suggestion.uid`,
        )
        .all(),
      articles: db.prepare('SELECT * FROM article ORDER BY uid').all(),
      index: db.prepare(`SELECT rowid FROM article_fts WHERE article_fts MATCH 'renamed' ORDER BY rowid`).all(),
    }
  } finally {
    db.close()
  }
}

/** As above, with the label set, the entities and the suggestions: all that any gesture can change. */
export function dumpAll(path: string): unknown {
  const annotations = dumpAnnotations(path) as Record<string, unknown>
  return withRawProject(path, (db) => ({
    ...annotations,
    labelSet: db.prepare('SELECT definition FROM label_set').all(),
    entities: db.prepare('SELECT uid, name, kind, note, author, created_at, updated_at FROM entity ORDER BY uid').all(),
    entityOfSpans: db
      .prepare('SELECT span.uid, entity.uid AS entity FROM span JOIN entity ON entity.id = entity_id ORDER BY span.uid')
      .all(),
    suggestions: db
      .prepare('SELECT uid, label_id, parts, attributes, entity_uid, state, updated_at FROM suggestion ORDER BY uid')
      .all(),
  }))
}
