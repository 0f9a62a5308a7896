import { userInfo } from 'node:os'
import { z } from 'zod'
import { type Settings, type SettingsPatch, SettingsSchema } from '../shared/contract/app-methods'
import { withPatch } from '../shared/domain/settings'
import { readJson, writeJson } from './json-file'
import { log } from './log'
import { settingsFrom } from './stored-settings'

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
  set(patch: SettingsPatch): Settings
}

/** The settings in `path`; a default for every one that is missing or not what it should be. */
export function openSettings(path: string): SettingsStore {
  const stored = readJson(path, z.record(z.string(), z.unknown()))
  let settings = settingsFrom(stored, defaultAnnotator(), (name) =>
    log('settings', `${name} is not what it should be; the default holds`),
  )
  return {
    get: () => settings,
    set(patch) {
      const changed = SettingsSchema.parse(withPatch(settings, patch))
      writeJson(path, changed)
      settings = changed
      return settings
    },
  }
}
