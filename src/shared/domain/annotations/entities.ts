import { z } from 'zod'

/** A person, organisation or document that spans of several articles may mean. */
export const EntitySchema = z.object({
  uid: z.string(),
  name: z.string(),
  /** “person”, “organisation”: the user's own words, or nothing. */
  kind: z.string(),
  note: z.string(),
  author: z.string(),
  createdAt: z.string(),
  updatedAt: z.string(),
})
export type Entity = z.infer<typeof EntitySchema>
