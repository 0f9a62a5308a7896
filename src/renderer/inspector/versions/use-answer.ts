import { useEffect, useState } from 'react'
import { reportFailure } from '../../state/app-store'

/** What a question is answered with, asked again whenever `key` changes; null until the first answer. */
export function useAnswer<T>(ask: () => Promise<T>, key: unknown): T | null {
  const [answer, setAnswer] = useState<T | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says when to ask
  useEffect(() => {
    let isLate = false
    ask().then((value) => {
      if (!isLate) setAnswer(value)
    }, reportFailure)
    return () => {
      isLate = true
    }
  }, [key])
  return answer
}
