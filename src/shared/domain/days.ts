import { z } from 'zod'

/** A calendar day, `YYYY-MM-DD`. */
export const DaySchema = z.iso.date()
