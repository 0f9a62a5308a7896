import type { Migration } from './migration'

const META = `
CREATE TABLE meta (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE label_set (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  definition TEXT NOT NULL CHECK (json_valid(definition))
) STRICT;
`

const ARTICLES = `
CREATE TABLE batch (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  started_at TEXT NOT NULL,
  finished_at TEXT,
  sources TEXT NOT NULL CHECK (json_valid(sources)),
  state TEXT NOT NULL CHECK (state IN ('running', 'done', 'cancelled', 'failed', 'interrupted')),
  report TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(report))
) STRICT;
CREATE INDEX batch_by_state ON batch (state);

CREATE TABLE batch_item (
  batch_id INTEGER NOT NULL REFERENCES batch (id),
  position INTEGER NOT NULL,
  path TEXT NOT NULL,
  outcome TEXT NOT NULL,
  code TEXT NOT NULL,
  message TEXT NOT NULL,
  PRIMARY KEY (batch_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE article (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  batch_id INTEGER NOT NULL REFERENCES batch (id),
  title TEXT NOT NULL,
  -- the title folded for sorting: no marks, lower case
  title_key TEXT NOT NULL,
  published_on TEXT,
  lang TEXT,
  source TEXT NOT NULL,
  -- the absolute path that the file was read from
  path TEXT NOT NULL,
  -- of the file's bytes, in hex
  sha256 TEXT NOT NULL UNIQUE,
  encoding TEXT NOT NULL,
  line_ending TEXT NOT NULL CHECK (line_ending IN ('lf', 'crlf', 'cr', 'mixed', 'none')),
  length_utf16 INTEGER NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('todo', 'in_progress', 'done', 'skipped')),
  status_changed_at TEXT NOT NULL,
  flagged INTEGER NOT NULL CHECK (flagged IN (0, 1)),
  note TEXT NOT NULL,
  fields TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(fields)),
  metadata TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(metadata)),
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
CREATE INDEX article_by_status ON article (status, status_changed_at, flagged);
CREATE INDEX article_by_day ON article (published_on);
CREATE INDEX article_by_title ON article (title_key);
CREATE INDEX article_by_path ON article (path);
CREATE INDEX article_by_batch ON article (batch_id);

CREATE TABLE article_text (
  article_id INTEGER PRIMARY KEY REFERENCES article (id),
  text TEXT NOT NULL
) STRICT;
CREATE TRIGGER article_text_is_immutable BEFORE UPDATE ON article_text
BEGIN
  SELECT RAISE(ABORT, 'the text of an article never changes');
END;

CREATE VIEW article_search (article_id, title, text) AS
  SELECT article.id, article.title, article_text.text
  FROM article JOIN article_text ON article_text.article_id = article.id;
CREATE VIRTUAL TABLE article_fts USING fts5 (
  title, text,
  content = 'article_search', content_rowid = 'article_id',
  tokenize = 'unicode61 remove_diacritics 2'
);
`

const ANNOTATIONS = `
CREATE TABLE entity (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  note TEXT NOT NULL DEFAULT '',
  author TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;

-- offsets are UTF-16 code units, half open
CREATE TABLE span (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  article_id INTEGER NOT NULL REFERENCES article (id),
  label_id TEXT NOT NULL,
  start_utf16 INTEGER NOT NULL CHECK (start_utf16 >= 0),
  end_utf16 INTEGER NOT NULL CHECK (end_utf16 > start_utf16),
  parts TEXT NOT NULL CHECK (json_valid(parts)),
  words TEXT NOT NULL,
  attributes TEXT NOT NULL CHECK (json_valid(attributes)),
  entity_id INTEGER REFERENCES entity (id),
  note TEXT NOT NULL,
  author TEXT NOT NULL,
  origin TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
CREATE INDEX span_by_article ON span (article_id, start_utf16, label_id);
CREATE INDEX span_by_entity ON span (entity_id) WHERE entity_id IS NOT NULL;

CREATE TABLE relation (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  article_id INTEGER NOT NULL REFERENCES article (id),
  type_id TEXT NOT NULL,
  from_span INTEGER NOT NULL REFERENCES span (id),
  to_span INTEGER NOT NULL REFERENCES span (id),
  attributes TEXT NOT NULL CHECK (json_valid(attributes)),
  author TEXT NOT NULL,
  origin TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
CREATE INDEX relation_by_article ON relation (article_id);
CREATE INDEX relation_by_from ON relation (from_span, type_id);
CREATE INDEX relation_by_to ON relation (to_span, type_id);
`

const EVENTS = `
-- One row a gesture. ops and inverse are lists of store/ops.ts. The undo and redo stacks are linked lists through the
-- last row: undo_top and redo_top after this event, below = what lies under this event on the stack it was pushed on.
CREATE TABLE event (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  at TEXT NOT NULL,
  author TEXT NOT NULL,
  kind TEXT NOT NULL,
  article_id INTEGER REFERENCES article (id),
  summary TEXT NOT NULL,
  ops TEXT NOT NULL CHECK (json_valid(ops)),
  inverse TEXT NOT NULL CHECK (json_valid(inverse)),
  undoes INTEGER REFERENCES event (id),
  redoes INTEGER REFERENCES event (id),
  undo_top INTEGER REFERENCES event (id),
  redo_top INTEGER REFERENCES event (id),
  below INTEGER REFERENCES event (id)
) STRICT;
CREATE INDEX event_by_article ON event (article_id, id) WHERE article_id IS NOT NULL;
CREATE TRIGGER event_is_never_updated BEFORE UPDATE ON event
BEGIN
  SELECT RAISE(ABORT, 'events are append-only');
END;
CREATE TRIGGER event_is_never_deleted BEFORE DELETE ON event
BEGIN
  SELECT RAISE(ABORT, 'events are append-only');
END;
`

export const firstMigration: Migration = {
  version: 1,
  up: (db) => {
    db.exec(META)
    db.exec(ARTICLES)
    db.exec(ANNOTATIONS)
    db.exec(EVENTS)
  },
}
