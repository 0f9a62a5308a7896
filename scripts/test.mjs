// npm test [-- [stage...] [arguments for the test runners]]: from a fresh clone to one line with the sum of all tests.
import './lib/node-version.mjs'
import { environment } from './lib/environment.mjs'
import { reportError, say } from './lib/log.mjs'
import { FAILED, summary } from './lib/reports.mjs'
import { STAGES } from './lib/stages.mjs'

/** @type {import('./lib/reports.mjs').Counts[]} */
const counts = []

/**
 * Runs one stage; a stage that throws counts as one failed test.
 * @param {string} name
 * @param {() => Promise<import('./lib/reports.mjs').Counts | undefined>} work
 * @returns {Promise<boolean>} whether it came to its end without failures
 */
async function stage(name, work) {
  const startedMs = Date.now()
  say(`${name} …`)
  let result
  try {
    result = await work()
  } catch (error) {
    reportError(error)
    result = FAILED
  }
  if (result) counts.push(result)
  const good = !result?.failed
  say(`${name} ${good ? 'done' : 'FAILED'} in ${((Date.now() - startedMs) / 1000).toFixed(1)} s`)
  return good
}

const args = process.argv.slice(2)
const firstOther = args.findIndex((arg) => !(arg in STAGES))
const named = firstOther < 0 ? args : args.slice(0, firstOther)
const more = firstOther < 0 ? [] : args.slice(firstOther)
const wanted = named.length > 0 ? named : Object.keys(STAGES)

/** @type {import('./lib/environment.mjs').Environment | undefined} */
let ready
await stage('prepare', async () => {
  ready = await environment()
  return undefined
})
const environmentReady = ready
if (environmentReady) {
  const building = wanted.includes('e2e') && !wanted.includes('build') ? ['build'] : []
  let built = true
  for (const [name, work] of Object.entries(STAGES)) {
    if (!wanted.includes(name) && !building.includes(name)) continue
    if (name === 'e2e' && !built) {
      say('e2e not run: the build failed')
      continue
    }
    const good = await stage(name, () => work(environmentReady, more))
    if (name === 'build') built = good
  }
}
process.exitCode = counts.some(({ failed }) => failed > 0) ? 1 : 0
console.log(summary(counts))
