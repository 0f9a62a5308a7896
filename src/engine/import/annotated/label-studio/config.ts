import { parse } from 'node:path'
import type { Input } from '../../readers/reader'
import { readBeside } from '../finding/beside'
import { warning } from '../finding/found-pieces'
import { BadXml, parseXml } from '../finding/xml'
import type { FoundTrouble } from '../found-text'

export interface KnownControls {
  /** Those that take several choices. */
  readonly multiple: ReadonlySet<string>
  readonly troubles: readonly FoundTrouble[]
}

/**
 * What is known of the controls by the labelling configuration that lies beside an export as `NAME.config.xml`: only it tells one
 * choice from a list with one choice in it.
 */
export async function controlsBeside(input: Pick<Input, 'path' | 'name' | 'beside'>): Promise<KnownControls> {
  const multiple = new Set<string>()
  const config = `${parse(input.name).name}.config.xml`
  const bytes = await readBeside(input, config)
  if (bytes === null) return { multiple, troubles: [] }
  try {
    parseXml(Buffer.from(bytes).toString('utf8'), {
      open: ({ name, attributes }) => {
        const said = new Map(attributes.map((one) => [one.name, one.value]))
        if (name === 'Choices' && said.get('choice') === 'multiple') multiple.add(said.get('name') ?? '')
      },
    })
    return { multiple, troubles: [] }
  } catch (error) {
    if (!(error instanceof BadXml)) throw error
    // it only helps to understand the tasks
    const why = `${config}:${error.line} is no XML that can be read: ${error.message}.`
    const message = `${why} A list of one choice was taken for that choice. Repair it, and import the tasks again.`
    return { multiple, troubles: [warning('', 'bad_xml', message)] }
  }
}
