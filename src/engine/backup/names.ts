import { basename, extname } from 'node:path'
import type { BackupKind } from '../../shared/contract/backups'

const ENDINGS: Readonly<Record<BackupKind, string>> = {
  automatic: '',
  manual: ' by hand',
  update: ' before update',
  restore: ' before restore',
  damaged: ' damaged',
}

const two = (part: number) => String(part).padStart(2, '0')

/** Local time that a person reads and that names one instant: `2026-11-23 07.45.12 +0200`. */
function stamp(at: Date): string {
  const day = [at.getFullYear(), two(at.getMonth() + 1), two(at.getDate())].join('-')
  const time = [at.getHours(), at.getMinutes(), at.getSeconds()].map(two).join('.')
  const east = -at.getTimezoneOffset()
  const offset = `${two(Math.floor(Math.abs(east) / 60))}${two(Math.abs(east) % 60)}`
  return `${day} ${time} ${east < 0 ? '-' : '+'}${offset}`
}

/** `Harbour 2026-11-23 07.45.12 +0200 before restore.dictum`; `n` from 2 tells those of one second apart. */
export const backupName = (projectPath: string, at: Date, kind: BackupKind, n = 1): string =>
  `${basename(projectPath, extname(projectPath))} ${stamp(at)}${ENDINGS[kind]}${n === 1 ? '' : ` (${n})`}.dictum`

const NAME =
  / (\d{4}-\d\d-\d\d) (\d\d)\.(\d\d)\.(\d\d) ([+-]\d\d)(\d\d)( by hand| before update| before restore| damaged|)(?: \(\d+\))?\.dictum$/u

/** When and why a backup was made, as its name says; null if it is not the name of one. */
export function readBackupName(name: string): { at: Date; kind: BackupKind } | null {
  const match = NAME.exec(name)
  if (!match) return null
  const [, day, hour, minute, second, offsetHours, offsetMinutes, ending] = match
  const at = new Date(`${day}T${hour}:${minute}:${second}${offsetHours}:${offsetMinutes}`)
  const kind = (Object.keys(ENDINGS) as BackupKind[]).find((one) => ENDINGS[one] === ending)
  return kind === undefined || Number.isNaN(at.getTime()) ? null : { at, kind }
}
