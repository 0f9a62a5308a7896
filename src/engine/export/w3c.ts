import { articleFileName } from './common/article-file-name'
import { entityReferences } from './common/entity-references'
import { originsIn } from './common/losses'
import type { ArticleWriter, ExportContext, ExportedArticle, ExportFormat, OutputFile } from './format'
import { annotationsOf } from './w3c/annotations'

/**
 * One list of annotations, as Recogito and INCEpTION have them, and the texts beside it: `source` leads to them. See
 * https://www.w3.org/TR/annotation-model/
 */
export const w3cFormat: ExportFormat = {
  name: 'w3c',
  title: 'W3C Web Annotation',
  unit: 'codepoint',
  // Recogito and Hypothesis count UTF-16
  units: ['codepoint', 'utf16'],
  layout: 'file',
  extension: '.json',
  start: async (context) => {
    const main = await context.out.main()
    await main.write('[')
    return new W3cWriter(context, main)
  },
}

const MARK = '\ufeff'

class W3cWriter implements ArticleWriter {
  readonly #context: ExportContext
  readonly #main: OutputFile
  readonly #entitiesOf
  #articles = 0

  constructor(context: ExportContext, main: OutputFile) {
    this.#context = context
    this.#main = main
    this.#entitiesOf = entityReferences(context.labelSet)
  }

  async write(article: ExportedArticle) {
    const file = await this.#context.out.beside(`texts/${articleFileName(article.record)}.txt`)
    const { text } = article.record
    // who reads the file takes a mark at its beginning for no part of the text, and offsets would be one off
    await file.write(text.startsWith(MARK) ? `${MARK}${text}` : text)
    await file.close()
    const source = file.name.split('/').map(encodeURIComponent).join('/')
    this.#articles++
    const { unit } = this.#context
    const lines: string[] = []
    for (const annotation of annotationsOf(article, source, this.#articles, unit, this.#entitiesOf(article))) {
      lines.push(JSON.stringify(annotation))
    }
    await this.#main.write(`${this.#articles === 1 ? '' : ','}\n${lines.join(',\n')}`)
    return { spans: article.spans.length, relations: article.relations.length, lost: { origins: originsIn(article) } }
  }

  async end() {
    await this.#main.write('\n]\n')
    await this.#main.close()
  }
}
