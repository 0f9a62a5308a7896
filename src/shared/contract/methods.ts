import type { z } from 'zod'

/** One request of a contract: what goes in and what comes back, both checked. */
export interface MethodSchema {
  readonly params: z.ZodType
  readonly reply: z.ZodType
}

export type MethodTable = Readonly<Record<string, MethodSchema>>

export type MethodName<T extends MethodTable> = Extract<keyof T, string>
/** What a caller passes: fields with defaults may be left out. */
export type Params<T extends MethodTable, M extends MethodName<T>> = z.input<T[M]['params']>
/** What a handler receives: parsed, defaults filled in. */
export type ParsedParams<T extends MethodTable, M extends MethodName<T>> = z.output<T[M]['params']>
export type Reply<T extends MethodTable, M extends MethodName<T>> = z.output<T[M]['reply']>

export const isMethod = <T extends MethodTable>(table: T, name: string): name is MethodName<T> =>
  Object.hasOwn(table, name)
