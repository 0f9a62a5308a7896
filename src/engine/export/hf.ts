import { OFFSET_UNITS } from '../../shared/domain/text/offset-units'
import { extrasIn } from './common/losses'
import type { ExportContext, ExportedArticle, ExportFormat, OutputFile, Written } from './format'
import { dataFile, datasetCard } from './hf/card'
import { toRecord } from './hf/record'
import loader from './loaders/load.py?raw'

/** What articles are in that are not divided, as `datasets` calls it. */
const ONLY_SPLIT = 'train'

/** A folder that the `datasets` library of Hugging Face loads as it is: a card, a file a split, and a loader beside them. */
export const hfFormat: ExportFormat = {
  name: 'hf',
  title: 'Hugging Face dataset',
  unit: 'codepoint',
  units: OFFSET_UNITS,
  layout: 'folder',
  extension: '.jsonl',
  keepsSplits: true,
  start: async (context) => new DatasetWriter(context),
}

interface Part {
  readonly file: OutputFile
  articles: number
  spans: number
}

class DatasetWriter {
  readonly #context: ExportContext
  /** A split without articles has no file: `datasets` loads none that is empty. */
  readonly #parts = new Map<string, Part>()
  readonly #languages = new Set<string>()

  constructor(context: ExportContext) {
    this.#context = context
  }

  async write(article: ExportedArticle): Promise<Written> {
    const { record, split, spans, relations } = article
    const part = await this.#part(split ?? ONLY_SPLIT)
    await part.file.write(`${JSON.stringify(toRecord(article, this.#context.unit))}\n`)
    part.articles++
    part.spans += spans.length
    if (record.lang !== null) this.#languages.add(record.lang)
    return { spans: spans.length, relations: relations.length, lost: { metadata: extrasIn(article) } }
  }

  async end(): Promise<void> {
    const { out, splits, ...facts } = this.#context
    const order = splits.length === 0 ? [ONLY_SPLIT] : splits
    const parts = order.flatMap((name) => {
      const part = this.#parts.get(name)
      return part ? [{ name, articles: part.articles, spans: part.spans }] : []
    })
    for (const { file } of this.#parts.values()) await file.close()
    const card = datasetCard({ ...facts, languages: [...this.#languages].sort(), splits: parts })
    await writeWhole(await out.file('README.md'), card)
    await writeWhole(await out.file('load.py'), loader)
  }

  async #part(name: string): Promise<Part> {
    const known = this.#parts.get(name)
    if (known) return known
    const part = { file: await this.#context.out.file(dataFile(name)), articles: 0, spans: 0 }
    this.#parts.set(name, part)
    return part
  }
}

async function writeWhole(file: OutputFile, text: string): Promise<void> {
  await file.write(text)
  await file.close()
}
