import { Flag } from 'lucide-react'
import { useId } from 'react'
import { ToggleButton } from 'react-aria-components'
import { type ArticleDetail, STATUSES, type Status } from '../../../shared/domain/corpus/articles'
import { keysOf } from '../../commands/registry'
import { useArticleStore } from '../../state/article-store'
import { setStatus, toggleFlag } from '../../state/gestures'
import { Kbd } from '../../ui/kbd'
import { DropDown } from '../controls/drop-down'
import { FieldControl } from '../controls/field-control'
import { NoteField } from '../controls/note-field'
import { CopiesSection } from '../versions/copies-section'
import { RevisionsSection } from '../versions/revisions-section'
import { ArticleFacts } from './article-facts'
import styles from './article-tab.module.css'
import { DocumentFields } from './document-fields'
import { ExtraFields } from './extra-fields'
import { dateFoundText, langFoundText } from './found-words'
import { LanguageField } from './language-field'
import { TagsField } from './tags-field'
import { updateArticle } from './update-article'

const STATUS_NAMES: Record<Status, string> = {
  todo: 'To do',
  in_progress: 'In progress',
  done: 'Done',
  skipped: 'Skipped',
}

/** The open article's own data: what can be changed above, what is known of its file below. */
export function ArticleTab() {
  const article = useArticleStore((state) => state.article)
  // an article has fields of its own, so that no draft is ever written to another
  return article === null ? null : <Metadata key={article.articleId} article={article} />
}

function Metadata({ article }: { readonly article: ArticleDetail }) {
  const id = useId()
  const { articleId } = article
  const dateFound = dateFoundText(article.dateFound)
  const langFound = langFoundText(article.langFound)
  return (
    <div className={styles.page}>
      <div className={styles.field}>
        <label htmlFor={`${id}-title`}>Title</label>
        <NoteField
          id={`${id}-title`}
          label="Title"
          isLine
          value={article.title}
          onCommit={(title) => updateArticle(articleId, { title })}
        />
      </div>
      <div className={styles.field}>
        <label htmlFor={`${id}-date`}>Date</label>
        <FieldControl
          id={`${id}-date`}
          kind="date"
          value={article.publishedOn ?? ''}
          describedBy={`${id}-hint`}
          onCommit={(day) => updateArticle(articleId, { publishedOn: day === '' ? null : day })}
        />
        <span className={styles.hint} id={`${id}-hint`}>
          {dateFound === null ? 'The article’s date,' : `${dateFound};`} used where a claim has none.
        </span>
      </div>
      <div className={styles.field}>
        <span className={styles.label}>Language</span>
        <LanguageField lang={article.lang} onChoose={(lang) => void updateArticle(articleId, { lang })} />
        {langFound !== null && <span className={styles.hint}>{langFound}.</span>}
      </div>
      <TagsField
        tags={article.tags}
        onAdd={(add) => void updateArticle(articleId, { tags: { add } })}
        onRemove={(remove) => void updateArticle(articleId, { tags: { remove } })}
      />
      <div className={styles.status}>
        <DropDown
          name="Status"
          value={article.status}
          options={STATUSES.map((status) => ({ id: status, name: STATUS_NAMES[status] }))}
          onChoose={(status) => status !== null && status !== article.status && void setStatus(status as Status)}
        />
        <ToggleButton className={styles.flag} isSelected={article.flagged} onChange={() => void toggleFlag()}>
          <Flag size={14} strokeWidth={1.75} aria-hidden="true" />
          {article.flagged ? 'Flagged' : 'Flag'}
          <Kbd keys={keysOf('article.flag') ?? ''} />
        </ToggleButton>
      </div>
      <NoteField
        label="Note on this article"
        rows={3}
        value={article.note}
        onCommit={(note) => updateArticle(articleId, { note })}
      />
      <DocumentFields article={article} />
      <ExtraFields extra={article.extra} />
      <RevisionsSection article={article} />
      <CopiesSection article={article} />
      <ArticleFacts article={article} />
    </div>
  )
}
