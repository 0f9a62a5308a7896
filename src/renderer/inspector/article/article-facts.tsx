import { Check, Copy } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { ArticleDetail } from '../../../shared/domain/articles'
import { indexCodePoints } from '../../../shared/domain/code-points'
import { copyText } from '../../ui/copy-text'
import { countOf, languageName } from '../../ui/format'
import { IconButton } from '../../ui/icon-button'
import rows from '../rows.module.css'
import { momentText } from '../words/moment-text'
import styles from './article-facts.module.css'
import { countWords } from './word-count'

const LINE_ENDINGS: Record<ArticleDetail['lineEnding'], string> = {
  lf: 'Unix (LF)',
  crlf: 'Windows (CR LF)',
  cr: 'old Mac (CR)',
  mixed: 'mixed',
  none: 'none, a single line',
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
    ...(article.lang === null ? [] : ([['Language', languageName(article.lang)]] satisfies [string, string][])),
    ['Source', article.source],
    ['Encoding', article.encoding],
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
  const [copied, setCopied] = useState(false)
  const copy = () => {
    if (!copyText(sha256)) return
    setCopied(true)
    setTimeout(() => setCopied(false), 1500)
  }
  return (
    <>
      <code className={styles.code} title={sha256}>
        {sha256.slice(0, 12)}…
      </code>
      <IconButton
        icon={copied ? Check : Copy}
        label={copied ? 'Copied' : 'Copy the whole checksum'}
        size="small"
        onPress={copy}
      />
    </>
  )
}
