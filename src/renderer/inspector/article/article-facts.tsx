import { useMemo } from 'react'
import type { ArticleDetail } from '../../../shared/domain/corpus/articles'
import { indexCodePoints } from '../../../shared/domain/text/code-points'
import { countOf } from '../../ui/format'
import rows from '../rows.module.css'
import { momentText } from '../words/moment-text'
import styles from './article-facts.module.css'
import { CopyIcon } from './copy-icon'
import { countWords } from './word-count'

const LINE_ENDINGS: Record<ArticleDetail['lineEnding'], string> = {
  lf: 'Unix (LF)',
  crlf: 'Windows (CR LF)',
  cr: 'old Mac (CR)',
  mixed: 'mixed',
  none: 'none, a single line',
}

const FORMATS: Readonly<Record<string, string>> = {
  text: 'plain text',
  markdown: 'Markdown',
  html: 'web page (HTML)',
  docx: 'Word (.docx)',
  jsonl: 'JSON lines',
  json: 'JSON',
  csv: 'table (CSV)',
}

/** What is known of the file that an article came from. */
export function ArticleFacts({ article }: { readonly article: ArticleDetail }) {
  const { text } = article
  const length = useMemo(() => ({ characters: indexCodePoints(text).length, words: countWords(text) }), [text])
  const facts: [string, React.ReactNode][] = [
    [
      'Length',
      `${countOf(length.characters, 'character')} · ${length.words.about ? 'about ' : ''}${countOf(length.words.count, 'word')}`,
    ],
    ...(article.url === null ? [] : [['URL', <WebAddress key="url" url={article.url} />] as [string, React.ReactNode]]),
    ['Source', article.source],
    ['Format', FORMATS[article.format] ?? article.format],
    ['Encoding', encodingText(article)],
    ['Line ends', LINE_ENDINGS[article.lineEnding]],
    ['Imported', momentText(article.importedAt)],
    ['SHA-256', <Checksum key="sha256" sha256={article.sha256} />],
  ]
  return (
    <dl className={`${rows.rows} ${styles.facts}`}>
      {facts.map(([name, value]) => (
        <div key={name} className={styles.fact}>
          <dt className={rows.term}>{name}</dt>
          <dd className={rows.value}>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function Checksum({ sha256 }: { readonly sha256: string }) {
  return (
    <>
      <code className={styles.code} title={sha256}>
        {sha256.slice(0, 12)}…
      </code>
      <CopyIcon text={sha256} label="Copy the whole checksum" />
    </>
  )
}

/** Never a link: nothing is fetched, and no browser is opened. */
function WebAddress({ url }: { readonly url: string }) {
  return (
    <>
      <span className={styles.address}>{url}</span>
      <CopyIcon text={url} label="Copy the URL" />
    </>
  )
}

/** “windows-1250 · 80% sure”: of what was not guessed, the name alone. */
function encodingText({ encoding, encodingConfidence }: ArticleDetail): string {
  if (encodingConfidence === null || encodingConfidence >= 1) return encoding
  return `${encoding} · ${Math.round(encodingConfidence * 100)}% sure`
}
