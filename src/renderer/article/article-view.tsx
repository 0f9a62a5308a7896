import { Fragment, useEffect, useRef, useState } from 'react'
import { useArticleStore } from '../state/article-store'
import { closeFind, useFindStore } from '../state/find-store'
import { useFocusMode } from '../state/focus-mode'
import { ArticleEmpty } from './article-empty'
import { AttributePopover } from './marking/attribute-popover'
import type { ArticleSurface } from './text/article-surface'
import './text/article-text.css'
import styles from './article-view.module.css'
import { EdgeHandles } from './edges/edge-handles'
import './edges/edge-preview.css'
import { FindBar } from './find/find-bar'
import { FoundWords } from './find/found-words'
import { GuidelinesPlace } from './guidelines-place'
import './text/hover-parts.css'
import { drawChosen } from './overlays/chosen-highlights'
import './overlays/chosen-highlights.css'
import { LabelTags } from './overlays/label-tags'
import { LinkHints } from './overlays/link-hints'
import { RelationArcs } from './overlays/relation-arcs'
import { mountArticleText } from './text/mount-article-text'
import './text/segments.css'
import { SelectionPopover } from './marking/selection-popover'
import { SpanChoiceList } from './marking/span-choice-list'
import { SuggestionFocus } from './marking/suggestion-focus'
import { ToolsBar } from './marking/tools-bar'
import { SpanGutter } from './overlays/span-gutter'
import { SpanAnnouncer } from './spoken/span-announcer'
import { SpanOutline } from './spoken/span-outline'
import { SpanSummary, SUMMARY_ID } from './spoken/span-summary'

/** The middle of the window: the article's words with all that is marked in them. */
export function ArticleView() {
  const root = useRef<HTMLDivElement>(null)
  const column = useRef<HTMLDivElement>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const [surface, setSurface] = useState<ArticleSurface | null>(null)
  const hasArticle = useArticleStore((state) => state.article !== null)
  const isLoading = useArticleStore((state) => state.loadingId !== null)
  const isFocusMode = useFocusMode((state) => state.isOn)
  const isFinding = useFindStore((state) => state.isOpen)
  const hasFound = useFindStore((state) => state.isOfSearch)
  const articleId = useArticleStore((state) => state.article?.articleId)
  const lang = useArticleStore((state) => state.article?.lang ?? undefined)

  useEffect(() => {
    const mounted = mountArticleText(root.current!, column.current!, scroller.current!)
    setSurface(mounted.surface)
    return () => {
      setSurface(null)
      closeFind({ keyboard: false })
      mounted.dispose()
    }
  }, [])

  useEffect(() => (surface === null ? undefined : drawChosen(surface)), [surface])

  return (
    <>
      <div className={styles.tools} data-floating={isFocusMode || undefined}>
        <ToolsBar />
      </div>
      <div className={styles.body}>
        {surface !== null && hasArticle && isFinding && <FindBar surface={surface} />}
        {surface !== null && hasArticle && hasFound && <FoundWords surface={surface} />}
        <div
          ref={scroller}
          className={styles.scroller}
          data-focus-mode={isFocusMode || undefined}
          hidden={!hasArticle}
          aria-busy={isLoading}
        >
          <div ref={column} className={styles.column}>
            {/* biome-ignore lint/a11y/useSemanticElements: a text area could not hold marked words */}
            <div
              ref={root}
              className="article-text"
              data-article-text
              role="textbox"
              aria-readonly="true"
              aria-multiline="true"
              aria-label="Article text"
              aria-describedby={SUMMARY_ID}
              tabIndex={0}
              spellCheck={false}
              lang={lang}
              dir="auto"
            />
            {surface !== null && hasArticle && (
              // of its own for each article: what React remembers of the last one goes with it
              <Fragment key={articleId}>
                <RelationArcs surface={surface} />
                <LabelTags surface={surface} />
                <EdgeHandles surface={surface} />
                <SuggestionFocus surface={surface} />
                <LinkHints surface={surface} />
                <AttributePopover surface={surface} />
                <SpanChoiceList surface={surface} />
                <SelectionPopover surface={surface} />
              </Fragment>
            )}
          </div>
        </div>
        {surface !== null && hasArticle && !isFocusMode && <SpanGutter key={`gutter ${articleId}`} surface={surface} />}
        {hasArticle && <SpanSummary />}
        {hasArticle && <SpanOutline key={`outline ${articleId}`} />}
        <SpanAnnouncer text={root} />
        {hasArticle && <GuidelinesPlace />}
        {!hasArticle && <ArticleEmpty isLoading={isLoading} />}
      </div>
    </>
  )
}
