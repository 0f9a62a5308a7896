#!/usr/bin/env node
// The command line. It prepares and builds what is missing, as npm start does, and then gives everything over to
// out/cli/index.js. Until then it writes to stderr only: stdout belongs to the command.
import '../scripts/lib/node-version.mjs'
import { ensureBuilt } from '../scripts/lib/build.mjs'
import { environment } from '../scripts/lib/environment.mjs'
import { Problem, reportError } from '../scripts/lib/log.mjs'
import { inRoot } from '../scripts/lib/paths.mjs'
import { runInOurPlace } from '../scripts/lib/run.mjs'

/** What the dynamic loader answers when a program lacks a library. */
const LACKS_LIBRARY = 127

/** As the command itself ends where it cannot reach its project; 1 would mean that something was done. */
const UNPREPARED = 3

const args = [inRoot('out/cli/index.js'), ...process.argv.slice(2)]

try {
  process.exitCode = await main()
} catch (error) {
  reportError(error)
  if (process.argv.includes('--json')) {
    const message = error instanceof Problem ? error.message : `Dictum could not be prepared: ${String(error)}`
    process.stdout.write(`${JSON.stringify({ error: { code: 'unprepared', message } })}\n`)
  }
  process.exitCode = UNPREPARED
}

async function main() {
  const ready = await environment({ quick: true })
  await ensureBuilt(ready.env)
  const status = await runInOurPlace(ready.electronPath, args, { env: ready.nodeEnv })
  if (status !== LACKS_LIBRARY) return status
  const checked = await environment()
  return runInOurPlace(checked.electronPath, args, { env: checked.nodeEnv })
}
