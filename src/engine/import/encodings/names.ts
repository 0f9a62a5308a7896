import iconv from 'iconv-lite'

const ALIASES: Readonly<Record<string, string>> = {
  utf8: 'utf-8',
  ascii: 'windows-1252',
  'us-ascii': 'windows-1252',
  utf16: 'utf-16le',
  'utf-16': 'utf-16le',
  utf16le: 'utf-16le',
  utf16be: 'utf-16be',
  latin1: 'iso-8859-1',
  latin2: 'iso-8859-2',
  latin10: 'iso-8859-16',
  sjis: 'shift_jis',
  gb2312: 'gb18030',
  gbk: 'gb18030',
  'x-mac-romanian': 'macromania',
  'x-mac-ce': 'maccenteuro',
  cesu8: 'cesu-8',
}

/** What is offered where an encoding is chosen; {@link encodingName} knows many more. */
export const OFFERED_ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1250',
  'windows-1251',
  'windows-1252',
  'iso-8859-1',
  'iso-8859-2',
  'iso-8859-16',
  'iso-8859-15',
  'windows-1254',
  'windows-1257',
  'windows-1253',
  'windows-1255',
  'windows-1256',
  'koi8-r',
  'koi8-u',
  'cp866',
  'cp852',
  'macintosh',
  'macromania',
  'maccenteuro',
  'gb18030',
  'big5',
  'shift_jis',
  'euc-jp',
  'euc-kr',
] as const

/** An encoding by the name that reports and articles have for it (`latin2` is `iso-8859-2`), or null if there is none. */
export function encodingName(label: string): string | null {
  const lower = label.trim().toLowerCase()
  const windows = /^(?:cp|win|windows|x-cp)[-_]?(125\d)$/.exec(lower)?.[1]
  const iso = /^iso[-_]?8859[-_](\d{1,2})$/.exec(lower)?.[1]
  const name = ALIASES[lower] ?? (windows ? `windows-${windows}` : iso ? `iso-8859-${iso}` : lower)
  // those that decode bytes to bytes are none
  return !/^(?:base64|hex|binary|ucs2|utf-?7|utf-?32)/.test(name) && iconv.encodingExists(name) ? name : null
}

/** The same for the name in a web page: as browsers take it, which know ISO 8859-1 as Windows-1252. */
export function webEncodingName(label: string): string | null {
  const name = encodingName(label)
  if (name === null || name.startsWith('utf-16')) return name === null ? null : 'utf-8'
  if (name === 'iso-8859-1') return 'windows-1252'
  return name === 'iso-8859-9' ? 'windows-1254' : name
}
