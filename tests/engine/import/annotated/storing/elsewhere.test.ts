import { expect, test } from 'vitest'
import { placeElsewhere } from '../../../../../src/engine/import/annotated/placing/place-annotations'
import type { ElsewhereAnnotations } from '../../../../../src/engine/import/annotated/placing/placed'
import { foundText, quoting, span } from '../support/texts'

const KNOWN = { forced: null, documented: 'codepoint' } as const
const elsewhere = (spans: ElsewhereAnnotations['spans']) =>
  foundText({ uid: 'u', sha256: null, url: null, source: null }, { spans }) as ElsewhereAnnotations

test('annotations are placed in the text that they are of, once it is found', () => {
  const raw = 'Ana 😀 said:\r\n“Taxes\r\nwill fall.”'
  const stored = raw.replaceAll('\r\n', '\n')
  const [own, unified] = [quoting(raw, 'utf16', 'will fall'), quoting(stored, 'utf16', 'will fall')]
  for (const spans of [own, unified]) {
    const { annotations, troubles } = placeElsewhere(elsewhere(spans), stored, true, KNOWN, 'ana')
    expect(troubles).toEqual([])
    expect(annotations.spans[0]).toMatchObject({ annotator: 'ana' })
    expect(stored.slice(...annotations.spans[0]!.parts[0]!)).toBe('will fall')
    expect(annotations.units).toEqual(['utf16'])
  }
})

test('what does not fit it is told', () => {
  const { annotations, troubles } = placeElsewhere(elsewhere([span('x', [[0, 99]])]), 'Ana said', false, KNOWN, null)
  expect(annotations.spans).toEqual([])
  expect(troubles).toMatchObject([{ kind: 'failure', part: ':1', code: 'offset_past_end' }])
})
