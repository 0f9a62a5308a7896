import type { LintFinding } from '../../shared/contract/lint-methods'
import type { LintReport } from '../../shared/contract/lint-report'
import type { WindowParams } from '../../shared/contract/window-methods'
import { STATUSES } from '../../shared/domain/corpus/articles'
import { LINT_RULES } from '../../shared/domain/lint'
import { DictumError } from '../../shared/domain/result'
import { type Command, EXIT, text, type Values } from '../command'
import { counted } from '../lay-out'
import { asCount, asLabelId, asQuery, asStatus, someOf } from '../option-values'
import { type ProjectEngine, withProject } from '../project-engine'

const LIMIT = 200
/** How many the engine is asked for at a time. */
const AT_ONCE = 1000

export const lintCommand: Command = {
  name: 'lint',
  summary: 'Look over the annotations for what is worth mending before an export.',
  usage:
    'lint PROJECT [--status STATUS,…] [--query WORDS] [--batch BATCH,…] [--labels LABEL,…] [--annotator NAME] [--fix] [--limit N]',
  optionHelp: [
    ['--status STATUS,…', `only articles of these: ${STATUSES.join(', ')}`],
    ['--query WORDS', 'only articles that dictum search finds for them'],
    ['--batch BATCH,…', 'only articles that these imports brought, by their ids'],
    ['--labels LABEL,…', 'only spans with these labels'],
    ['--annotator NAME', 'only the spans of this person'],
    ['--fix', 'trim edges and drop spans marked twice, in one step that undo takes back'],
    ['--limit N', `how many findings to list (default: ${LIMIT}, with --json all that are kept); all are counted`],
  ],
  options: {
    status: { type: 'string' },
    query: { type: 'string' },
    batch: { type: 'string' },
    labels: { type: 'string' },
    annotator: { type: 'string' },
    fix: { type: 'boolean' },
    limit: { type: 'string' },
  },
  positionals: { least: 1, most: 1 },
  run: async ({ positionals, values, json, io }) => {
    const asked = text(values, 'limit')
    const limit = asked === undefined ? (json ? Number.POSITIVE_INFINITY : LIMIT) : asCount('limit', asked)
    const { report, findings } = await withProject(io, positionals[0]!, undefined, (engine) =>
      look(engine, values, limit),
    )
    io.out(json ? `${JSON.stringify(answer(report, findings))}\n` : readable(report, findings))
    return report.problems > 0 ? EXIT.findings : EXIT.done
  },
}

async function look(engine: ProjectEngine, values: Values, limit: number) {
  const { labelSet } = (await engine.window('project.current', {}))!
  let report = reportOf(await engine.job('lint.start', scopeOf(values, labelSet)))
  if (values.fix === true && report.fixable > 0) report = reportOf(await engine.job('lint.fix', {}))
  const findings: LintFinding[] = []
  while (findings.length < limit) {
    const count = Math.min(AT_ONCE, limit - findings.length)
    const page = await engine.window('lint.page', { from: findings.length, count })
    findings.push(...page.findings)
    if (page.findings.length < count) break
  }
  return { report, findings }
}

type LabelSet = Parameters<typeof asLabelId>[0]

function scopeOf(values: Values, labelSet: LabelSet): WindowParams<'lint.start'> {
  const names = someOf(values, 'labels').map(
    (name) => labelSet.labels.find(({ id }) => id === asLabelId(labelSet, name))!.name,
  )
  const statuses = someOf(values, 'status').map(asStatus)
  const query = text(values, 'query')
  const batches = someOf(values, 'batch')
  const filter = {
    // nothing is being typed: what follows the last word says that it is whole
    text: query === undefined ? '' : `${asQuery(query)} `,
    batches,
  }
  const isNarrow = query !== undefined || batches.length > 0
  return { filter: isNarrow ? filter : null, statuses, labels: names, annotator: text(values, 'annotator') ?? null }
}

function reportOf(job: Awaited<ReturnType<ProjectEngine['job']>>): LintReport {
  if (job.kind === 'lint' && job.report !== null) return job.report
  throw new DictumError('cancelled', 'Stopped before all articles were looked over.')
}

const answer = ({ findings: total, counts, ...report }: LintReport, findings: readonly LintFinding[]) => ({
  ok: report.problems === 0,
  total,
  ...report,
  counts: Object.fromEntries(counts.map(({ code, count }) => [code, count])),
  findings: findings.map(itemOf),
})

const itemOf = ({ code, article, title, span, relation, label, message, fixable }: LintFinding) => ({
  code,
  level: LINT_RULES[code].level,
  article,
  title,
  span,
  relation,
  label,
  message,
  fixable,
})

function readable(report: LintReport, findings: readonly LintFinding[]): string {
  const lines: string[] = []
  if (report.fixed !== null) {
    const { trimmed, dropped } = report.fixed
    lines.push(`Mended: ${counted(trimmed, 'span')} trimmed, ${counted(dropped, 'span')} marked twice dropped.`)
  }
  const looked = `${counted(report.spans, 'span')} in ${counted(report.articles, 'article')}`
  if (report.findings === 0) return `${[...lines, `Nothing to mend in ${looked}.`].join('\n')}\n`
  lines.push(`${counted(report.findings, 'finding')} in ${looked}, ${counted(report.problems, 'problem')} among them:`)
  for (const { code, count } of report.counts) lines.push(`  ${LINT_RULES[code].title}: ${count}`)
  if (report.fixable > 0) lines.push(`--fix puts ${report.fixable} of them right, and undo takes that back.`)
  for (const { code, label, title, article, message } of findings) {
    lines.push(`${code}: ${label} in “${title}” (${article}): ${message}`)
  }
  const more = report.findings - findings.length
  if (more > 0) lines.push(`and ${more} more`)
  return `${lines.join('\n')}\n`
}
