/** What a batch can be read as; UTF-8 and UTF-16 with a mark at their beginning are known whatever is chosen. */
export const ENCODING_CHOICES: readonly { readonly id: string; readonly name: string }[] = [
  { id: 'auto', name: 'Found out by itself' },
  { id: 'utf-8', name: 'UTF-8' },
  { id: 'windows-1250', name: 'Windows-1250 (Central Europe)' },
  { id: 'windows-1252', name: 'Windows-1252 (Western Europe)' },
  { id: 'windows-1251', name: 'Windows-1251 (Cyrillic)' },
  { id: 'iso-8859-1', name: 'ISO-8859-1 (Latin 1)' },
  { id: 'iso-8859-2', name: 'ISO-8859-2 (Latin 2)' },
  { id: 'iso-8859-16', name: 'ISO-8859-16 (Latin 10)' },
  { id: 'utf-16le', name: 'UTF-16 LE' },
  { id: 'utf-16be', name: 'UTF-16 BE' },
]

/** As people write it: `UTF-8`, `Windows-1250`. */
export const encodingName = (encoding: string): string =>
  encoding.startsWith('windows') ? `W${encoding.slice(1)}` : encoding.toUpperCase()

/** The choices, and the one that is chosen if it is none of them. */
export const choicesWith = (chosen: string): typeof ENCODING_CHOICES =>
  ENCODING_CHOICES.some(({ id }) => id === chosen)
    ? ENCODING_CHOICES
    : [...ENCODING_CHOICES, { id: chosen, name: encodingName(chosen) }]
