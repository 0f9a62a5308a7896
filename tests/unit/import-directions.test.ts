import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'

const root = path.resolve(import.meta.dirname, '../..')
const biome = path.join(root, 'node_modules/@biomejs/biome/bin/biome')

const FORBIDDEN: [room: string, specifier: string][] = [
  ['shared/domain', '../../engine/engine'],
  ['shared/domain', '../../renderer/app'],
  ['shared/contract', 'node:fs'],
  ['shared/contract', 'electron'],
  ['engine/store', 'electron'],
  ['engine/store', '../../main/index'],
  ['engine/store', '../../cli/index'],
  ['engine', '../renderer/app'],
  ['main', 'better-sqlite3'],
  ['main', '../engine/engine'],
  ['main', '../renderer/app'],
  ['preload', '../engine/engine'],
  ['preload', '../main/index'],
  ['renderer', '../engine/engine'],
  ['renderer/state', '../../main/index'],
  ['renderer/state', 'electron'],
  ['renderer/state', 'node:fs'],
  ['cli', '../main/index'],
  ['cli', 'electron'],
]

const ALLOWED: [room: string, specifier: string][] = [
  ['shared/contract', '../domain/result'],
  ['engine/store', '../../shared/domain/result'],
  ['engine/store', 'better-sqlite3'],
  ['main', '../shared/domain/result'],
  ['main', 'electron'],
  ['preload', '../shared/contract/wire'],
  ['renderer/state', '../../shared/domain/result'],
  ['cli', '../engine/engine'],
]

type Planted = [room: string, specifier: string]

const fileOf = ([room, specifier]: Planted): string => `src/${room}/planted-${specifier.replace(/\W+/g, '-')}.ts`

/** Plants one file for each import in a copy of the project's frame; the files that the project's own rule complains of. */
function lintPlanted(planted: readonly Planted[]): Set<string> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'dictum-lint-'))
  try {
    fs.copyFileSync(path.join(root, 'biome.json'), path.join(folder, 'biome.json'))
    for (const [room, specifier] of planted) {
      const file = path.join(folder, fileOf([room, specifier]))
      fs.mkdirSync(path.dirname(file), { recursive: true })
      fs.writeFileSync(file, `import { thing } from '${specifier}'\n\nexport const other = thing\n`)
    }
    const args = ['lint', '--vcs-enabled=false', '--max-diagnostics=none', '--reporter=json', '.']
    const { stdout } = spawnSync(process.execPath, [biome, ...args], { cwd: folder, encoding: 'utf8' })
    const report = JSON.parse(stdout) as {
      summary: { errors: number; unchanged: number }
      diagnostics: { category: string; location: { path: string } }[]
    }
    // the configuration itself is looked at as well
    expect(report.summary.unchanged).toBe(planted.length + 1)
    return new Set(
      report.diagnostics
        .filter((diagnostic) => diagnostic.category === 'lint/style/noRestrictedImports')
        .map((diagnostic) => diagnostic.location.path.replaceAll('\\', '/')),
    )
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

describe('import directions', () => {
  let refused: Set<string>
  beforeAll(() => {
    refused = lintPlanted([...FORBIDDEN, ...ALLOWED])
  })

  it.each(FORBIDDEN)('src/%s may not import %s', (room, specifier) => {
    expect(refused).toContain(fileOf([room, specifier]))
  })

  it.each(ALLOWED)('src/%s may import %s', (room, specifier) => {
    expect(refused).not.toContain(fileOf([room, specifier]))
  })
})
