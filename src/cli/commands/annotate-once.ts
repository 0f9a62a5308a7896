import { DictumError } from '../../shared/domain/result'
import { type Command, EXIT, text, UsageError } from '../command'
import { counted } from '../lay-out'
import { withProject } from '../project-engine'

export const annotateOnceCommand: Command = {
  name: 'annotate-once',
  summary: 'Propose the spans of an article in its copies; they wait there as suggestions.',
  usage: 'annotate-once PROJECT ARTICLE [--annotator NAME]',
  optionHelp: [
    ['ARTICLE', 'the uid of an article, or its source, as “dictum copies” lists them'],
    ['--annotator NAME', 'whose work it is (default: your user name)'],
  ],
  options: { annotator: { type: 'string' } },
  positionals: { least: 2, most: 2 },
  run: async ({ positionals, values, json, io }) => {
    const [project, name] = positionals as [string, string]
    const job = await withProject(io, project, text(values, 'annotator'), async (engine) => {
      const found = await engine.window('article.named', { name })
      if (found === null) {
        throw new UsageError(`There is no article “${name}” in this project. “dictum copies” lists those with copies.`)
      }
      const looked = await engine.job('copies.find', {})
      return looked.state === 'cancelled' ? looked : engine.job('suggest.copies', found)
    })
    if (job.kind !== 'suggest' || !job.report) throw new DictumError('cancelled', 'Stopped. Nothing was proposed.')
    const { suggestions, articles, unplaced = [] } = job.report
    const told = unplaced.map(
      ({ words, places }) => `  “${words}”: ${places === 0 ? 'not there' : counted(places, 'place')}\n`,
    )
    io.out(
      json
        ? `${JSON.stringify({ suggestions, articles, unplaced: unplaced.map(({ spanUid, words, places }) => ({ span: spanUid, words, places })) })}\n`
        : `${counted(suggestions, 'suggestion')} in ${counted(articles, 'article')}\n${
            told.length === 0 ? '' : `${counted(told.length, 'span')} without a certain place\n${told.join('')}`
          }`,
    )
    return told.length > 0 ? EXIT.findings : EXIT.done
  },
}
