import { existsSync, realpathSync } from 'node:fs'
import { resolve } from 'node:path'

/** Where a path leads: what is there is replaced, and a link to it stays one. */
export const behindLinks = (path: string): string => (existsSync(path) ? realpathSync(path) : resolve(path))
