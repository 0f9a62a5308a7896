import { FileText } from 'lucide-react'
import { useDeferredValue, useLayoutEffect, useRef } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { usePaintedArticle } from '../state/painted-article'
import { EmptyState } from '../ui/empty-state'
import { ArticleTab } from './article/article-tab'
import { ClaimsTab } from './claims/claims-tab'
import { HistoryTab } from './history/history-tab'
import styles from './inspector-pane.module.css'
import { INSPECTOR_TABS, type InspectorTab, showTab, useInspectorStore } from './inspector-store'
import { keepKeyboardInText } from './keep-keyboard'
import { SpansTab } from './spans/spans-tab'

const CONTENT: Record<InspectorTab, () => React.ReactNode> = {
  claims: ClaimsTab,
  spans: SpansTab,
  article: ArticleTab,
  history: HistoryTab,
}

/** The right pane: the open article's claims, spans, metadata and history. */
export function InspectorPane() {
  const pane = useRef<HTMLDivElement>(null)
  const tab = useInspectorStore((state) => state.tab)
  // the text is painted first; a pane of its own for each article lets go of the last one
  const articleId = useDeferredValue(usePaintedArticle((state) => state.article?.articleId))
  useLayoutEffect(() => keepKeyboardInText(pane.current), [])
  return (
    <Tabs
      ref={pane}
      className={styles.pane}
      selectedKey={tab}
      onSelectionChange={(key) => showTab(key as InspectorTab)}
    >
      <TabList className={styles.tabs} aria-label="Inspector">
        {Object.entries(INSPECTOR_TABS).map(([id, title]) => (
          <Tab key={id} id={id} className={styles.tab}>
            {title}
          </Tab>
        ))}
      </TabList>
      {Object.entries(CONTENT).map(([id, Content]) => (
        <TabPanel key={id} id={id} className={styles.panel}>
          {articleId !== undefined ? (
            <Content key={articleId} />
          ) : (
            <EmptyState icon={FileText} title="No article is open">
              What is marked in the open article is listed here.
            </EmptyState>
          )}
        </TabPanel>
      ))}
    </Tabs>
  )
}
