import { decodeText } from '../../decode'
import { ImportFailure } from '../../failure'
import type { Input } from '../../readers/reader'
import { readBeside } from '../finding/beside'
import { BadXml, parseXml } from '../finding/xml'
import { TypeSystem } from './cas'

/** As INCEpTION and cassis call it; some systems tell large letters from small ones. */
const NAMES = ['TypeSystem.xml', 'typesystem.xml']

/** The type system beside a file; null without one, or where it cannot be read. */
export async function typeSystemBeside(input: Input): Promise<TypeSystem | null> {
  const bytes = (await readBeside(input, NAMES[0]!)) ?? (await readBeside(input, NAMES[1]!))
  if (bytes === null) return null
  try {
    return typeSystemOf(decodeText(bytes).text)
  } catch (error) {
    if (error instanceof BadXml || error instanceof ImportFailure) return null
    throw error
  }
}

/** Throws {@link BadXml}. Type systems that it imports are not followed. */
export function typeSystemOf(xml: string): TypeSystem {
  const types = new TypeSystem()
  const path: string[] = []
  let said: Record<string, string> = {}
  let type = ''
  let text = ''
  parseXml(xml, {
    open: ({ name }) => {
      path.push(name)
      text = ''
      if (name === 'typeDescription' || name === 'featureDescription') said = {}
    },
    text: (more) => {
      text += more
    },
    close: () => {
      const name = path.pop()!
      const within = path.at(-1)
      if (within === 'typeDescription' || within === 'featureDescription') said[name] = text.trim()
      if (within === 'typeDescription' && name === 'supertypeName') {
        type = said.name ?? ''
        types.addType(type, said.supertypeName ?? '')
      }
      if (name === 'featureDescription') {
        const isShared = said.multipleReferencesAllowed === 'true'
        types.addFeature(type, said.name ?? '', `${said.rangeTypeName ?? ''}${isShared ? SHARED : ''}`)
      }
      text = ''
    },
  })
  return types
}

/** Follows the range of a list that stands apart, so that others may mean it too. */
export const SHARED = ' shared'
