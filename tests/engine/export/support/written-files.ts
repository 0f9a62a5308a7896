import type { ExportContext, ExportedArticle, ExportFormat, OutputFile } from '../../../../src/engine/export/format'
import type { LabelSet } from '../../../../src/shared/domain/label-set/label-set'
import { asText } from './as-text'

const NO_LABELS = { name: 'None', labels: [], relations: [], fields: [] } as unknown as LabelSet

/** What a format writes of some articles, by file name; the main file is `out` and its extension. */
export async function writtenFiles(
  format: ExportFormat,
  articles: readonly ExportedArticle[],
  context: Partial<ExportContext> = {},
) {
  const files = new Map<string, string>()
  const open = async (name: string): Promise<OutputFile> => {
    if (files.has(name)) throw new Error(`${name} is written twice.`)
    files.set(name, '')
    return {
      name,
      write: async (text) => {
        files.set(name, files.get(name)! + asText(text))
      },
      close: async () => {},
    }
  }
  const writer = await format.start({
    out: { main: () => open(`out${format.extension}`), beside: (suffix) => open(`out.${suffix}`), file: open },
    unit: format.unit,
    labelSet: NO_LABELS,
    labels: null,
    hasRelations: articles.some(({ relations }) => relations.length > 0),
    hasSeveralAnnotators: () =>
      new Set(articles.flatMap(({ spans }) => spans.map(({ annotator }) => annotator))).size > 1,
    projectName: 'Project',
    split: null,
    splits: [],
    withoutText: false,
    spreadsheetSafe: false,
    ...context,
  })
  const lost: Record<string, number> = {}
  for (const article of articles) {
    const written = await writer.write(article)
    for (const [loss, count] of Object.entries(written.lost)) lost[loss] = (lost[loss] ?? 0) + count
  }
  await writer.end()
  return { files, lost }
}
