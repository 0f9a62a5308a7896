import {
  DEFAULT_MARKING,
  DEFAULT_READING,
  LINE_LENGTHS,
  LINE_SPACINGS,
  type Marking,
  READING_FONTS,
  type Reading,
} from '../../shared/domain/settings'
import { setMarking, setReading } from '../state/app-actions'
import { useAppStore } from '../state/app-store'

/** Settings that the palette offers; a key can be given to each. */
export const SETTING_COMMANDS = {
  'marking.snapToWords': 'Mark whole words: on or off',
  'marking.trimEdges': 'Trim the edges of a mark: on or off',
  'reading.font.serif': 'Article text: serif',
  'reading.font.sans': 'Article text: sans',
  'reading.font.mono': 'Article text: mono',
  'reading.lineLength.narrow': 'Line length: narrow',
  'reading.lineLength.medium': 'Line length: medium',
  'reading.lineLength.wide': 'Line length: wide',
  'reading.lineLength.full': 'Line length: full',
  'reading.spacing.compact': 'Line spacing: compact',
  'reading.spacing.normal': 'Line spacing: normal',
  'reading.spacing.loose': 'Line spacing: loose',
} as const

export type SettingCommandId = keyof typeof SETTING_COMMANDS

type SettingRow = [SettingCommandId, 'Settings', readonly string[], () => boolean, () => unknown]

const always = () => true
const reading = () => useAppStore.getState().settings?.reading ?? DEFAULT_READING
const marking = () => useAppStore.getState().settings?.marking ?? DEFAULT_MARKING

const toggle = (name: keyof Marking): SettingRow => [
  `marking.${name}`,
  'Settings',
  [],
  always,
  () => setMarking({ [name]: !marking()[name] }),
]

/** One row a choice; the choice that holds is no command. */
const choices = <K extends 'font' | 'lineLength' | 'spacing'>(name: K, values: readonly Reading[K][]): SettingRow[] =>
  values.map((value) => [
    `reading.${name}.${value}` as SettingCommandId,
    'Settings',
    [],
    () => reading()[name] !== value,
    () => setReading({ [name]: value }),
  ])

export const SETTING_ROWS: readonly SettingRow[] = [
  ...choices('font', READING_FONTS),
  ...choices('lineLength', LINE_LENGTHS),
  ...choices('spacing', LINE_SPACINGS),
  toggle('snapToWords'),
  toggle('trimEdges'),
]
