import { decodeText } from '../../decode'
import { ImportFailure } from '../../failure'
import type { Input } from '../../readers/reader'
import { readBeside } from '../finding/beside'
import { warning } from '../finding/found-pieces'
import { BadXml, parseXml } from '../finding/xml'
import type { FoundTrouble } from '../found-text'
import { TypeSystem } from './cas'

/** As INCEpTION and cassis call it; some systems tell large letters from small ones. */
const NAMES = ['TypeSystem.xml', 'typesystem.xml']

/** The types that a file has beside it, if any; what keeps them from being read is told with it. */
export async function typeSystemBeside(
  input: Pick<Input, 'path' | 'beside'>,
): Promise<{ readonly types: TypeSystem; readonly troubles: readonly FoundTrouble[] }> {
  for (const name of NAMES) {
    const bytes = await readBeside(input, name)
    if (bytes === null) continue
    try {
      return { types: typeSystemOf(decodeText(bytes).text), troubles: [] }
    } catch (error) {
      if (!(error instanceof BadXml || error instanceof ImportFailure)) throw error
      return { types: new TypeSystem(), troubles: [unread(name, error)] }
    }
  }
  return { types: new TypeSystem(), troubles: [] }
}

function unread(name: string, error: BadXml | ImportFailure): FoundTrouble {
  const why =
    error instanceof BadXml
      ? `${name}:${error.line} is no XML that can be read: ${error.message}.`
      : `${name} could not be read. ${error.message}`
  const message = `${why} Without the types in it, all values are taken as texts. Repair it, or export it again.`
  return warning('', 'bad_type_system', message)
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
