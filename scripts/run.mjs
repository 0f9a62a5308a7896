// node scripts/run.mjs <node|electron|vitest|playwright> [arguments]: one tool in the prepared environment.
import './lib/node-version.mjs'
import { underDisplay } from './lib/display.mjs'
import { environment } from './lib/environment.mjs'
import { Problem, runMain } from './lib/log.mjs'
import { inModules, root } from './lib/paths.mjs'
import { run } from './lib/run.mjs'

const [tool, ...args] = process.argv.slice(2)

await runMain(async () => {
  const { electronPath, env, nodeEnv } = await environment()
  const here = { cwd: root, env }
  if (tool === 'node') return run(electronPath, args, { env: nodeEnv })
  if (tool === 'vitest')
    return run(electronPath, [inModules('vitest/vitest.mjs'), ...args], { cwd: root, env: nodeEnv })
  if (tool === 'electron') return run(...(await underDisplay(electronPath, args)), here)
  if (tool === 'playwright') {
    return run(...(await underDisplay(process.execPath, [inModules('@playwright/test/cli.js'), ...args])), here)
  }
  throw new Problem('usage: node scripts/run.mjs <node|electron|vitest|playwright> [arguments]')
})
