import './ui/fonts'
import './ui/tokens.css'
import './ui/palette.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app'
import { listenToKeys } from './commands/keyboard'
import { runCommand } from './commands/registry'
import { reportFailure, useAppStore } from './state/app-store'
import { connect } from './state/connect'
import { meetEntities } from './state/meet-entities'
import { followPainting } from './state/painted-article'
import { settleBeforeClosing } from './state/settle'
import { listenForTour } from './tour/listen-for-tour'

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
)

listenToKeys()
settleBeforeClosing()
meetEntities()
followPainting()
listenForTour()
window.dictum.app.onCommand((id) => void (useAppStore.getState().dialog === null && runCommand(id)))
void connect()
  .catch(reportFailure)
  .then(() => document.fonts.ready)
  .then(() => {
    // for screenshots and end-to-end tests: the first state is on the screen
    requestAnimationFrame(() => requestAnimationFrame(() => (document.documentElement.dataset.ready = 'true')))
  })
