/** Every way in which a request can fail, as the window and the command line tell them apart. */
export const ERROR_CODES = [
  'bad_request',
  'no_project',
  'not_found',
  'not_a_project',
  'project_damaged',
  'project_newer',
  'project_read_only',
  'project_exists',
  'project_busy',
  'disk_full',
  'io',
  'rule_broken',
  'offset_mismatch',
  'nothing_to_undo',
  'cancelled',
  'engine_gone',
  'internal',
] as const

export type ErrorCode = (typeof ERROR_CODES)[number]

/** A failure as data. `message` is a sentence for the user that says what to do; `detail` is for the log. */
export interface AppError {
  readonly code: ErrorCode
  readonly message: string
  readonly detail?: string | undefined
}

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: AppError }

export const ok = <T>(value: T): Result<T> => ({ ok: true, value })

export const fail = (code: ErrorCode, message: string, detail?: string): Result<never> => ({
  ok: false,
  error: detail === undefined ? { code, message } : { code, message, detail },
})

/** An expected failure on its way to a process boundary, where it becomes an {@link AppError}. */
export class DictumError extends Error {
  readonly code: ErrorCode
  readonly detail: string | undefined

  constructor(code: ErrorCode, message: string, detail?: string) {
    super(message)
    this.name = 'DictumError'
    this.code = code
    this.detail = detail
  }

  toAppError(): AppError {
    return this.detail === undefined
      ? { code: this.code, message: this.message }
      : { code: this.code, message: this.message, detail: this.detail }
  }
}

/** The value of what went well. Throws the failure as a {@link DictumError}. */
export function unwrap<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw new DictumError(result.error.code, result.error.message, result.error.detail)
}
