import type { Migration } from './migration'

const ARTICLES = `
-- where in its file an article stands: the path inside an archive, a record's id or line; empty for a file of its own
ALTER TABLE article ADD COLUMN part TEXT NOT NULL DEFAULT '';
-- the reader that read it
ALTER TABLE article ADD COLUMN format TEXT NOT NULL DEFAULT 'text';
-- how its date and its language became known; null where they are not
ALTER TABLE article ADD COLUMN date_found TEXT;
ALTER TABLE article ADD COLUMN lang_found TEXT;
ALTER TABLE article ADD COLUMN url TEXT;
-- anything but 'shown' keeps it out of the list; 'superseded': a newer revision stands in its place
ALTER TABLE article ADD COLUMN shelf TEXT NOT NULL DEFAULT 'shown'
  CHECK (shelf IN ('shown', 'hidden', 'archived', 'trash', 'superseded'));
ALTER TABLE article ADD COLUMN shelved_at TEXT;
ALTER TABLE article ADD COLUMN revises INTEGER REFERENCES article (id);
-- the hash of the text as UTF-8; null where that is the hash of the file's bytes, or it came in before this was asked
ALTER TABLE article ADD COLUMN text_sha256 TEXT;
CREATE INDEX article_by_text ON article (text_sha256) WHERE text_sha256 IS NOT NULL;
DROP INDEX article_by_status;
DROP INDEX article_by_day;
DROP INDEX article_by_title;
CREATE INDEX article_by_shelf ON article (shelf, status, status_changed_at, flagged);
-- the list in each of its orders, without a look at the rows
CREATE INDEX article_on_shelf ON article (shelf);
CREATE INDEX article_on_shelf_by_day ON article (shelf, published_on);
CREATE INDEX article_on_shelf_by_title ON article (shelf, title_key);
DROP INDEX article_by_path;
CREATE INDEX article_by_place ON article (path, part);
CREATE INDEX article_by_lang ON article (lang);
CREATE INDEX article_by_revised ON article (revises) WHERE revises IS NOT NULL;
CREATE INDEX article_with_flag ON article (id) WHERE flagged = 1;
CREATE INDEX article_with_note ON article (id) WHERE note <> '';
-- which articles have spans of a label; with the form of a claim, which says whether it misses a speaker
CREATE INDEX span_by_label ON span (label_id, article_id, json_extract(attributes, '$.form'));
CREATE INDEX span_by_author ON span (author, article_id);

CREATE TABLE article_tag (
  tag TEXT NOT NULL,
  article_id INTEGER NOT NULL REFERENCES article (id),
  PRIMARY KEY (tag, article_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX article_tag_by_article ON article_tag (article_id);

-- what article.metadata holds under "extra", a row a value, to filter by
CREATE TABLE article_extra (
  key TEXT NOT NULL,
  value TEXT NOT NULL,
  article_id INTEGER NOT NULL REFERENCES article (id),
  PRIMARY KEY (key, value, article_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX article_extra_by_article ON article_extra (article_id);
`

const BATCHES = `
ALTER TABLE batch ADD COLUMN shelf TEXT NOT NULL DEFAULT 'shown' CHECK (shelf IN ('shown', 'hidden', 'archived'));
ALTER TABLE batch ADD COLUMN undone_at TEXT;
-- how it was read: encoding, mapping of columns…
ALTER TABLE batch ADD COLUMN options TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(options));

-- one item may stand for many that are not listed
ALTER TABLE batch_item ADD COLUMN more INTEGER NOT NULL DEFAULT 0;

-- which column holds what, by the names of the columns
CREATE TABLE import_mapping (
  columns TEXT PRIMARY KEY CHECK (json_valid(columns)),
  mapping TEXT NOT NULL CHECK (json_valid(mapping)),
  used_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`

