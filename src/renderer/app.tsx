import { DEFAULT_VIEW } from '../shared/domain/settings'
import styles from './app.module.css'
import { ArticleView } from './article/article-view'
import { ConcordanceBar } from './concordance/concordance-bar'
import { CorpusPane } from './corpus/corpus-pane'
import { DialogHost } from './dialogs/dialog-host'
import { InspectorPane } from './inspector/inspector-pane'
import { AppFooter } from './shell/app-footer'
import { AppHeader } from './shell/app-header'
import { DropZone } from './shell/drop-zone'
import { EngineBanner } from './shell/engine-banner'
import { FocusCorner } from './shell/focus-corner'
import { Toasts } from './shell/toasts'
import { Welcome } from './shell/welcome'
import { useAppStore } from './state/app-store'
import { useFocusMode } from './state/focus-mode'
import { Tour } from './tour/tour'

function Workbench() {
  const view = useAppStore((state) => state.settings?.view) ?? DEFAULT_VIEW
  const isFocused = useFocusMode((state) => state.isOn)
  return (
    <div className={styles.workbench} data-focus-mode={isFocused || undefined}>
      {!isFocused && <AppHeader />}
      <div className={styles.panes}>
        {view.corpus && !isFocused && (
          <aside className={styles.corpus} data-pane="corpus" aria-label="Corpus" tabIndex={-1}>
            <CorpusPane />
          </aside>
        )}
        <main className={styles.article} data-pane="article" aria-label="Article">
          <ConcordanceBar />
          <ArticleView />
        </main>
        {view.inspector && !isFocused && (
          <aside className={styles.inspector} data-pane="inspector" aria-label="Inspector" tabIndex={-1}>
            <InspectorPane />
          </aside>
        )}
      </div>
      {!isFocused && <AppFooter />}
      {isFocused && <FocusCorner />}
    </div>
  )
}

/** The one window: a welcome until a project is open, then the workbench. */
export function App() {
  const hasProject = useAppStore((state) => state.project !== null)
  const connected = useAppStore((state) => state.settings !== null)
  // keys are named all over the window: where they change, all of it is drawn again
  useAppStore((state) => state.settings?.shortcuts)
  return (
    <>
      {hasProject ? <Workbench /> : connected && <Welcome />}
      <EngineBanner />
      <DropZone />
      <DialogHost />
      <Tour />
      <Toasts />
    </>
  )
}
