import { useEffect, useState } from 'react'
import type { LabelSetPreview } from '../../shared/contract/label-sets'
import type { LabelSetEdit } from '../../shared/domain/label-set/label-set-edit'
import { DictumError } from '../../shared/domain/result'
import { askEngine } from '../state/engine'

interface Shown {
  readonly preview: LabelSetPreview | null
  /** Why the edit cannot be done. */
  readonly problem: string | null
}

const NOTHING: Shown = { preview: null, problem: null }

/** What an edit would do, while it is being put together; a slower, older answer never replaces a newer one. */
export function usePreview(edit: LabelSetEdit | null): Shown {
  const [shown, setShown] = useState(NOTHING)
  const key = JSON.stringify(edit)
  useEffect(() => {
    const asked = JSON.parse(key) as LabelSetEdit | null
    if (asked === null) {
      setShown(NOTHING)
      return
    }
    let isCurrent = true
    askEngine('labelset.preview', { edit: asked }).then(
      (preview) => isCurrent && setShown({ preview, problem: null }),
      (error: unknown) => {
        if (!(error instanceof DictumError)) throw error
        if (isCurrent) setShown({ preview: null, problem: error.message })
      },
    )
    return () => {
      isCurrent = false
    }
  }, [key])
  return shown
}
