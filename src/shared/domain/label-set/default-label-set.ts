import {
  CLAIM_GUIDELINES,
  CUE_GUIDELINES,
  DATE_GUIDELINES,
  EXCLUDE_GUIDELINES,
  SPEAKER_GUIDELINES,
} from './default-guidelines'
import type { Attribute, LabelSet, RelationType, SpanLabel } from './label-set'

const choice = (id: string, title: string, options: readonly string[], description = ''): Attribute => ({
  id,
  name: id,
  title,
  type: 'choice',
  options: options.map((option) => ({ id: option, name: option })),
  description,
  guidelines: '',
})

const field = (id: string, title: string, type: Attribute['type'], description = ''): Attribute => ({
  id,
  name: id,
  title,
  type,
  options: [],
  description,
  guidelines: '',
})

const CLAIM: SpanLabel = {
  id: 'claim',
  name: 'CLAIM',
  title: 'Claim',
  role: 'claim',
  hue: 'amber',
  key: 'c',
  enabled: true,
  description: 'What is asserted, without the quotation marks.',
  guidelines: CLAIM_GUIDELINES,
  examples: [],
  attributes: [
    choice('form', 'Form', ['direct', 'indirect', 'mixed', 'unattributed'], 'How the words are reported.'),
    choice('factuality', 'Factuality', ['asserted', 'probable', 'possible', 'denied', 'question']),
    choice('stance', 'Stance', ['endorses', 'neutral', 'distances', 'disputes'], 'The stance of the article.'),
  ],
}

const SPEAKER: SpanLabel = {
  id: 'speaker',
  name: 'SPEAKER',
  title: 'Speaker',
  role: 'speaker',
  hue: 'teal',
  key: 's',
  enabled: true,
  description: 'Who says it, pronouns included.',
  guidelines: SPEAKER_GUIDELINES,
  examples: [],
  attributes: [
    choice('mention', 'Mention', ['named', 'nominal', 'pronoun']),
    choice('kind', 'Kind', ['person', 'organisation', 'group', 'document', 'anonymous']),
    field('role', 'Role', 'text', 'What the article calls the speaker: mayor, spokesperson…'),
    field('entity', 'Entity', 'entity', 'The person, organisation or document that is meant, across articles.'),
  ],
}

const DATE: SpanLabel = {
  id: 'date',
  name: 'DATE',
  title: 'Date',
  role: 'date',
  hue: 'violet',
  key: 'd',
  enabled: true,
  description: 'A time expression (TIMEX3).',
  guidelines: DATE_GUIDELINES,
  examples: [],
  attributes: [
    choice('type', 'Type', ['DATE', 'TIME', 'DURATION', 'SET']),
    field('value', 'Value', 'text', 'ISO 8601 as in TIMEX3: 2025-12-20, 2026-SP, 2025-W51, 2025-11, 2026.'),
    field('begin', 'First day', 'date', 'Inclusive.'),
    field('end', 'Last day', 'date', 'Inclusive.'),
    choice('mod', 'Modifier', [
      'BEFORE',
      'AFTER',
      'ON_OR_BEFORE',
      'ON_OR_AFTER',
      'LESS_THAN',
      'MORE_THAN',
      'START',
      'MID',
      'END',
      'APPROX',
    ]),
    field('anchor', 'Anchor', 'text', 'DCT (the article’s own date), or the expression it is counted from.'),
  ],
}

const CUE: SpanLabel = {
  id: 'cue',
  name: 'CUE',
  title: 'Cue',
  role: 'cue',
  hue: 'blue',
  key: 'u',
  enabled: false,
  description: 'The words that report: “said”, “potrivit”.',
  guidelines: CUE_GUIDELINES,
  examples: [],
  attributes: [],
}

const EXCLUDE: SpanLabel = {
  id: 'exclude',
  name: 'EXCLUDE',
  title: 'Exclude',
  role: 'exclude',
  hue: 'slate',
  key: 'x',
  enabled: false,
  description: 'Editor’s notes, photo credits: what is not the article’s own text.',
  guidelines: EXCLUDE_GUIDELINES,
  examples: [],
  attributes: [field('reason', 'Reason', 'text')],
}

const relation = (
  id: NonNullable<RelationType['role']>,
  title: string,
  from: string,
  to: string,
  rule: Partial<Pick<RelationType, 'maxPerSource' | 'acyclic' | 'enabled'>>,
  description: string,
): RelationType => ({
  id,
  name: id,
  title,
  role: id,
  from: [from],
  to: [to],
  maxPerSource: null,
  acyclic: false,
  enabled: true,
  ...rule,
  description,
  guidelines: '',
})

/** What a new project starts with; everything in it can be changed. */
export const DEFAULT_LABEL_SET: LabelSet = {
  name: 'Claims, speakers and dates',
  labels: [CLAIM, SPEAKER, DATE, CUE, EXCLUDE],
  relations: [
    relation('said_by', 'Said by', 'claim', 'speaker', {}, 'Who says it. None only if the claim is unattributed.'),
    relation('via', 'Via', 'claim', 'speaker', {}, 'The intermediary: “according to …”.'),
    relation(
      'said_on',
      'Said on',
      'claim',
      'date',
      { maxPerSource: 1 },
      'When it was uttered; else the article’s date.',
    ),
    relation('about_time', 'About', 'claim', 'date', {}, 'The time that the claim talks about.'),
    relation('coref', 'Same as', 'speaker', 'speaker', { acyclic: true }, 'Two mentions of one speaker.'),
    relation('supports', 'Supports', 'claim', 'claim', { enabled: false }, 'One claim backs another.'),
    relation('contradicts', 'Contradicts', 'claim', 'claim', { enabled: false }, 'One claim denies another.'),
  ],
  fields: [],
}
