// npm run build
import './lib/node-version.mjs'
import { ensureBuilt } from './lib/build.mjs'
import { environment } from './lib/environment.mjs'
import { runMain } from './lib/log.mjs'

await runMain(async () => {
  const { env } = await environment()
  await ensureBuilt(env, { always: true })
})
