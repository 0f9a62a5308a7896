import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'

/** The command line as a user starts it, on a machine where it cannot be prepared. */
function unprepared(...args: string[]) {
  const env = { ...process.env, DICTUM_ELECTRON: 'bogus', ELECTRON_OVERRIDE_DIST_PATH: '', ELECTRON_RUN_AS_NODE: '' }
  // not process.execPath: that is Electron here
  return spawnSync('node', ['bin/dictum.mjs', ...args], { env, encoding: 'utf8' })
}

test('what cannot be prepared ends with 3, and says why', () => {
  const { status, stdout, stderr } = unprepared('stats', 'p.dictum')
  expect({ status, stdout }).toEqual({ status: 3, stdout: '' })
  expect(stderr).toContain('DICTUM_ELECTRON is "bogus"')
})

test('with --json on standard output too', () => {
  const { status, stdout } = unprepared('stats', 'p.dictum', '--json')
  expect(status).toBe(3)
  expect(JSON.parse(stdout)).toEqual({
    error: { code: 'unprepared', message: expect.stringContaining('DICTUM_ELECTRON is "bogus"') },
  })
})
