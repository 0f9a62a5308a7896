import { Search } from 'lucide-react'
import { useState } from 'react'
import {
  Autocomplete,
  Dialog,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Modal,
  ModalOverlay,
  SearchField,
} from 'react-aria-components'
import { keysOf, runCommand } from '../commands/registry'
import { useAppStore } from '../state/app-store'
import { openArticle } from '../state/navigation'
import { formatDay } from '../ui/format'
import { Kbd } from '../ui/kbd'
import { StatusDot } from '../ui/status-dot'
import styles from './command-palette.module.css'
import { matchingCommands } from './palette-matches'
import { useArticleMatches } from './use-article-matches'

const ARTICLE_KEY = 'article:'

/** Once the dialog is gone and has given the keyboard back: a command may move it elsewhere. */
function afterClosing(action: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(action))
}

/** One field for everything: commands by name, articles by their words. */
export function CommandPalette({ onClose }: { onClose(): void }) {
  const hasProject = useAppStore((state) => state.project !== null)
  const [query, setQuery] = useState('')
  const commands = matchingCommands(query)
  const articles = useArticleMatches(query, hasProject)
  const choose = (key: string) => {
    onClose()
    afterClosing(() => {
      if (key.startsWith(ARTICLE_KEY)) void openArticle(Number(key.slice(ARTICLE_KEY.length)))
      else runCommand(key)
    })
  }
  return (
    <ModalOverlay className={styles.overlay} isOpen isDismissable onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Modal className={styles.modal}>
        <Dialog className={styles.dialog} aria-label="Command palette">
          <Autocomplete inputValue={query} onInputChange={setQuery}>
            <SearchField className={styles.field} aria-label="Search articles or run a command" autoFocus>
              <Search size={16} strokeWidth={1.75} aria-hidden="true" />
              <Input
                className={styles.input}
                spellCheck="false"
                placeholder={hasProject ? 'Search articles or run a command' : 'Run a command'}
              />
              <Kbd keys="Esc" />
            </SearchField>
            <ListBox
              className={styles.list}
              aria-label="Results"
              selectionMode="none"
              onAction={(key) => choose(String(key))}
              renderEmptyState={() => <p className={styles.none}>Nothing matches.</p>}
            >
              {commands.length > 0 && (
                <ListBoxSection id="commands" className={styles.section}>
                  <Header className={styles.heading}>Commands</Header>
                  {commands.map(({ id, title, section }) => {
                    const keys = keysOf(id)
                    return (
                      <ListBoxItem key={id} id={id} className={styles.item} textValue={title}>
                        <span className={styles.title}>{title}</span>
                        <span className={styles.aside}>{section}</span>
                        <span className={styles.keys}>{keys !== undefined && <Kbd keys={keys} />}</span>
                      </ListBoxItem>
                    )
                  })}
                </ListBoxSection>
              )}
              {articles.length > 0 && (
                <ListBoxSection id="articles" className={styles.section}>
                  <Header className={styles.heading}>Articles</Header>
                  {articles.map(({ articleId, title, status, publishedOn }) => (
                    <ListBoxItem
                      key={articleId}
                      id={`${ARTICLE_KEY}${articleId}`}
                      className={styles.item}
                      textValue={title}
                    >
                      <StatusDot status={status} />
                      <span className={styles.title}>{title}</span>
                      <span className={styles.aside}>{publishedOn === null ? '' : formatDay(publishedOn)}</span>
                    </ListBoxItem>
                  ))}
                </ListBoxSection>
              )}
            </ListBox>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
