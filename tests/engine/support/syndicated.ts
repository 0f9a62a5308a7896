import { seeded } from '../../bench/generate'

type Random = () => number
const pick = <T>(random: Random, of: readonly T[]): T => of[Math.floor(random() * of.length)]!

/** What every article on the harbour strike says in one way or another: the words of one topic. */
const TOPIC =
  'harbour strike dockers union mayor council wages ships containers crane minister agreement talks night shift port authority company contract workers vote pay offer deadline cargo traffic lorries quay ferry passengers delay police protest banner speech square families children school prices bread winter heating budget deficit loan bank interest report figures percent million decision court judge appeal lawyer statement interview newspaper radio election candidate party coalition opposition leader promise letter petition signature meeting agenda'.split(
    ' ',
  )
const SMALL = 'the a of to and in on for with by from at said that after before while because will would'.split(' ')
/** Set phrases that hands of all kinds use alike. */
const PHRASES = [
  'the mayor of the city said on Monday',
  'according to a statement of the port authority',
  'the talks between the union and the company',
  'it is not yet known when the strike will end',
]

function sentence(random: Random): string {
  const words = Array.from({ length: 8 + Math.floor(random() * 12) }, () =>
    random() < 0.4 ? pick(random, SMALL) : pick(random, TOPIC),
  )
  if (random() < 0.25) words.splice(Math.floor(random() * words.length), 0, pick(random, PHRASES))
  const text = words.join(' ')
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}

const paragraphs = (text: string): string[] => text.split('\n')

/** An article on the one topic: a headline and five paragraphs, some 400 words. */
export function topicArticle(seed: number): string {
  const random = seeded(seed)
  const body = Array.from({ length: 5 }, () => Array.from({ length: 6 }, () => sentence(random)).join(' '))
  return [sentence(random), ...body].join('\n')
}

/** What happens to a text on its way from an agency into a newspaper. */
export const EDITS: Readonly<Record<string, (text: string, seed: number) => string>> = {
  '5 % of the words replaced': (text, seed) => {
    const random = seeded(seed)
    return text.replace(/\w+/g, (word) => (random() < 0.05 ? pick(random, TOPIC) : word))
  },
  'a paragraph dropped': (text, seed) =>
    paragraphs(text)
      .filter((_, at) => at !== 1 + (seed % 5))
      .join('\n'),
  'a new headline': (text, seed) => [sentence(seeded(seed)), ...paragraphs(text).slice(1)].join('\n'),
  'an agency’s footer': (text, seed) => `${text}\n${sentence(seeded(seed))} © Agency ${seed}, all rights reserved.`,
  'other case, quotes and diacritics': (text) => text.toUpperCase().replaceAll('E', 'É').replaceAll('.', '”.'),
}
