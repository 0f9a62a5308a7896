import { say } from './log.mjs'

/**
 * Chromium refuses to start its process sandbox as root, which is who one often is in a container.
 * @returns {string[]} arguments for Electron
 */
export function sandboxArguments() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return []
  say("running as root, so without Chromium's process sandbox (--no-sandbox); as an ordinary user it stays on")
  return ['--no-sandbox']
}
