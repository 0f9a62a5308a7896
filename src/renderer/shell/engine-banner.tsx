import { TriangleAlert } from 'lucide-react'
import { useEffect, useState } from 'react'
import { restartEngine } from '../state/app-actions'
import { useAppStore } from '../state/app-store'
import { Button } from '../ui/button'
import { Spinner } from '../ui/spinner'
import styles from './engine-banner.module.css'

/** A restart by itself takes well under a second; after this the user may try. */
const PATIENCE_MS = 3000

/** Says that the engine stopped, until it is back. */
export function EngineBanner() {
  const away = useAppStore((state) => state.engineState !== 'ready' && state.project !== null)
  const gone = useAppStore((state) => state.engineState === 'gone')
  const [long, setLong] = useState(false)
  useEffect(() => {
    setLong(false)
    if (!away) return
    const timer = setTimeout(() => setLong(true), PATIENCE_MS)
    return () => clearTimeout(timer)
  }, [away])
  return (
    <div className={styles.place} role="alert">
      {away && (
        <div className={styles.banner}>
          {gone && long ? (
            <TriangleAlert size={16} strokeWidth={1.75} aria-hidden="true" />
          ) : (
            <Spinner label="Restarting" />
          )}
          <span>
            {gone && long ? 'The engine stopped and did not come back.' : 'The engine stopped. Restarting…'} Nothing
            that was saved is lost.
          </span>
          {long && (
            <Button size="small" onPress={() => void restartEngine()}>
              Restart
            </Button>
          )}
        </div>
      )}
    </div>
  )
}
