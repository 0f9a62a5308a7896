import { BookOpenText, FilePlus2, FolderOpen, type LucideIcon } from 'lucide-react'
import { Button } from 'react-aria-components'
import { keysOf, runCommand, type WindowCommandId } from '../commands/registry'
import { Kbd } from '../ui/kbd'
import styles from './welcome-actions.module.css'

interface Action {
  readonly command: WindowCommandId
  readonly icon: LucideIcon
  readonly title: string
  readonly text: string
}

const ACTIONS: readonly Action[] = [
  {
    command: 'project.openSample',
    icon: BookOpenText,
    title: 'Open the sample project',
    text: 'Articles in Romanian and English, some already marked.',
  },
  {
    command: 'project.new',
    icon: FilePlus2,
    title: 'New project…',
    text: 'One file on your disk that holds everything.',
  },
  { command: 'project.open', icon: FolderOpen, title: 'Open…', text: 'A .dictum file that you already have.' },
]

/** The three ways to begin. */
export function WelcomeActions() {
  return (
    <div className={styles.actions}>
      {ACTIONS.map(({ command, icon: Icon, title, text }) => {
        const keys = keysOf(command)
        return (
          <Button key={command} className={styles.action} onPress={() => runCommand(command)}>
            <span className={styles.icon}>
              <Icon size={20} strokeWidth={1.75} aria-hidden="true" />
            </span>
            <span className={styles.words}>
              <span className={styles.title}>{title}</span>
              <span className={styles.text}>{text}</span>
            </span>
            {keys !== undefined && <Kbd keys={keys} isDecorative />}
          </Button>
        )
      })}
    </div>
  )
}