const COUNTS = `
-- how many articles there are of each kind, kept by the triggers: a list of a million is not counted again after each gesture
CREATE TABLE article_count (
  shelf TEXT NOT NULL,
  status TEXT NOT NULL,
  flagged INTEGER NOT NULL,
  articles INTEGER NOT NULL,
  PRIMARY KEY (shelf, status, flagged)
) STRICT, WITHOUT ROWID;
INSERT INTO article_count SELECT shelf, status, flagged, count(*) FROM article GROUP BY shelf, status, flagged;
CREATE TRIGGER article_is_counted AFTER INSERT ON article
BEGIN
  INSERT INTO article_count VALUES (new.shelf, new.status, new.flagged, 1)
    ON CONFLICT DO UPDATE SET articles = articles + 1;
END;
CREATE TRIGGER article_is_counted_elsewhere AFTER UPDATE OF shelf, status, flagged ON article
BEGIN
  UPDATE article_count SET articles = articles - 1
    WHERE shelf = old.shelf AND status = old.status AND flagged = old.flagged;
  INSERT INTO article_count VALUES (new.shelf, new.status, new.flagged, 1)
    ON CONFLICT DO UPDATE SET articles = articles + 1;
END;
CREATE TRIGGER article_is_counted_no_more AFTER DELETE ON article
BEGIN
  UPDATE article_count SET articles = articles - 1
    WHERE shelf = old.shelf AND status = old.status AND flagged = old.flagged;
END;
`

const LIST_VERSION = `
-- another number after whatever changes which articles the list has, or an order of it: the window's list is kept until then
CREATE TABLE list_version (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  version INTEGER NOT NULL
) STRICT;
INSERT INTO list_version VALUES (1, 0);
CREATE TRIGGER list_has_one_more AFTER INSERT ON article
BEGIN
  UPDATE list_version SET version = version + 1;
END;
CREATE TRIGGER list_is_in_another_order AFTER UPDATE OF shelf, published_on, title_key ON article
BEGIN
  UPDATE list_version SET version = version + 1;
END;
CREATE TRIGGER list_has_one_less AFTER DELETE ON article
BEGIN
  UPDATE list_version SET version = version + 1;
END;
`

const WORDS = `
-- now with the beginnings of two and three letters: one list each, where before the list of every word that begins so was read
DROP TABLE article_fts;
CREATE VIRTUAL TABLE article_fts USING fts5 (
  title, text,
  content = 'article_search', content_rowid = 'article_id',
  tokenize = 'unicode61 remove_diacritics 2',
  prefix = '2 3'
);
INSERT INTO article_fts (article_fts) VALUES ('rebuild');
`

const NEAR_DUPLICATES = `
-- what articles that are nearly the same have in common, see engine/copies/min-hash.ts: a key a band, 32 bits each,
-- little-endian; empty where the text is too short to tell. grouped: whether it has been held against all others
CREATE TABLE article_signature (
  article_id INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
  bands BLOB NOT NULL,
  grouped INTEGER NOT NULL DEFAULT 0 CHECK (grouped IN (0, 1))
) STRICT;
CREATE INDEX article_signature_waiting ON article_signature (article_id) WHERE grouped = 0;
-- an article that is nearly the same as others; the group is the lowest id in it
CREATE TABLE near_duplicate (
  article_id INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
  group_id INTEGER NOT NULL
) STRICT;
CREATE INDEX near_duplicate_by_group ON near_duplicate (group_id);
-- the span of another article that a suggestion repeats: where both ends of a link are accepted, the link follows
ALTER TABLE suggestion ADD COLUMN copy_of TEXT;
`

const SEARCHES = `
CREATE TABLE saved_search (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  definition TEXT NOT NULL CHECK (json_valid(definition)),
  created_at TEXT NOT NULL
) STRICT;

-- where each annotator left off
CREATE TABLE reading_place (
  annotator TEXT PRIMARY KEY,
  article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  list TEXT NOT NULL CHECK (json_valid(list)),
  at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`

export const corpusMigration: Migration = {
  version: 4,
  up: (db) => {
    db.exec(ARTICLES)
    db.exec(BATCHES)
    db.exec(COUNTS)
    db.exec(LIST_VERSION)
    db.exec(WORDS)
    db.exec(NEAR_DUPLICATES)
    db.exec(SEARCHES)
  },
}
