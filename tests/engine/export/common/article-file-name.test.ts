import { expect, test } from 'vitest'
import { articleFileName } from '../../../../src/engine/export/common/article-file-name'

const UID = '0193a1b2-c3d4-7e5f-8a9b-0123456789AB'

test.each([
  ['Taxes will fall', 'taxes-will-fall-0123456789ab'],
  ['Știri: „Primăria” și  țara!', 'stiri-primaria-si-tara-0123456789ab'],
  ['../../etc/passwd', 'etc-passwd-0123456789ab'],
  ['CON', 'con-0123456789ab'],
  ['ＦＵＬＬ ﬁ', 'full-fi-0123456789ab'],
  ['Новости', '0123456789ab'],
  ['', '0123456789ab'],
  ['a'.repeat(200), `${'a'.repeat(60)}-0123456789ab`],
  [`${'a'.repeat(59)} b`, `${'a'.repeat(59)}-0123456789ab`],
])('“%s” is called %s', (title, name) => {
  expect(articleFileName({ title, uid: UID })).toBe(name)
})

test('ids of other programs give names as well, each its own', () => {
  const [one, other] = ['doc/1', 'doc/2'].map((uid) => articleFileName({ title: 'Doc', uid }))
  expect(one).toMatch(/^doc-[0-9a-f]{12}$/)
  expect(one).not.toBe(other)
})
