import type { Migration } from './migration'

const SUGGESTIONS = `
-- What Dictum proposes; no annotation until it is accepted. Offsets are UTF-16 code units, half open. The uid is that of
-- the run with a number behind it. Of an entity the uid is kept: it may be gone when the suggestion is judged.
CREATE TABLE suggestion (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  article_id INTEGER NOT NULL REFERENCES article (id),
  kind TEXT NOT NULL,
  label_id TEXT NOT NULL,
  start_utf16 INTEGER NOT NULL CHECK (start_utf16 >= 0),
  end_utf16 INTEGER NOT NULL CHECK (end_utf16 > start_utf16),
  parts TEXT NOT NULL CHECK (json_valid(parts)),
  words TEXT NOT NULL,
  attributes TEXT NOT NULL CHECK (json_valid(attributes)),
  entity_uid TEXT,
  score REAL,
  source TEXT NOT NULL,
  reason TEXT NOT NULL,
  run_uid TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'accepted', 'rejected')),
  author TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
CREATE INDEX suggestion_by_article ON suggestion (article_id, start_utf16);
CREATE INDEX suggestion_open ON suggestion (article_id, start_utf16) WHERE state = 'open';
CREATE INDEX suggestion_by_run ON suggestion (run_uid);
`

export const suggestionsMigration: Migration = { version: 2, up: (db) => db.exec(SUGGESTIONS) }
