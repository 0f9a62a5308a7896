import { FileClock, FileWarning } from 'lucide-react'
import { ListBox, ListBoxItem } from 'react-aria-components'
import type { Backup, Contents } from '../../shared/contract/backups'
import { momentText } from '../inspector/words/moment-text'
import styles from './backup-choice.module.css'
import { contentsText, KIND_WORDS, sinceText, sizeText } from './backup-words'

interface BackupChoiceProps {
  readonly backups: readonly Backup[]
  /** What the project holds now; null where it cannot be opened. */
  readonly present: Contents | null
  readonly chosen: string | null
  onChoose(name: string): void
}

export const isUsable = ({ contents, kind }: Backup): boolean => contents !== null && kind !== 'damaged'

/** One of several backups, the newest first. */
export function BackupChoice({ backups, present, chosen, onChoose }: BackupChoiceProps) {
  return (
    <ListBox
      className={styles.list}
      aria-label="Backups"
      autoFocus
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={chosen === null ? [] : [chosen]}
      disabledKeys={backups.filter((backup) => !isUsable(backup)).map(({ name }) => name)}
      onSelectionChange={(keys) => {
        const [name] = keys === 'all' ? [] : [...keys]
        if (name !== undefined) onChoose(String(name))
      }}
      items={backups.map((backup) => ({ ...backup, id: backup.name }))}
    >
      {(backup) => {
        const Icon = isUsable(backup) ? FileClock : FileWarning
        return (
          <ListBoxItem className={styles.item} textValue={momentText(backup.at)}>
            <Icon className={styles.icon} size={16} strokeWidth={1.75} aria-hidden="true" />
            <span className={styles.words}>
              <span className={styles.when}>{momentText(backup.at)}</span>
              <span className={styles.what}>{whatText(backup, present)}</span>
            </span>
            <span className={styles.size}>{sizeText(backup.bytes)}</span>
          </ListBoxItem>
        )
      }}
    </ListBox>
  )
}

function whatText(backup: Backup, present: Contents | null): string {
  const parts = [`${KIND_WORDS[backup.kind]}.`]
  if (backup.contents === null) {
    if (backup.kind !== 'damaged') parts.push('It is damaged and cannot be restored.')
  } else {
    parts.push(`${contentsText(backup.contents)}.`)
    if (present !== null) parts.push(sinceText(backup.contents, present))
  }
  return parts.join(' ')
}
