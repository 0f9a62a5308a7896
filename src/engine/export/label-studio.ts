import { articleFacts } from './common/article-facts'
import { entityReferences } from './common/entity-references'
import { discontinuousIn, relationValuesIn } from './common/losses'
import type { ExportFormat } from './format'
import { labelConfig } from './label-studio/config'
import { Controls } from './label-studio/controls'
import { buildTask } from './label-studio/task'

/** Label Studio’s tasks (https://labelstud.io/guide/task_format), and beside them the labelling configuration they need. */
export const labelStudioFormat: ExportFormat = {
  name: 'label-studio',
  title: 'Label Studio JSON',
  unit: 'codepoint',
  units: ['codepoint'],
  layout: 'file',
  extension: '.json',
  start: async ({ out, unit, labelSet }) => {
    const file = await out.main()
    const config = await out.beside('config.xml')
    const entitiesOf = entityReferences(labelSet)
    const controls = new Controls(labelSet)
    let tasks = 0
    return {
      write: async (article) => {
        const entities = entitiesOf(article)
        const task = buildTask(article, controls, entities)
        const { text } = article.record
        const meta = articleFacts('label-studio', article, unit, entities)
        // its own converter (label_studio_sdk, `Converter.get_data`) takes no task without an id
        const json = JSON.stringify({ id: ++tasks, meta, data: { text }, annotations: task.annotations })
        await file.write(`${tasks === 1 ? '[\n' : ',\n'}${json}`)
        const lost = {
          discontinuous: discontinuousIn(article),
          relations: task.lostRelations,
          attributes: task.lostValues + relationValuesIn(article),
          annotators: task.lostAnnotators,
        }
        return { spans: article.spans.length, relations: article.relations.length - task.lostRelations, lost }
      },
      end: async () => {
        await file.write(tasks === 0 ? '[]\n' : '\n]\n')
        await config.write(labelConfig(labelSet, controls))
        await file.close()
        await config.close()
      },
    }
  },
}
