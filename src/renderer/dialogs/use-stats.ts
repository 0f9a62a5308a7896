import { useEffect, useState } from 'react'
import type { Stats } from '../../shared/contract/project'
import { reportFailure } from '../state/app-store'
import { askEngine } from '../state/engine'

/** The project's counts as they are when a dialog opens; null until they have come. */
export function useStats(): Stats | null {
  const [stats, setStats] = useState<Stats | null>(null)
  useEffect(() => {
    let gone = false
    askEngine('project.stats', {}).then((reply) => {
      if (!gone) setStats(reply)
    }, reportFailure)
    return () => {
      gone = true
    }
  }, [])
  return stats
}
