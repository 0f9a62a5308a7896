import { ensureVirtualDisplay } from './system-packages.mjs'

/** Whether a window can be opened and seen here. */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}

/**
 * A command that runs the given one with a display: itself where there is one, else under a virtual screen of
 * 1600 × 1000 pixels.
 * @param {string} command
 * @param {string[]} args
 * @returns {Promise<[string, string[]]>}
 */
export async function underDisplay(command, args) {
  if (hasDisplay()) return [command, args]
  await ensureVirtualDisplay()
  // Where xvfb-run starts to look for a free number: it can race with another that looks at the same one
  const firstNumber = 100 + (process.pid % 10_000)
  return ['xvfb-run', ['-a', '-n', String(firstNumber), '-s', '-screen 0 1600x1000x24', command, ...args]]
}
