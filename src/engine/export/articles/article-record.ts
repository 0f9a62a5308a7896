import type { AttributeValues } from '../../../shared/domain/annotations/annotations'
import type { ExtraValue } from '../../../shared/domain/corpus/found-metadata'

/** One article as exporters read it. */
export interface ArticleRecord {
  readonly articleId: number
  readonly uid: string
  readonly title: string
  readonly publishedOn: string | null
  readonly lang: string | null
  readonly source: string
  readonly sha256: string
  readonly status: string
  readonly note: string
  /** The values of document fields, by id. */
  readonly fields: AttributeValues
  readonly text: string
  /** What its file says beside the rest; null where no article of the project has any of it. */
  readonly said: SaidByFile | null
}

export interface SaidByFile {
  readonly url: string | null
  readonly tags: readonly string[]
  readonly extra: Readonly<Record<string, ExtraValue>>
}

export interface ExportedEntity {
  readonly uid: string
  readonly name: string
  readonly kind: string
}
