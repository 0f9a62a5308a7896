/** What a look over the annotations before an export may find. */
export const LINT_CODES = [
  'empty',
  'untrimmed',
  'edge_marks',
  'split_character',
  'misaligned',
  'duplicate',
  'duplicate_other',
  'crossing',
  'relation_rule',
  'no_speaker',
  'no_date',
] as const
export type LintCode = (typeof LINT_CODES)[number]

/** What can be put right without a question that only a person can answer. */
export const FIXABLE_CODES = ['untrimmed', 'edge_marks', 'duplicate'] as const satisfies readonly LintCode[]
export type FixableCode = (typeof FIXABLE_CODES)[number]

export interface LintRule {
  /** “Spans with white space at an edge”. */
  readonly title: string
  /** A hint may well be as it is meant; only problems make `dictum lint` end with status 1. */
  readonly level: 'problem' | 'hint'
  /** Why it is worth a look. */
  readonly why: string
}

export const LINT_RULES: Readonly<Record<LintCode, LintRule>> = {
  empty: {
    title: 'Spans without words',
    level: 'problem',
    why: 'Only punctuation or white space is marked.',
  },
  untrimmed: {
    title: 'White space at an edge',
    level: 'problem',
    why: 'spaCy refuses such spans, and agreement counts them as different.',
  },
  edge_marks: {
    title: 'Stray punctuation at an edge',
    level: 'hint',
    why: 'A comma or a single quotation mark came along; agreement counts that as different.',
  },
  split_character: {
    title: 'Edges inside a character',
    level: 'problem',
    why: 'The edge stands between a letter and its accent, or within an emoji.',
  },
  misaligned: {
    title: 'Edges inside a word',
    level: 'hint',
    why: 'Readers with tokens of their own (spaCy, CoNLL) may widen or drop such spans.',
  },
  duplicate: {
    title: 'Marked twice by the same person',
    level: 'problem',
    why: 'The same words with the same label count twice.',
  },
  duplicate_other: {
    title: 'Marked by several people',
    level: 'hint',
    why: 'Choose whose spans to export, or the same words count more than once.',
  },
  crossing: {
    title: 'Crossing spans',
    level: 'hint',
    why: 'They overlap in part, which trees and flat tags cannot hold.',
  },
  relation_rule: {
    title: 'Links that break a rule',
    level: 'problem',
    why: 'The label set allows no such link.',
  },
  no_speaker: {
    title: 'Claims without a speaker',
    level: 'problem',
    why: 'Link the claim to its speaker, or set its form to “unattributed”.',
  },
  no_date: {
    title: 'Claims without a date',
    level: 'hint',
    why: 'Neither the claim nor its article has one.',
  },
}
