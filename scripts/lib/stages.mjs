import fs from 'node:fs'
import { ensureBuilt } from './build.mjs'
import { underDisplay } from './display.mjs'
import { readJsonIfWhole } from './files.mjs'
import { inModules, inRoot, root } from './paths.mjs'
import { countPlaywright, countVitest, FAILED, judge, PASSED } from './reports.mjs'
import { run } from './run.mjs'

/**
 * @typedef {import('./reports.mjs').Counts} Counts
 * @typedef {(environment: import('./environment.mjs').Environment, more: string[]) => Promise<Counts | undefined>} Stage
 *   gives what it adds to the sum; `more` goes to the test runner
 */

/** The stages of npm test, in their order. @type {Record<string, Stage>} */
export const STAGES = {
  lint: ({ env }) => tool(env, ['@biomejs/biome/bin/biome', 'check', '.']),
  types: async ({ env }) => {
    const counts = [
      await tool(env, ['typescript/bin/tsc', '--noEmit']),
      await tool(env, ['typescript/bin/tsc', '-p', 'scripts']),
    ]
    return counts.find(({ failed }) => failed > 0) ?? PASSED
  },
  // inside the Electron that is tested: one SQLite addon, and the Node that npm runs on does not matter
  unit: async ({ electronPath, nodeEnv }, more) => {
    const report = freshReport('test-results/unit.json')
    const args = ['run', '--reporter=default', '--reporter=json', `--outputFile=${report}`, ...more]
    const status = await run(electronPath, [inModules('vitest/vitest.mjs'), ...args], { cwd: root, env: nodeEnv })
    return judge(status, counted(report, countVitest))
  },
  // throws when it fails; a build that succeeds is no test
  build: async ({ env }) => {
    await ensureBuilt(env)
    return undefined
  },
  e2e: async ({ env }, more) => {
    const report = freshReport('test-results/e2e.json')
    const args = [inModules('@playwright/test/cli.js'), 'test', '--pass-with-no-tests', ...more]
    const status = await run(...(await underDisplay(process.execPath, args)), { cwd: root, env })
    return judge(status, counted(report, countPlaywright))
  },
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {string[]} command a script in node_modules and its arguments
 */
async function tool(env, [script = '', ...args]) {
  return (await run(process.execPath, [inModules(script), ...args], { cwd: root, env })) === 0 ? PASSED : FAILED
}

/**
 * Removes the report of the run before, which would otherwise speak for a stage that crashes.
 * @param {string} name
 */
function freshReport(name) {
  fs.rmSync(inRoot(name), { force: true })
  return inRoot(name)
}

/**
 * @param {string} report
 * @param {(report: any) => Counts} count
 */
function counted(report, count) {
  const json = readJsonIfWhole(report)
  return json && count(json)
}
