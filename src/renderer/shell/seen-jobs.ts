import { create } from 'zustand'

/** Jobs whose end the user has seen, in their dialog or in the footer. */
const useSeenJobs = create<{ readonly ids: ReadonlySet<string> }>()(() => ({ ids: new Set() }))

export const useSeenJobIds = (): ReadonlySet<string> => useSeenJobs((state) => state.ids)

export const markJobSeen = (jobId: string): void =>
  useSeenJobs.setState(({ ids }) => (ids.has(jobId) ? {} : { ids: new Set(ids).add(jobId) }))
