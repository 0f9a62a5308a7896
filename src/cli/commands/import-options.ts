import { encodingName, OFFERED_ENCODINGS } from '../../engine/import/encodings/names'
import { FORMATS, type ImportOptionsGiven } from '../../shared/contract/import-options'
import { COLUMN_ROLES, type ColumnMapping, type ColumnRole } from '../../shared/domain/corpus/column-mapping'
import { OFFSET_UNITS } from '../../shared/domain/text/offset-units'
import { text, UsageError, type Values } from '../command'
import { LABEL_MAP_HELP, LABEL_MAP_OPTIONS, labelMapOption } from '../label-map-option'

const NAMES = ['auto', ...FORMATS] as const
const UNITS = ['auto', ...OFFSET_UNITS] as const
const KINDS = ['annotations', 'suggestions'] as const

/** The options of `dictum import` that say how files are to be read. */
export const READING_OPTIONS = {
  format: { type: 'string' },
  map: { type: 'string' },
  encoding: { type: 'string' },
  'tag-folders': { type: 'boolean' },
  offsets: { type: 'string' },
  as: { type: 'string' },
  annotator: { type: 'string' },
  ...LABEL_MAP_OPTIONS,
} as const

export const READING_HELP: readonly (readonly [string, string])[] = [
  ['--format FORMAT', `${NAMES.join(', ')} (auto: by content, then by name)`],
  ['--map ROLE=COLUMN,…', `what columns hold: ${COLUMN_ROLES.join(', ')}; meta.author is a key in another`],
  ['--encoding NAME', 'of files without a byte order mark (default: detected file by file)'],
  ['--tag-folders', 'the names of folders become tags'],
  ['--offsets UNIT', `what offsets in annotated files count: ${UNITS.join(', ')} (auto: what their words show)`],
  ['--as KIND', `what annotations come in as: ${KINDS.join(', ')}`],
  ['--annotator NAME', 'whose work it is, the annotations too (default: as the files say, else your user name)'],
  ...LABEL_MAP_HELP,
]

/** Throws UsageError for what no file can be read by. */
export function readingOptions(values: Values): ImportOptionsGiven {
  const format = oneOf(values, 'format', NAMES, 'The format')
  const offsets = oneOf(values, 'offsets', UNITS, 'The unit of offsets')
  const as = oneOf(values, 'as', KINDS, 'The kind')
  const map = text(values, 'map')
  const encoding = text(values, 'encoding') ?? 'auto'
  if (encoding !== 'auto' && encodingName(encoding) === null) {
    throw new UsageError(
      `The encoding “${encoding}” is not known. There are: auto, ${OFFERED_ENCODINGS.join(', ')}, and more.`,
    )
  }
  return {
    format,
    encoding,
    mapping: map === undefined ? {} : mappingOf(map),
    tagFolders: values['tag-folders'] === true,
    offsets,
    as,
    annotator: text(values, 'annotator') ?? null,
    labelMap: labelMapOption(values),
  }
}

/** One of a few names, the first where none is given. */
function oneOf<T extends string>(values: Values, option: string, names: readonly T[], what: string): T {
  const given = text(values, option) ?? names[0]
  const name = names.find((known) => known === given)
  if (name !== undefined) return name
  throw new UsageError(`${what} “${given}” is not known. There are: ${names.join(', ')}.`)
}

/** `text=body,title=headline`; a column's name may have commas in it, as roles are few. */
function mappingOf(map: string): ColumnMapping {
  const mapping: Partial<Record<ColumnRole, string>> = {}
  for (const pair of map.split(/,(?=[a-z]+=)/)) {
    const [, name = '', column = ''] = /^([^=]*)=?(.*)$/s.exec(pair) ?? []
    const role = COLUMN_ROLES.find((known) => known === name.trim())
    if (role === undefined || column.trim() === '') {
      throw new UsageError(
        `“${pair}” does not say what a column holds. Write --map text=body,date=day with the roles ${COLUMN_ROLES.join(', ')}.`,
      )
    }
    if (mapping[role] !== undefined) throw new UsageError(`--map names two columns for “${role}”.`)
    mapping[role] = column.trim()
  }
  return mapping
}
