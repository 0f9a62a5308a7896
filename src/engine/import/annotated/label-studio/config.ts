import { parse } from 'node:path'
import type { Input } from '../../readers/reader'
import { readBeside } from '../finding/beside'
import { BadXml, parseXml } from '../finding/xml'

/**
 * The controls that take several choices, by the labelling configuration that lies beside an export as `NAME.config.xml`: only it
 * tells one choice from a list with one choice in it.
 */
export async function multipleChoices(input: Pick<Input, 'path' | 'name'>): Promise<ReadonlySet<string>> {
  const names = new Set<string>()
  const bytes = await readBeside(input, `${parse(input.name).name}.config.xml`)
  if (bytes === null) return names
  try {
    parseXml(Buffer.from(bytes).toString('utf8'), {
      open: ({ name, attributes }) => {
        const said = new Map(attributes.map((one) => [one.name, one.value]))
        if (name === 'Choices' && said.get('choice') === 'multiple') names.add(said.get('name') ?? '')
      },
    })
  } catch (error) {
    // it only helps to understand the tasks
    if (!(error instanceof BadXml)) throw error
  }
  return names
}
