import { resolve } from 'node:path'

/** What the command line and the environment ask of this start. Paths are absolute. */
export interface Launch {
  /** A project to open at once. */
  readonly open: string | null
  /** Write a picture of the window here, then quit. */
  readonly screenshot: string | null
  /** CSS pixels of the page; null: as it was left. */
  readonly windowSize: { readonly width: number; readonly height: number } | null
  /** Overrides the settings for this start. */
  readonly theme: 'light' | 'dark' | null
}

/** The last `.dictum` path among command-line arguments, absolute; null if there is none. */
export function projectArgument(args: readonly string[], folder: string): string | null {
  const path = args.findLast((arg) => !arg.startsWith('-') && arg.toLowerCase().endsWith('.dictum'))
  return path === undefined ? null : resolve(folder, path)
}

const pathIn = (value: string | undefined): string | null => (value ? resolve(value) : null)

function sizeIn(value: string | undefined): Launch['windowSize'] {
  const match = /^(\d{3,5})x(\d{3,5})$/.exec(value ?? '')
  return match === null ? null : { width: Number(match[1]), height: Number(match[2]) }
}

/** Reads the command line and the `DICTUM_…` variables. */
export function readLaunch(args: readonly string[], env: NodeJS.ProcessEnv, folder: string): Launch {
  const theme = env.DICTUM_THEME
  return {
    open: projectArgument(args, folder) ?? pathIn(env.DICTUM_OPEN),
    screenshot: pathIn(env.DICTUM_SCREENSHOT),
    windowSize: sizeIn(env.DICTUM_WINDOW_SIZE),
    theme: theme === 'light' || theme === 'dark' ? theme : null,
  }
}
