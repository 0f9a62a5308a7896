import type { Migration } from './migration'

const SPLITS = `
-- how articles are divided into train, validation and test, by the name that a person or the way itself gave it
CREATE TABLE split_scheme (
  name TEXT PRIMARY KEY,
  definition TEXT NOT NULL CHECK (json_valid(definition))
) STRICT, WITHOUT ROWID;

-- where each article went: once there it stays. No gesture: it is bookkeeping of exports
CREATE TABLE article_split (
  scheme TEXT NOT NULL REFERENCES split_scheme (name) ON DELETE CASCADE,
  article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  split TEXT NOT NULL,
  PRIMARY KEY (scheme, article_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX article_split_by_article ON article_split (article_id);
`

const IMPORTED_ANNOTATIONS = `
-- what came in with an article goes with it when its import is taken back; nothing else is ever forgotten
DROP TRIGGER event_is_never_deleted;
CREATE TRIGGER event_is_never_deleted BEFORE DELETE ON event
WHEN old.kind <> 'import.annotations' OR NOT EXISTS (
  SELECT 1 FROM article JOIN batch ON batch.id = article.batch_id
  WHERE article.id = old.article_id AND batch.undone_at IS NOT NULL)
BEGIN
  SELECT RAISE(ABORT, 'events are append-only');
END;
`

export const exchangeMigration: Migration = {
  version: 5,
  up: (db) => {
    db.exec(SPLITS)
    db.exec(IMPORTED_ANNOTATIONS)
  },
}
