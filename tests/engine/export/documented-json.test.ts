import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { doccanoReader } from '../../../src/engine/import/annotated/doccano'
import { parseXml } from '../../../src/engine/import/annotated/finding/xml'
import { labelStudioReader } from '../../../src/engine/import/annotated/label-studio'
import { prodigyReader } from '../../../src/engine/import/annotated/prodigy'
import { cameIn } from '../import/annotated/support/found-in'

/** The examples in a section of the docs. */
function examples(heading: string, language: string): string[] {
  const docs = readFileSync('docs/formats.md', 'utf8')
  const section = docs.slice(docs.indexOf(`## ${heading}`)).split(/\n(?=## )/)[0]!
  return Array.from(
    section.matchAll(new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``, 'g')),
    ([, example]) => example!,
  )
}

test.each([
  ['Prodigy / spaCy JSONL', prodigyReader, 1],
  ['doccano JSONL', doccanoReader, 2],
  ['Label Studio JSON', labelStudioReader, 1],
] as const)('the examples of %s can be read, each span at its words', async (heading, reader, count) => {
  const shown = examples(heading, 'json')
  expect(shown).toHaveLength(count)
  for (const [n, example] of shown.entries()) {
    const { articles, told } = await cameIn(reader, JSON.stringify(JSON.parse(example)))
    expect(told).toEqual([])
    expect(articles).toMatchObject([
      {
        text: '😀 “Taxes will fall,” Ana Ruiz said.',
        spans: ['CLAIM Taxes will fall', 'SPEAKER Ana Ruiz'],
        relations: count === 2 && n === 0 ? [] : ['Taxes will fall said_by Ana Ruiz'],
      },
    ])
  }
})

test('the example of a configuration is XML', () => {
  const names: string[] = []
  parseXml(examples('Label Studio JSON', 'xml')[0]!, { open: ({ name }) => names.push(name) })
  expect(names).toEqual(expect.arrayContaining(['Labels', 'Text', 'Relations', 'Choices']))
})
