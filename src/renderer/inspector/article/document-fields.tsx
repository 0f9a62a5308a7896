import type { ArticleDetail } from '../../../shared/domain/corpus/articles'
import { useAppStore } from '../../state/app-store'
import { AttributeRow } from '../controls/attribute-row'
import rows from '../rows.module.css'
import { setField, setFieldToNewEntity } from './update-article'

/** What the label set lets one say of a whole article. */
export function DocumentFields({ article }: { readonly article: ArticleDetail }) {
  const fields = useAppStore((state) => state.project?.labelSet.fields)
  if (fields === undefined || fields.length === 0) return null
  const { articleId } = article
  return (
    <dl className={rows.rows}>
      {fields.map((field) => (
        <AttributeRow
          key={field.id}
          attribute={field}
          value={article.fields[field.id]}
          onChange={(value) => setField(articleId, field.id, value)}
          onCreateEntity={(name) => void setFieldToNewEntity(articleId, field.id, name)}
        />
      ))}
    </dl>
  )
}
