import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AnnotatedReader } from '../../../../src/engine/import/annotated/annotated-reader'
import { bratReader } from '../../../../src/engine/import/annotated/brat'
import { conllReader } from '../../../../src/engine/import/annotated/conll'
import { webannoTsvReader } from '../../../../src/engine/import/annotated/webanno-tsv'
import { putFiles, readFound } from '../../export/support/written-and-read'
import { tempFolder } from '../../support/temp-folder'

const SEED = Number(process.env.DICTUM_SEED ?? 5)
const NUMBERS = ['0', '1', '3', '9', '-1', '999', '1-1', '1-2', '1-1.1', '0-3', '4-7', '3-0', '1-1[1_2]', '[1]', 'x[2]']
const SIGNS = ['\t', '\t', '\t', ' ', ';', '|', '*', '_', '\\', ':', '->', '1-1', '->1-2', '=', '[', ']']

/** Lines that begin as those of a format and go on with anything. */
const anyLines = (beginnings: readonly string[]) =>
  fc
    .array(
      fc.tuple(
        fc.constantFrom(...beginnings),
        fc.array(fc.constantFrom(...NUMBERS, ...SIGNS, 'A', 'Taxes', 'T1', 'R1', 'E1', 'B-X', 'O', '😀'), {
          maxLength: 8,
        }),
      ),
      { maxLength: 12 },
    )
    .map((lines) => lines.map(([beginning, rest]) => beginning + rest.join('')).join('\n'))

const CASES: readonly (readonly [string, AnnotatedReader, string, readonly string[]])[] = [
  [
    'brat',
    bratReader,
    '.ann',
    [
      'T1\tA 0 5\t',
      'T2\t',
      'T1\tA ',
      'E1\tA:',
      'R1\tx Arg1:',
      'A1\t',
      'N1\tReference T1 ',
      '#1\tParts T1\t',
      '*\tx ',
      '',
    ],
  ],
  ['conll', conllReader, '.conll', ['a\tO', 'b\tB-X', 'c I-Y', '-DOCSTART-', '# text = ', '1\t', '2\t', '', '#', '\t']],
  [
    'webanno-tsv',
    webannoTsvReader,
    '.tsv',
    [
      '#T_SP=a.B|label|parts',
      '#T_RL=a.R|label|BT_a.B',
      '#T_CH=a.L|referenceType|referenceRelation',
      '#T_SP=a.H|ROLE_a.H:l_a.L|a.B',
      '#Text=Taxes 😀',
      '#Text=',
      '1-1\t0-5\tTaxes\t',
      '1-2\t6-8\t😀\t',
      '',
      '#',
    ],
  ],
]

test.each(CASES)('%s: whatever stands in a file, the import goes on', async (_, reader, end, beginnings) => {
  const folder = tempFolder()
  await fc.assert(
    fc.asyncProperty(anyLines(beginnings), async (lines) => {
      const head = end === '.tsv' ? '#FORMAT=WebAnno TSV 3.3\n' : ''
      putFiles(folder, { [`a${end}`]: head + lines, 'a.txt': '😀 Taxes\n\nwill fall' })
      // what is no reason that is told would be thrown
      const { texts } = await readFound(reader, join(folder, `a${end}`))
      for (const { spans, relations } of texts) {
        const ids = new Set(spans.map(({ id }) => id))
        if (reader !== bratReader) for (const { from, to } of relations) expect(ids.has(from) && ids.has(to)).toBe(true)
      }
    }),
    { seed: SEED, numRuns: 400 },
  )
})
