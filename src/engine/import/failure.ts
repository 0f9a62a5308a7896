import type { IMPORT_FAILURES } from '../../shared/contract/jobs'

export type ImportFailureCode = (typeof IMPORT_FAILURES)[number]

/** Why one file was not imported. `message` is a sentence for the report. */
export class ImportFailure extends Error {
  readonly code: ImportFailureCode

  constructor(code: ImportFailureCode, message: string) {
    super(message)
    this.name = 'ImportFailure'
    this.code = code
  }
}
