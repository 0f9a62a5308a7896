import { articleFacts } from './common/article-facts'
import { entityReferences } from './common/entity-references'
import { discontinuousIn } from './common/losses'
import type { ExportFormat, OutputFile } from './format'
import loader from './loaders/load_dictum.py?raw'
import { taskLine } from './prodigy/task'
import { tokenEncoder } from './prodigy/token-bytes'

async function putLoader(file: OutputFile): Promise<void> {
  await file.write(loader)
  await file.close()
}

/** Prodigy’s tasks, a line each, which spaCy’s users read too: https://prodi.gy/docs/api-interfaces */
export const prodigyFormat: ExportFormat = {
  name: 'prodigy',
  title: 'Prodigy / spaCy JSONL',
  unit: 'codepoint',
  units: ['codepoint'],
  layout: 'file',
  isOneFile: true,
  extension: '.jsonl',
  start: async ({ out, unit, labelSet, split, splits }) => {
    const file = await out.main()
    // one for all splits
    if (split === (splits[0] ?? null)) await putLoader(await out.beside('load_dictum.py'))
    const entitiesOf = entityReferences(labelSet)
    const encode = tokenEncoder()
    return {
      write: async (article) => {
        const entities = entitiesOf(article)
        const { head, tokens } = taskLine(article, articleFacts('prodigy', article, unit, entities), entities)
        await file.write(head)
        await file.write(encode(article.record.text, tokens, unit))
        await file.write('}\n')
        const lost = { discontinuous: discontinuousIn(article) }
        return { spans: article.spans.length, relations: article.relations.length, lost }
      },
      end: () => file.close(),
    }
  },
}
