import { useEffect, useState } from 'react'
import type { DayPace } from '../../shared/contract/project'
import { reportFailure, useAppStore } from '../state/app-store'
import { askEngine } from '../state/engine'

/** The last days' work, today last; asked for again after each gesture, when the window has nothing else to do. */
export function usePace(): readonly DayPace[] {
  const [days, setDays] = useState<readonly DayPace[]>([])
  // each gesture brings a new one
  const undo = useAppStore((state) => state.project?.undo)
  const annotator = useAppStore((state) => state.settings?.annotator)
  useEffect(() => {
    if (undo === undefined || annotator === undefined) return
    let overtaken = false
    const request = requestIdleCallback(() => {
      askEngine('project.pace', {}).then((found) => overtaken || setDays(found), reportFailure)
    })
    return () => {
      overtaken = true
      cancelIdleCallback(request)
    }
  }, [undo, annotator])
  return days
}
