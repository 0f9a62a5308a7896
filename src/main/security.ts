import { app, type IpcMainEvent, type IpcMainInvokeEvent, type Session, type WebContents } from 'electron'
import { APP_ORIGIN, APP_URL } from './app-protocol'
import { log } from './log'

/** Chromium's own services, which would look for the network. */
const SWITCHES_OFF = [
  'disable-background-networking',
  'disable-component-update',
  'disable-domain-reliability',
  'disable-client-side-phishing-detection',
  'disable-sync',
  'dns-prefetch-disable',
  'no-pings',
]

/** Before the app is ready. */
export function hardenProcess(): void {
  for (const name of SWITCHES_OFF) app.commandLine.appendSwitch(name)
  // no name is ever looked up
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
  // as root (containers) Chromium's sandbox cannot start, and the start script says so
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
}

function isAllowed(url: string): boolean {
  if (url.startsWith(`${APP_ORIGIN}/`) || url.startsWith('data:') || url.startsWith('blob:')) return true
  return !app.isPackaged && url.startsWith('devtools://')
}

/** No network, no permissions, no devices, no downloads. */
export function hardenSession(session: Session): void {
  session.webRequest.onBeforeRequest((details, callback) => {
    const cancel = !isAllowed(details.url)
    if (cancel) log('security', `request refused: ${details.url.slice(0, 200)}`)
    callback({ cancel })
  })
  session.setPermissionRequestHandler((_contents, _permission, callback) => callback(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setSpellCheckerEnabled(false)
  // with a language left, Chromium downloads its dictionary all the same
  session.setSpellCheckerLanguages([])
  session.on('will-download', (event) => event.preventDefault())
  // no automatic discovery of a proxy
  void session.setProxy({ mode: 'direct' })
}

function hardenContents(contents: WebContents): void {
  // a reload is all the navigation there is
  contents.on('will-frame-navigate', (event) => {
    if (event.isMainFrame && event.url === APP_URL) return
    log('security', `navigation refused: ${event.url.slice(0, 200)}`)
    event.preventDefault()
  })
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.on('select-bluetooth-device', (event, _devices, callback) => {
    event.preventDefault()
    callback('')
  })
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}

/** Applies to every page that will ever be made. */
export function hardenAllContents(): void {
  app.on('web-contents-created', (_event, contents) => hardenContents(contents))
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, callback) => {
    event.preventDefault()
    callback(false)
  })
  app.on('select-client-certificate', (event) => event.preventDefault())
}

/** True for a message that our own page's main frame sent. */
export function isFromOurPage(event: IpcMainEvent | IpcMainInvokeEvent): boolean {
  const frame = event.senderFrame
  return frame !== null && frame === event.sender.mainFrame && frame.origin === APP_ORIGIN
}
