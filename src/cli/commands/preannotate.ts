import { ArticleFilterSchema } from '../../shared/contract/article-filter'
import type { SuggestReport } from '../../shared/contract/jobs'
import { DEFAULT_TIMEOUT_SECONDS, TimeoutSchema } from '../../shared/contract/model-methods'
import { STATUSES } from '../../shared/domain/corpus/articles'
import { DictumError } from '../../shared/domain/result'
import { type Command, EXIT, text, UsageError } from '../command'
import { counted } from '../lay-out'
import { asCount, asQuery, asStatus, someOf } from '../option-values'
import { withProject } from '../project-engine'

export const preannotateCommand: Command = {
  name: 'preannotate',
  summary: 'Have a program of yours propose spans; they wait there as suggestions.',
  usage:
    'preannotate PROJECT --command "python3 model.py" [--name NAME] [--timeout SECONDS] [--status STATUS,…] [--query QUERY]',
  optionHelp: [
    [
      '--command COMMAND',
      'run in this folder; it gets an article a line, as “dictum export” writes them, on standard input,',
    ],
    ['', 'and answers {"id":…,"spans":[{"label":…,"start":…,"end":…,"score":…}]}, a line each, on standard output'],
    ['--name NAME', 'what its suggestions are signed with (default: the command’s first word)'],
    ['--timeout SECONDS', `how long it may be silent (default: ${DEFAULT_TIMEOUT_SECONDS})`],
    ['--status STATUS,…', `only articles of these: ${STATUSES.join(', ')}`],
    ['--query QUERY', 'only articles that a search finds, as for dictum search'],
    ['--annotator NAME', 'who asks (default: your user name)'],
  ],
  options: {
    command: { type: 'string' },
    name: { type: 'string' },
    timeout: { type: 'string' },
    status: { type: 'string' },
    query: { type: 'string' },
    annotator: { type: 'string' },
  },
  positionals: { least: 1, most: 1 },
  run: async ({ positionals, values, json, io }) => {
    const [project] = positionals as [string]
    const command = text(values, 'command')?.trim() ?? ''
    if (command === '') throw new UsageError('Name the program to ask: --command "python3 model.py".')
    const query = text(values, 'query')
    const timeout = text(values, 'timeout')
    const name = text(values, 'name') ?? command.split(/\s+/)[0]!
    const job = await withProject(io, project, text(values, 'annotator'), (engine) =>
      engine.job('model.run', {
        name: name.slice(0, 80),
        command,
        timeoutSeconds: timeout === undefined ? DEFAULT_TIMEOUT_SECONDS : asTimeout(timeout),
        folder: process.cwd(),
        statuses: someOf(values, 'status').map(asStatus),
        filter: query === undefined ? null : ArticleFilterSchema.parse({ text: `${asQuery(query)} ` }),
      }),
    )
    if (job.kind !== 'suggest' || !job.report?.model)
      throw new DictumError('internal', 'The run ended without a report.')
    const { report } = job
    io.out(json ? `${JSON.stringify(asJson(report))}\n` : readable(report))
    const { stopped, troubleCount } = report.model!
    return stopped !== null || troubleCount > 0 ? EXIT.findings : EXIT.done
  },
}

function asTimeout(said: string): number {
  const seconds = asCount('timeout', said)
  if (TimeoutSchema.safeParse(seconds).success) return seconds
  throw new UsageError(`--timeout takes the seconds of a day at most, ${TimeoutSchema.maxValue}, not “${said}”.`)
}

const asJson = ({ suggestions, articles, leftOut = 0, model }: SuggestReport) => ({
  asked: model!.asked,
  answered: model!.answered,
  suggestions,
  articles,
  left_out: leftOut,
  stopped: model!.stopped,
  troubles: model!.troubles.map(({ article, message }) => ({ article: article?.uid ?? null, message })),
  trouble_count: model!.troubleCount,
})

function readable({ suggestions, articles, leftOut = 0, model }: SuggestReport): string {
  const { asked, answered, stopped, troubles, troubleCount } = model!
  const lines = [
    `${answered} of ${counted(asked, 'article')} answered`,
    `${counted(suggestions, 'suggestion')} in ${counted(articles, 'article')}`,
  ]
  if (leftOut > 0) lines.push(`Left out: ${counted(leftOut, 'place')} marked or suggested already.`)
  if (stopped !== null) lines.push(stopped)
  for (const { article, message } of troubles) lines.push(`  ${article === null ? '' : `${article.title}: `}${message}`)
  if (troubleCount > troubles.length) lines.push(`  and ${counted(troubleCount - troubles.length, 'more such line')}`)
  return `${lines.join('\n')}\n`
}
