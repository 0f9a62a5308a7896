import { X } from 'lucide-react'
import { type KeyboardEvent, useId, useState } from 'react'
import { Button, Tag, TagGroup, TagList } from 'react-aria-components'
import { useAppStore } from '../../state/app-store'
import { useArticleStore } from '../../state/article-store'
import field from '../controls/field-control.module.css'
import styles from './tags-field.module.css'

interface TagsFieldProps {
  readonly tags: readonly string[]
  onAdd(tags: string[]): void
  onRemove(tags: string[]): void
}

const tagsIn = (text: string): string[] =>
  text
    .split(',')
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '')

/** An article's tags. Delete takes the one away that has the keyboard; Enter or a comma adds what is written. */
export function TagsField({ tags, onAdd, onRemove }: TagsFieldProps) {
  const id = useId()
  const [draft, setDraft] = useState('')
  const add = (text: string) => {
    const added = tagsIn(text).filter((tag) => !tags.includes(tag))
    setDraft('')
    if (added.length > 0) onAdd(added)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' || event.key === ',') {
      event.preventDefault()
      add(draft)
    } else if (event.key === 'Escape') {
      event.preventDefault()
      if (draft !== '') setDraft('')
      else if (useAppStore.getState().dialog === null) useArticleStore.getState().view?.focus()
    }
  }
  return (
    <div className={styles.tags}>
      <label htmlFor={id}>Tags</label>
      {tags.length > 0 && (
        <TagGroup aria-label="Tags of this article" onRemove={(removed) => onRemove([...removed].map(String))}>
          <TagList className={styles.list} items={tags.map((tag) => ({ id: tag }))}>
            {({ id: tag }) => (
              <Tag id={tag} textValue={tag} className={styles.tag}>
                <span className={styles.name} title={tag}>
                  {tag}
                </span>
                <Button slot="remove" aria-label={`Take away the tag ${tag}`} className={styles.remove}>
                  <X size={12} strokeWidth={2} aria-hidden="true" />
                </Button>
              </Tag>
            )}
          </TagList>
        </TagGroup>
      )}
      <input
        id={id}
        className={field.field}
        type="text"
        placeholder="Add a tag"
        value={draft}
        spellCheck={false}
        autoComplete="off"
        maxLength={200}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={() => add(draft)}
        onKeyDown={onKeyDown}
      />
    </div>
  )
}
