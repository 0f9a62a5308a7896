import { access } from 'node:fs/promises'
import { z } from 'zod'
import { type RecentProject, RecentProjectSchema } from '../shared/contract/app-methods'
import { readJson, writeJson } from './json-file'
import { log } from './log'

const MAX_RECENT = 12

const StoredSchema = z.array(RecentProjectSchema.omit({ exists: true }))
type Stored = z.infer<typeof StoredSchema>[number]

export interface Recents {
  /** Newest first. */
  list(): readonly Stored[]
  /** The same, looking whether the files are still there. */
  check(): Promise<RecentProject[]>
  add(path: string, name: string): void
  remove(path: string): void
}

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )

/** The projects that were open lately, kept in the file at `path`. A list that cannot be saved is no failure. */
export function openRecents(path: string, onChange: () => void): Recents {
  let recents = readJson(path, StoredSchema) ?? []

  function keep(changed: readonly Stored[]): void {
    recents = changed.slice(0, MAX_RECENT)
    try {
      writeJson(path, recents)
    } catch (error) {
      log('recents', `not saved: ${error}`)
    }
    onChange()
  }

  const without = (gone: string) => recents.filter((recent) => recent.path !== gone)

  return {
    list: () => recents,
    check: () => Promise.all(recents.map(async (recent) => ({ ...recent, exists: await isThere(recent.path) }))),
    add: (added, name) => keep([{ path: added, name, openedAt: new Date().toISOString() }, ...without(added)]),
    remove: (gone) => keep(without(gone)),
  }
}
