import { FolderInput } from 'lucide-react'
import { runCommand } from '../commands/registry'
import { useAppStore } from '../state/app-store'
import { Brand } from '../ui/brand'
import { Button } from '../ui/button'
import { ThemeButton } from './theme-button'
import styles from './welcome.module.css'
import { WelcomeActions } from './welcome-actions'
import { WelcomeRecents } from './welcome-recents'
import { WelcomeSpecimen } from './welcome-specimen'
import { WelcomeSteps } from './welcome-steps'

/** What the window shows while no project is open: something to do within ten seconds. */
export function Welcome() {
  const hasRecents = useAppStore((state) => state.recents.length > 0)
  return (
    <main className={styles.welcome}>
      <div className={styles.corner}>
        <ThemeButton />
      </div>
      <div className={styles.sheet}>
        <div className={styles.intro}>
          <h1 className={styles.title}>
            <Brand size="large" />
          </h1>
          <p className={styles.text}>Mark who said what, and when, in articles. Everything stays on this computer.</p>
          <WelcomeSpecimen />
        </div>
        <div className={styles.columns}>
          <WelcomeActions />
          {hasRecents ? <WelcomeRecents /> : <WelcomeSteps />}
        </div>
        <div className={styles.drop}>
          <FolderInput size={20} strokeWidth={1.75} aria-hidden="true" />
          <span className={styles.hint}>or drop a folder of articles here</span>
          <Button size="small" onPress={() => runCommand('import.folder')}>
            Choose a folder…
          </Button>
        </div>
      </div>
    </main>
  )
}
