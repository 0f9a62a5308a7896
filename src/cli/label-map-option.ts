import {
  type LabelMap,
  LabelMapSchema,
  mergeLabelMaps,
  NO_LABEL_MAP,
  readShortMap,
} from '../shared/domain/label-set/label-map'
import { nearest } from '../shared/domain/text/nearest'
import { text, UsageError, type Values } from './command'
import { readTextFile } from './read-text-file'

export const LABEL_MAP_OPTIONS = { 'label-map': { type: 'string' }, 'map-labels': { type: 'string' } } as const

export const LABEL_MAP_HELP: readonly (readonly [string, string])[] = [
  ['--label-map FILE', 'what names in annotated files become, as JSON (see docs/imports.md); kept for the next import'],
  ['--map-labels A=B,C=-', 'the same for labels and relation types, in short; - leaves out'],
]

/** What the short option says goes before the file. Throws UsageError. */
export function labelMapOption(values: Values): LabelMap {
  const path = text(values, 'label-map')
  const short = text(values, 'map-labels')
  const ofFile = path === undefined ? NO_LABEL_MAP : fromJson(path)
  if (short === undefined) return ofFile
  const read = readShortMap(short)
  if ('map' in read) return mergeLabelMaps(ofFile, read.map)
  throw new UsageError(
    `“${read.wrong}” does not say what a label becomes, or says it a second time. Write --map-labels PER=SPEAKER,MISC=- instead.`,
  )
}

function fromJson(path: string): LabelMap {
  const read = LabelMapSchema.safeParse(parsed(path))
  if (read.success) return read.data
  const [issue] = read.error.issues
  const at = issue === undefined || issue.path.length === 0 ? '' : ` at ${issue.path.map(String).join(' › ')}`
  const unknown = issue?.code === 'unrecognized_keys' ? notKnown(issue.keys) : ''
  throw new UsageError(
    `${path} is no map of labels${at}.${unknown} It looks like {"labels":{"PER":"SPEAKER","MISC":null},"relations":{},"attributes":{},"fields":{}}.`,
  )
}

const KEYS = [...Object.keys(NO_LABEL_MAP), 'to', 'options', 'new']

function notKnown(keys: readonly string[]): string {
  return keys
    .map((key) => {
      const meant = nearest(key, KEYS)
      return ` “${key}” is not known there${meant === null ? '.' : `; is “${meant}” meant?`}`
    })
    .join('')
}

function parsed(path: string): unknown {
  try {
    // an editor may have put a byte order mark before it
    return JSON.parse(readTextFile(path).replace(/^\uFEFF/, ''))
  } catch (error) {
    if (error instanceof SyntaxError) throw new UsageError(`${path} is no JSON: ${error.message}.`)
    throw error
  }
}
