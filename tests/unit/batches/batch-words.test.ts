import { expect, test } from 'vitest'
import { countWords } from '../../../src/renderer/batches/batch-words'
import type { BatchRow } from '../../../src/shared/contract/batch-methods'

test('what did not come in of an import may be a file, or an annotation in one', () => {
  const counts = { articles: 7, imported: 7, annotated: 7, done: 0, inTrash: 0, duplicates: 0, changed: 0 }
  const batch = { ...counts, failed: 2, warnings: 1, undoneAt: null } as BatchRow
  expect(countWords(batch)).toBe('7 articles · 7 annotated · 1 warning · 2 not imported')
})
