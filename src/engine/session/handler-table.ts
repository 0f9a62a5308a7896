import type { MethodName, MethodTable, ParsedParams, Reply } from '../../shared/contract/methods'

/** One function a method: parsed parameters in, the reply out; throws what becomes the failure. */
export type Handlers<T extends MethodTable> = {
  readonly [M in MethodName<T>]: (params: ParsedParams<T, M>) => Reply<T, M> | Promise<Reply<T, M>>
}
