import { firstMigration } from './001-first'
import { suggestionsMigration } from './002-suggestions'
import { projectEventsMigration } from './003-events-of-the-project'
import { corpusMigration } from './004-corpus'
import { exchangeMigration } from './005-exchange'
import type { Migration } from './migration'

/** In order, without gaps, from version 1. */
export const MIGRATIONS: readonly Migration[] = [
  firstMigration,
  suggestionsMigration,
  projectEventsMigration,
  corpusMigration,
  exchangeMigration,
]
