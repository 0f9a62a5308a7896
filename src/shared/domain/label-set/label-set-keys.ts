import type { LabelSet } from './label-set'
import { titleOf } from './label-set-words'

/** A letter that something else than labels answers to. */
export interface TakenKey {
  readonly key: string
  /** “Flag article” */
  readonly title: string
}

/** A label's letter that is not its own. */
export interface KeyFinding {
  readonly labelId: string
  readonly key: string
  readonly with: 'label' | 'command'
  readonly message: string
}

/** Digits reach the first nine labels that are on. */
export const digitOf = (set: LabelSet, labelId: string): number | null => {
  const index = set.labels.filter(({ enabled }) => enabled).findIndex(({ id }) => id === labelId)
  return index >= 0 && index < 9 ? index + 1 : null
}

/** Where two labels share a letter (the first one gets it), and where a label takes it from a command. */
export function keyFindings(set: LabelSet, commands: readonly TakenKey[]): KeyFinding[] {
  const findings: KeyFinding[] = []
  for (const label of set.labels) {
    const { key } = label
    if (key === null) continue
    const other = set.labels.find((one) => one.key === key && one.id !== label.id)
    if (other !== undefined) {
      const message = `${titleOf(other)} has the key ${key.toUpperCase()} too: the first of them that is on gets it.`
      findings.push({ labelId: label.id, key, with: 'label', message })
    }
    const command = commands.find((one) => one.key === key)
    if (command !== undefined) {
      const message = `The key ${key.toUpperCase()} is that of “${command.title}”, which the label takes it from.`
      findings.push({ labelId: label.id, key, with: 'command', message })
    }
  }
  return findings
}
