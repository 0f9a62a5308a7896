import { FileText, FileWarning, X } from 'lucide-react'
import { Button } from 'react-aria-components'
import type { RecentProject } from '../../shared/contract/app-methods'
import { openRecent, removeRecent } from '../state/app-actions'
import { useAppStore } from '../state/app-store'
import { classNames } from '../ui/class-names'
import { formatDay } from '../ui/format'
import { IconButton } from '../ui/icon-button'
import styles from './welcome-recents.module.css'

const folderOf = (path: string): string => path.replace(/[\\/][^\\/]*$/u, '')

/** An instant as its day where the user is. */
function dayOf(instant: string): string {
  const at = new Date(instant)
  if (Number.isNaN(at.getTime())) return ''
  const two = (part: number) => String(part).padStart(2, '0')
  return formatDay(`${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`)
}

function RecentItem({ recent }: { readonly recent: RecentProject }) {
  const { path, name, exists, openedAt } = recent
  const Icon = exists ? FileText : FileWarning
  return (
    <li className={classNames(styles.item, !exists && styles.missing)}>
      <Button className={styles.open} isDisabled={!exists} onPress={() => void openRecent(path)}>
        <Icon className={styles.kind} size={16} strokeWidth={1.75} aria-hidden="true" />
        <span className={styles.words}>
          <span className={styles.name}>{name}</span>
          <span className={styles.path}>{exists ? folderOf(path) : `Missing: ${path}`}</span>
        </span>
        {exists && <span className={styles.day}>{dayOf(openedAt)}</span>}
      </Button>
      <IconButton
        icon={X}
        size="small"
        placement="left"
        label={`Remove ${name} from this list`}
        onPress={() => void removeRecent(path)}
      />
    </li>
  )
}

/** The projects opened lately, the latest first; those whose file is gone say so and can be taken off. */
export function WelcomeRecents() {
  const recents = useAppStore((state) => state.recents)
  return (
    <section className={styles.recents} aria-labelledby="recents-title">
      <h2 id="recents-title" className={styles.title}>
        Recent projects
      </h2>
      <ul className={styles.list}>
        {recents.map((recent) => (
          <RecentItem key={recent.path} recent={recent} />
        ))}
      </ul>
    </section>
  )
}
