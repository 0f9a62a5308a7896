// npm run screenshots: takes the pictures of docs/screenshots.
import './lib/node-version.mjs'
import { ensureBuilt } from './lib/build.mjs'
import { underDisplay } from './lib/display.mjs'
import { environment } from './lib/environment.mjs'
import { runMain } from './lib/log.mjs'
import { inModules, root } from './lib/paths.mjs'
import { run } from './lib/run.mjs'

await runMain(async () => {
  const { env } = await environment()
  await ensureBuilt(env)
  const playwright = inModules('@playwright/test/cli.js')
  const args = ['test', '-c', 'tests/screenshots/playwright.config.ts', ...process.argv.slice(2)]
  return run(...(await underDisplay(process.execPath, [playwright, ...args])), { cwd: root, env })
})
