import { wordsOfValue } from '../../../shared/domain/attribute-words'
import type { Attribute, Hue, LabelSet } from '../../../shared/domain/label-set/label-set'
import { type BratNames, VALUE } from './brat-names'

/** What may be marked, related and said, for brat; see https://brat.nlplab.org/configuration.html */
export function annotationConf({ labels, relations }: LabelSet, names: BratNames): string {
  const nameOf = new Map(labels.map(({ id, name }) => [id, names.name(name)]))
  const ends = (ids: readonly string[]): string => ids.map((id) => nameOf.get(id)).join('|')
  return [
    '[entities]',
    ...nameOf.values(),
    '',
    '[relations]',
    // without it brat takes no span that lies over another
    '<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>',
    ...relations.map(({ name, from, to }) => `${names.name(name)}\tArg1:${ends(from)}, Arg2:${ends(to)}`),
    '',
    '[events]',
    '',
    '[attributes]',
    ...attributeLines({ labels }, names),
    '',
  ].join('\n')
}

/** An attribute of several labels is one to brat. */
function attributeLines({ labels }: Pick<LabelSet, 'labels'>, names: BratNames): string[] {
  const all = new Map<string, { labels: string[]; values: Set<string> }>()
  for (const label of labels) {
    for (const attribute of label.attributes) {
      const known = all.get(attribute.name) ?? { labels: [], values: new Set<string>() }
      all.set(attribute.name, known)
      known.labels.push(names.name(label.name))
      for (const value of valuesOf(attribute)) known.values.add(value)
    }
  }
  return [...all].map(([name, known]) => {
    const values = known.values.size === 0 ? '' : `, Value:${[...known.values].join('|')}`
    return `${names.name(name)}\tArg:${known.labels.join('|')}${values}`
  })
}

const valuesOf = ({ type, options }: Attribute): string[] =>
  type === 'choice' || type === 'choices' ? options.map(({ name }) => wordsOfValue(name, VALUE)) : []

/** How it looks: the names as people know them, and a colour for each label. */
export function visualConf({ labels, relations }: LabelSet, names: BratNames): string {
  const shown = [...labels, ...relations].filter(({ name }) => names.name(name) !== name)
  return [
    '[labels]',
    ...shown.map(({ name }) => `${names.name(name)} | ${shownName(name)}`),
    '',
    '[drawing]',
    'SPAN_DEFAULT\tfgColor:black, bgColor:lightgray, borderColor:darken',
    ...labels.map(({ name, hue }) => `${names.name(name)}\tbgColor:${COLOURS[hue]}`),
    'ARC_DEFAULT\tcolor:black, arrowHead:triangle-5',
    '',
  ].join('\n')
}

/** On one line, between bars; a tab would end them. */
const shownName = (name: string): string => name.replaceAll('|', '/').replace(/[\s\p{Cc}]+/gu, ' ')

/** The tints behind words in a light window. */
const COLOURS: Readonly<Record<Hue, string>> = {
  amber: '#fdf1d7',
  teal: '#dff2f2',
  violet: '#ece6f8',
  blue: '#e2edfb',
  rose: '#fce6ea',
  green: '#e3f3e3',
  orange: '#fdeadc',
  slate: '#e9ecef',
  cyan: '#dcf1f8',
  magenta: '#f8e4f5',
  lime: '#eff4d5',
  brown: '#f4e8df',
}
