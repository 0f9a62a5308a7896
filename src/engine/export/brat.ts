import { annLines } from './brat/ann-lines'
import { bratNames } from './brat/brat-names'
import { annotationConf, visualConf } from './brat/configuration'
import { ArticleFileNames } from './common/article-file-names'
import { annotatorsIn, articleNoteIn, entitiesOfFields, fieldsIn, metadataIn, originsIn } from './common/losses'
import type { ExportFormat } from './format'

/** A folder with a `.txt` and a `.ann` an article, and the configuration that brat shows them by. */
export const bratFormat: ExportFormat = {
  name: 'brat',
  title: 'brat standoff',
  unit: 'codepoint',
  units: ['codepoint', 'utf16'],
  layout: 'folder',
  extension: '.ann',
  start: async ({ out, unit, labelSet, hasSeveralAnnotators }) => {
    const names = bratNames(labelSet)
    const saysWho = hasSeveralAnnotators()
    const fileNames = new ArticleFileNames()
    const writeFile = async (path: string, text: string) => {
      const file = await out.file(path)
      await file.write(text)
      await file.close()
    }
    await writeFile('annotation.conf', annotationConf(labelSet, names))
    await writeFile('visual.conf', visualConf(labelSet, names))
    return {
      write: async (article) => {
        const { record, spans, relations } = article
        const name = fileNames.of(record)
        await writeFile(`${name}.txt`, record.text)
        await writeFile(`${name}.ann`, annLines(article, unit, names, saysWho))
        const lost = {
          notes: articleNoteIn(article),
          entities: entitiesOfFields(article),
          fields: fieldsIn(article),
          annotators: saysWho ? 0 : annotatorsIn(article),
          origins: originsIn(article),
          metadata: metadataIn(article),
        }
        return { spans: spans.length, relations: relations.length, lost }
      },
      end: async () => {},
    }
  },
}
