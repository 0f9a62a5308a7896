import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { createEngine } from '../../../../src/engine/engine'
import { EXPORT_FORMATS } from '../../../../src/shared/domain/interchange'

// Exports a project in every format, each to a folder of that name, under whatever locale and time zone it was started in.
const [projectPath, folder] = process.argv.slice(2) as [string, string]

const ended = new Map<string, (state: string) => void>()
const engine = createEngine({
  onEvent: (event) => {
    if (event.type === 'job' && event.job.state !== 'running') ended.get(event.job.jobId)?.(event.job.state)
  },
})

async function ask(method: 'project.open' | 'export.start', params: object): Promise<unknown> {
  const result = await engine.callHost(method, params)
  if (!result.ok) throw new Error(`${method}: ${result.error.message}`)
  return result.value
}

await ask('project.open', { path: projectPath, annotator: 'ana' })
for (const format of EXPORT_FORMATS) {
  mkdirSync(join(folder, format), { recursive: true })
  const { jobId } = (await ask('export.start', { path: join(folder, format, 'out'), format })) as { jobId: string }
  const state = await new Promise((resolve) => ended.set(jobId, resolve))
  if (state !== 'done') throw new Error(`${format}: ${state}`)
}
await engine.close()
