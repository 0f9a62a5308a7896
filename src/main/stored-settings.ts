import { z } from 'zod'
import { type Settings, SettingsSchema } from '../shared/contract/app-methods'
import { DEFAULT_CONCORDANCE } from '../shared/domain/search/concordance-view'
import { DEFAULT_BACKUPS, DEFAULT_MARKING, DEFAULT_READING, DEFAULT_VIEW } from '../shared/domain/settings'

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Settings from what a file held, whichever version wrote it and whatever became of it since: each value that is what
 * it should be, the default for every other one. `complain` is told the names of those that are there and wrong.
 */
export function settingsFrom(stored: unknown, annotator: string, complain: (name: string) => void): Settings {
  const pickEntries = (schema: z.ZodRecord, values: unknown, prefix: string) =>
    Object.fromEntries(
      Object.entries(isRecord(values) ? values : {}).filter(([key, value]) => {
        const isRight = schema.safeParse({ [key]: value }).success
        if (!isRight) complain(`${prefix}${key}`)
        return isRight
      }),
    )
  const pick = <T extends object>(schema: z.ZodObject, values: unknown, defaults: T, prefix: string): T => {
    const picked = Object.entries(defaults).map(([key, fallback]) => {
      const name = `${prefix}${key}`
      const value = isRecord(values) ? values[key] : undefined
      const part = schema.shape[key]!
      if (part instanceof z.ZodRecord) return [key, pickEntries(part, value, `${name}.`)]
      if (part instanceof z.ZodObject) return [key, pick(part, value, fallback, `${name}.`)]
      const parsed = z.safeParse(part, value)
      if (!parsed.success && value !== undefined) complain(name)
      return [key, parsed.success ? parsed.data : fallback]
    })
    return Object.fromEntries(picked)
  }
  const defaults: Settings = {
    theme: 'system',
    annotator,
    reading: DEFAULT_READING,
    marking: DEFAULT_MARKING,
    view: DEFAULT_VIEW,
    concordance: DEFAULT_CONCORDANCE,
    backups: DEFAULT_BACKUPS,
    shortcuts: {},
    recentCommands: [],
    tourOffered: false,
  }
  return pick(SettingsSchema, stored, defaults, '')
}
