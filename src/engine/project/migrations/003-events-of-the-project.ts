import type { Migration } from './migration'

/** What concerns the whole project is part of every article's history, and must be found as fast as the rest of it. */
export const projectEventsMigration: Migration = {
  version: 3,
  up: (db) => {
    db.exec('CREATE INDEX event_of_project ON event (id) WHERE article_id IS NULL')
  },
}
