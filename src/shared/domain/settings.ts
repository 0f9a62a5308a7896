import type { ConcordanceView } from './search/concordance-view'

/** How the article is set. */
export interface Reading {
  readonly font: (typeof READING_FONTS)[number]
  /** Of the letters, in CSS pixels. */
  readonly size: number
  readonly lineLength: (typeof LINE_LENGTHS)[number]
  readonly spacing: (typeof LINE_SPACINGS)[number]
}

/** What a gesture that marks does to a selection. */
export interface Marking {
  /** Whole words, not letters. */
  readonly snapToWords: boolean
  /** Without spaces and stray punctuation at the edges. */
  readonly trimEdges: boolean
}

/** What the window shows beside the text. */
export interface View {
  readonly corpus: boolean
  readonly inspector: boolean
  /** How the work goes: today's figures and those of the last days. */
  readonly pace: boolean
  /** The label's name at the start of each span. */
  readonly labelTags: boolean
}

/** Automatic copies of the open project. */
export interface Backups {
  /** 0: none by itself. */
  readonly everyMinutes: (typeof BACKUP_MINUTES)[number]
}

export const BACKUP_MINUTES = [0, 5, 15, 30, 60] as const

export const READING_FONTS = ['serif', 'sans', 'mono'] as const
export const LINE_LENGTHS = ['narrow', 'medium', 'wide', 'full'] as const
export const LINE_SPACINGS = ['compact', 'normal', 'loose'] as const

/** Of the letters, in CSS pixels. */
export const SMALLEST_SIZE = 14
export const LARGEST_SIZE = 28

export const DEFAULT_READING: Reading = { font: 'serif', size: 18, lineLength: 'medium', spacing: 'normal' }
export const DEFAULT_MARKING: Marking = { snapToWords: true, trimEdges: true }
export const DEFAULT_VIEW: View = { corpus: true, inspector: true, pace: true, labelTags: false }

export const DEFAULT_BACKUPS: Backups = { everyMinutes: 15 }

/** How many commands the palette remembers. */
export const MOST_RECENT_COMMANDS = 5

interface Groups {
  readonly reading: Reading
  readonly marking: Marking
  readonly view: View
  readonly concordance: ConcordanceView
  readonly backups: Backups
}
type GroupsPatch = { readonly [Group in keyof Groups]?: Partial<Groups[Group]> | undefined }

/** Settings with some of them changed: inside a group, what is not named stays as it is. */
export const withPatch = <S extends Groups, P extends GroupsPatch>(settings: S, patch: P) => ({
  ...settings,
  ...patch,
  reading: { ...settings.reading, ...patch.reading },
  marking: { ...settings.marking, ...patch.marking },
  view: { ...settings.view, ...patch.view },
  concordance: { ...settings.concordance, ...patch.concordance },
  backups: { ...settings.backups, ...patch.backups },
})
