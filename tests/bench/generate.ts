/** Numbers in [0, 1) that are the same in every run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Words that every longer article has. */
export const COMMON_WORDS =
  'și în la că nu din pe pentru cu este orașul primarul a declarat potrivit spune ministerul după însă între astăzi portul țară știre față înainte the of to and that said mayor harbour according officials would not after Monday quarter statement told reporters vote before year'.split(
    ' ',
  )
const SYLLABLES =
  'ba ce di fo gu ha ji ke lu mă nă pî re să șo ta țe va zi bra cri dre flo gră plu sta ște tra vre ler mon tin gar wick ston ford bury'.split(
    ' ',
  )
const EMOJI = ['🚢', '🗳️', '👨‍👩‍👧‍👦', '🇷🇴', '📈']

const PARAGRAPH_UTF16 = 400
const SENTENCE_WORDS = 14

type Random = () => number

const pick = <T>(random: Random, of: readonly T[]): T => of[Math.floor(random() * of.length)]!

/** A word that few articles have. */
export const rareWord = (random: Random): string =>
  Array.from({ length: 2 + Math.floor(random() * 2) }, () => pick(random, SYLLABLES)).join('')

function word(random: Random): string {
  const kind = random()
  if (kind < 0.006) return pick(random, EMOJI)
  return kind < 0.65 ? pick(random, COMMON_WORDS) : rareWord(random)
}

function paragraph(random: Random, lengthUtf16: number): string {
  let text = ''
  for (let n = 0; text.length < lengthUtf16; n++) {
    const next = word(random)
    const starts = n % SENTENCE_WORDS === 0
    text += `${n === 0 ? '' : starts ? '. ' : ' '}${starts ? next.charAt(0).toUpperCase() + next.slice(1) : next}`
  }
  return text.slice(0, text.lastIndexOf(' ')).concat('.')
}

/** An article of about so many UTF-16 code units: a title, then paragraphs of about 400, one a line. */
export function articleText(seed: number, lengthUtf16: number): string {
  const random = seeded(seed)
  const lines = [paragraph(random, 60)]
  let length = lines[0]!.length
  while (length < lengthUtf16) {
    const line = paragraph(random, Math.min(PARAGRAPH_UTF16, Math.max(40, lengthUtf16 - length)))
    lines.push(line)
    length += line.length + 1
  }
  return lines.join('\n')
}

/** An article of at least so many words and hardly more. */
export function articleOfWords(seed: number, words: number): string {
  for (let lengthUtf16 = words * 6; ; ) {
    const text = articleText(seed, lengthUtf16)
    const count = text.match(/\S+/g)?.length ?? 0
    if (count >= words) return text
    lengthUtf16 = Math.ceil((lengthUtf16 * (words + 20)) / count)
  }
}

/** A span to be: UTF-16 code units, half open. */
export interface PlannedSpan {
  readonly labelId: 'claim' | 'speaker' | 'date'
  readonly start: number
  readonly end: number
}

/** So many spans spread evenly over a text; claims of 6 to 16 words, with speakers and dates beside and inside them. */
export function planSpans(seed: number, text: string, count: number): PlannedSpan[] {
  const random = seeded(seed)
  const words = [...text.matchAll(/\S+/g)].map((match) => ({ start: match.index, end: match.index + match[0].length }))
  const taken = new Set<string>()
  const spans: PlannedSpan[] = []
  for (let n = 0; spans.length < count; n++) {
    const labelId = (['claim', 'speaker', 'date'] as const)[n % 3]!
    const first = Math.min(words.length - 1, Math.floor(((n % count) + random()) * (words.length / count)))
    const length = labelId === 'claim' ? 6 + Math.floor(random() * 11) : 1 + Math.floor(random() * 3)
    const { start } = words[first]!
    const paragraphEnd = text.indexOf('\n', start)
    let last = Math.min(words.length - 1, first + length - 1)
    while (last > first && paragraphEnd >= 0 && words[last]!.end > paragraphEnd) last--
    const { end } = words[last]!
    const key = `${labelId} ${start} ${end}`
    if (taken.has(key)) continue
    taken.add(key)
    spans.push({ labelId, start, end })
  }
  return spans
}
