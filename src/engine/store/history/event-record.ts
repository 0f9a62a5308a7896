export interface EventRecord {
  id: number
  at: string
  author: string
  kind: string
  article_id: number | null
  summary: string
  ops: string
  inverse: string
  undoes: number | null
  redoes: number | null
  undo_top: number | null
  redo_top: number | null
  below: number | null
}
