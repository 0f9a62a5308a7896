import { describe, expect, test } from 'vitest'
import { projectArgument, readLaunch } from '../../../src/main/launch'

describe('the command line', () => {
  const table: [string, string[], string | null][] = [
    ['nothing', ['.'], null],
    ['a relative path', ['.', 'harbour.dictum'], '/home/ana/harbour.dictum'],
    ['an absolute path', ['.', '/data/Harbour.DICTUM'], '/data/Harbour.DICTUM'],
    ['the last of two', ['a.dictum', 'b.dictum'], '/home/ana/b.dictum'],
    ['a switch that looks like one', ['--load=x.dictum', '--y.dictum'], null],
    ['another kind of file', ['notes.txt'], null],
  ]
  test.each(table)('%s', (_name, args, path) => {
    expect(projectArgument(args, '/home/ana')).toBe(path)
  })
})

describe('the environment', () => {
  const read = (env: NodeJS.ProcessEnv, args: string[] = []) => readLaunch(args, env, '/home/ana')

  test('empty: as a user starts it', () => {
    expect(read({})).toEqual({ open: null, screenshot: null, windowSize: null, theme: null })
  })
  test('everything', () => {
    expect(
      read({
        DICTUM_OPEN: '/a.dictum',
        DICTUM_SCREENSHOT: '/a.png',
        DICTUM_WINDOW_SIZE: '1280x800',
        DICTUM_THEME: 'dark',
      }),
    ).toEqual({
      open: '/a.dictum',
      screenshot: '/a.png',
      windowSize: { width: 1280, height: 800 },
      theme: 'dark',
    })
  })
  test('an argument goes before DICTUM_OPEN', () => {
    expect(read({ DICTUM_OPEN: '/a.dictum' }, ['b.dictum']).open).toBe('/home/ana/b.dictum')
  })
  test('what makes no sense is left out', () => {
    const launch = read({ DICTUM_OPEN: '', DICTUM_WINDOW_SIZE: 'large', DICTUM_THEME: 'pink' })
    expect(launch).toEqual({ open: null, screenshot: null, windowSize: null, theme: null })
  })
})
