import { useEffect, useState } from 'react'
import { reportFailure } from '../state/app-store'
import { askEngine } from '../state/engine'

export type ExtraCounts = readonly { readonly name: string; readonly articles: number }[]

/** The values of a key of metadata, the commonest first. */
export function useExtraValues(key: string): ExtraCounts {
  const [values, setValues] = useState<ExtraCounts>([])
  useEffect(() => {
    let isLate = false
    askEngine('search.extraValues', { key }).then((answer) => {
      if (!isLate) setValues(answer)
    }, reportFailure)
    return () => {
      isLate = true
    }
  }, [key])
  return values
}
