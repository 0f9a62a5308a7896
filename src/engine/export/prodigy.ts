import { OFFSET_UNITS } from '../../shared/domain/text/offset-units'
import { articleFacts } from './article-facts'
import { entityReferences } from './entity-references'
import type { ExportFormat } from './format'
import { discontinuousIn } from './losses'
import { taskLine } from './prodigy/task'

/** Prodigy’s tasks, a line each, which spaCy’s users read too: https://prodi.gy/docs/api-interfaces */
export const prodigyFormat: ExportFormat = {
  name: 'prodigy',
  title: 'Prodigy / spaCy JSONL',
  unit: 'codepoint',
  units: OFFSET_UNITS,
  layout: 'file',
  extension: '.jsonl',
  start: async ({ out, unit, labelSet }) => {
    const file = await out.main()
    const entitiesOf = entityReferences(labelSet)
    return {
      write: async (article) => {
        const entities = entitiesOf(article)
        await file.write(`${taskLine(article, articleFacts('prodigy', article, unit, entities), unit, entities)}\n`)
        const lost = { discontinuous: discontinuousIn(article) }
        return { spans: article.spans.length, relations: article.relations.length, lost }
      },
      end: () => file.close(),
    }
  },
}
