// npm start [-- file.dictum]: from a fresh clone to a window, or to the main job's outputs where no window can be shown.
import './lib/node-version.mjs'
import path from 'node:path'
import { ensureBuilt } from './lib/build.mjs'
import { hasDisplay } from './lib/display.mjs'
import { environment } from './lib/environment.mjs'
import { runHeadless } from './lib/headless.mjs'
import { runMain, say } from './lib/log.mjs'
import { root } from './lib/paths.mjs'
import { runInOurPlace } from './lib/run.mjs'
import { sandboxArguments } from './lib/sandbox.mjs'

await runMain(async () => {
  const ready = await environment()
  await ensureBuilt(ready.env)
  if (!hasDisplay()) return runHeadless(ready)
  // npm runs scripts in the project folder: a relative path means one in the folder where the person stands
  const from = process.env.INIT_CWD ?? process.cwd()
  const args = process.argv.slice(2).map((arg) => (arg.startsWith('-') ? arg : path.resolve(from, arg)))
  say('starting Dictum')
  return runInOurPlace(ready.electronPath, [...sandboxArguments(ready.electronPath), root, ...args], {
    cwd: root,
    env: ready.env,
  })
})
