import { create } from 'zustand'

/** What an edit of the label set is doing now, in words; null while there is none. */
export const useLabelSetWork = create<{ readonly doing: string | null }>()(() => ({ doing: null }))

/** Says what is being done for as long as it is: over a large corpus an edit takes seconds. */
export async function saying<T>(doing: string, work: Promise<T>): Promise<T> {
  useLabelSetWork.setState({ doing })
  try {
    return await work
  } finally {
    useLabelSetWork.setState({ doing: null })
  }
}
