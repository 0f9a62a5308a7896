import { open } from 'node:fs/promises'
import type { ImportOptions } from '../../shared/contract/import-options'
import { TEXTS_SUFFIX } from '../../shared/domain/conll'

/** The configuration of a brat folder, by whatever is before it: read, if at all, with the texts beside it. */
const CONFIGURATION = /(?:^|[-_. ])(?:annotation|visual|tools|kb_shortcuts)\.conf$/i

/** The types of UIMA’s files beside it. */
const TYPES = /^typesystem\.xml$/i

/** Label Studio’s, which says what the controls of its tasks are. */
const LABELLING = /\.config\.xml$/i

/** Whether a file that is no file to import of its own belongs to some that are, so that nobody misses it in the report. */
export const isPartOfOthers = (name: string, format: ImportOptions['format']): boolean =>
  CONFIGURATION.test(name) ||
  TYPES.test(name) ||
  LABELLING.test(name) ||
  (format === 'brat' && /\.txt$/i.test(name)) ||
  (format === 'conll' && name.endsWith(`.${TEXTS_SUFFIX}`))

/**
 * Whether a file in a folder is read as part of another that lies beside it, and so is no file to import of its own;
 * `isThere` tells whether one of that name is among those to import.
 */
export function isCompanion(name: string, isThere: (name: string) => boolean): boolean {
  const text = /^(.*)\.txt$/i.exec(name)
  if (text !== null) return isThere(`${text[1]}.ann`)
  if (!name.endsWith(`.${TEXTS_SUFFIX}`)) return false
  return isThere(`${name.slice(0, -TEXTS_SUFFIX.length - 1)}.conll`)
}

const TEXTS_FOLDER = '.texts'
/** How a list of annotations of our own begins. */
const OUR_ANNOTATIONS = /^\[\s*\{"@context":"http:\/\/www\.w3\.org\/ns\/anno\.jsonld","id":"#1","type":"Annotation"/

/** Whether a folder holds the texts of the Web Annotations beside it: `a.texts` those of `a.json`, if that is one of ours. */
export async function areTextsOfAnnotations(folder: string): Promise<boolean> {
  if (!folder.endsWith(TEXTS_FOLDER)) return false
  const file = await open(`${folder.slice(0, -TEXTS_FOLDER.length)}.json`).catch(() => null)
  if (file === null) return false
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(200), 0, 200, 0)
    return areOurAnnotations(buffer.subarray(0, bytesRead))
  } finally {
    await file.close()
  }
}

/** Whether a file begins as a list of annotations of our own does. */
export const areOurAnnotations = (head: Uint8Array): boolean =>
  OUR_ANNOTATIONS.test(Buffer.from(head).toString('latin1'))
