import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { protocol, type Session } from 'electron'
import { fileOfUrl } from './file-of-url'

export const APP_ORIGIN = 'app://dictum'
export const APP_URL = `${APP_ORIGIN}/index.html`

const MIME_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

/** react-aria puts one constant <style> into the page; it asks for a nonce in a meta element of this name. */
const NONCE_META = 'csp-nonce'

const contentSecurityPolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "font-src 'self'",
    "img-src 'self' data:",
    "connect-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')

/** Before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

const refuse = (status: number): Response => new Response(null, { status })

async function respond(address: string, folder: string): Promise<Response> {
  const file = fileOfUrl(address, folder)
  const type = file === null ? undefined : MIME_TYPES[extname(file)]
  if (file === null || type === undefined) return refuse(404)
  let bytes: Buffer
  try {
    bytes = await readFile(file)
  } catch {
    return refuse(404)
  }
  const nonce = randomBytes(16).toString('base64')
  const body = type.startsWith('text/html')
    ? bytes.toString('utf8').replace('<head>', `<head><meta name="${NONCE_META}" nonce="${nonce}">`)
    : new Uint8Array(bytes)
  return new Response(body, {
    headers: {
      'Content-Type': type,
      'Content-Security-Policy': contentSecurityPolicy(nonce),
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Cross-Origin-Opener-Policy': 'same-origin',
    },
  })
}

/** Serves the built renderer, and nothing else, under `app://dictum/`. */
export function serveApp(session: Session, folder: string): void {
  session.protocol.handle('app', (request) => (request.method === 'GET' ? respond(request.url, folder) : refuse(405)))
}
