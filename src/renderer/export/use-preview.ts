import { useEffect, useState } from 'react'
import type { ExportOptions, ExportPreview } from '../../shared/contract/export-methods'
import { DictumError } from '../../shared/domain/result'
import { askEngine } from '../state/engine'

/** Time for a person to choose the next thing, too. Milliseconds. */
const PAUSE_MS = 150

export interface Preview {
  readonly preview: ExportPreview | null
  /** Why these options cannot be exported. */
  readonly problem: string | null
}

/** The first records as they would be written, a moment after the last choice. The old ones stay until then. */
export function usePreview(options: ExportOptions): Preview {
  const [shown, setShown] = useState<Preview>({ preview: null, problem: null })
  useEffect(() => {
    let gone = false
    const timer = setTimeout(async () => {
      try {
        const preview = await askEngine('export.preview', options)
        if (!gone) setShown({ preview, problem: null })
      } catch (error) {
        if (!(error instanceof DictumError)) throw error
        if (!gone) setShown({ preview: null, problem: error.message })
      }
    }, PAUSE_MS)
    return () => {
      gone = true
      clearTimeout(timer)
    }
  }, [options])
  return shown
}
