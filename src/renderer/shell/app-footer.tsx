import { Button } from 'react-aria-components'
import type { Shelf } from '../../shared/domain/corpus/articles'
import { keysOf, runCommand, type WindowCommandId } from '../commands/registry'
import { useArticleStore } from '../state/article-store'
import { isFiltered, useCorpusStore } from '../state/corpus-store'
import { formatCount, languageName } from '../ui/format'
import { Kbd } from '../ui/kbd'
import styles from './app-footer.module.css'
import { FooterJob } from './footer-job'
import { SaveState } from './save-state'

const HINTS: readonly { readonly command: WindowCommandId; readonly words: string }[] = [
  { command: 'article.next', words: 'next' },
  { command: 'article.doneAndNext', words: 'done and next' },
  { command: 'span.link', words: 'link' },
  { command: 'help.shortcuts', words: 'all keys' },
]

/** An article that is in no list can still be opened: from the concordance, its copies, a finding. */
const PUT_AWAY: Readonly<Record<Exclude<Shelf, 'shown'>, string>> = {
  hidden: 'Hidden with its import',
  archived: 'Archived with its import',
  trash: 'In the trash',
  superseded: 'An earlier revision',
}

/** “Article 473 of 1,284”, in the list as it is filtered now. */
function Place() {
  const articleId = useArticleStore((state) => state.article?.articleId)
  const shelf = useArticleStore((state) => state.article?.shelf ?? 'shown')
  const articleIds = useCorpusStore((state) => state.articleIds)
  const filtered = useCorpusStore(isFiltered)
  if (articleId === undefined) return null
  if (shelf !== 'shown') return <strong className={styles.putAway}>{PUT_AWAY[shelf]}</strong>
  const index = articleIds.indexOf(articleId)
  if (index === -1) return <span>Not in this list</span>
  const suffix = filtered ? ' in this list' : ''
  return (
    <span>
      Article {formatCount(index + 1)} of {formatCount(articleIds.length)}
      {suffix}
    </span>
  )
}

function Encoding() {
  const encoding = useArticleStore((state) => state.article?.encoding)
  const lang = useArticleStore((state) => state.article?.lang)
  if (encoding === undefined) return null
  return (
    <span>
      {encoding.toUpperCase()}
      {lang != null && lang !== '' && ` · ${languageName(lang)}`}
    </span>
  )
}

/** The bar at the bottom: is it saved, where am I, what runs, which keys help. */
export function AppFooter() {
  const hasArticle = useArticleStore((state) => state.article !== null)
  return (
    <footer className={styles.footer}>
      <SaveState />
      <Place />
      <Encoding />
      <FooterJob />
      <span className={styles.grow} />
      {HINTS.filter(({ command }) => hasArticle || command === 'help.shortcuts').map(({ command, words }) => (
        // Tab passes the hints by: each has its key, and the palette has them all
        <Button
          key={command}
          data-tour={command}
          className={styles.hint}
          excludeFromTabOrder
          onPress={() => runCommand(command)}
        >
          <Kbd keys={keysOf(command) ?? ''} isDecorative />
          {words}
        </Button>
      ))}
    </footer>
  )
}
