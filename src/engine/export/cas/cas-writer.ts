import type { Loss } from '../../../shared/domain/interchange'
import { usualKinds } from '../../interchange/cas-values'
import { articleFileName } from '../common/article-file-name'
import { entityReferences } from '../common/entity-references'
import type { ArticleWriter, ExportContext } from '../format'
import { type Structure, structuresOf } from './structures'
import { writeTypeSystem } from './type-system-xml'
import { UsedTypes } from './used-types'

export type Lost = Partial<Record<Loss, number>>

/** Writes a file an article, and the types that they use between them; `contentOf` counts what it cannot hold in `lost`. */
export function casWriter(
  { out, labelSet }: ExportContext,
  extension: string,
  contentOf: (text: string, structures: readonly Structure[], lost: Lost) => string,
): ArticleWriter {
  const usualKind = usualKinds(labelSet)
  const entitiesOf = entityReferences(labelSet)
  const used = new UsedTypes()
  return {
    write: async (article) => {
      const { record, spans, relations } = article
      const structures = structuresOf(article, entitiesOf(article), usualKind)
      used.add(structures)
      const lost: Lost = {}
      const file = await out.file(`${articleFileName(record)}${extension}`)
      await file.write(contentOf(record.text, structures, lost))
      await file.close()
      return { spans: spans.length, relations: relations.length, lost }
    },
    end: () => writeTypeSystem(out, used.all()),
  }
}
