import { userInfo } from 'node:os'
import { type Settings, SettingsSchema } from '../shared/contract/app-methods'
import { readJson, writeJson } from './json-file'

const ANNOTATOR_LIMIT = 80

function defaultAnnotator(): string {
  try {
    return userInfo().username.trim().slice(0, ANNOTATOR_LIMIT) || 'annotator'
  } catch {
    // a user without an entry in the system's list
    return 'annotator'
  }
}

export interface SettingsStore {
  get(): Settings
  /** Stores the change and returns the whole. Throws if the file cannot be written; then nothing has changed. */
  set(patch: Partial<Settings>): Settings
}

/** The settings in `path`; defaults where the file is missing or damaged. */
export function openSettings(path: string): SettingsStore {
  let settings = readJson(path, SettingsSchema) ?? SettingsSchema.parse({ annotator: defaultAnnotator() })
  return {
    get: () => settings,
    set(patch) {
      const changed = SettingsSchema.parse({ ...settings, ...patch })
      writeJson(path, changed)
      settings = changed
      return settings
    },
  }
}
