import fs from 'node:fs'
import { inModules, inRoot } from './paths.mjs'

const COMMON = ['-w', '-O2', '-fPIC', '-DNDEBUG', '-pthread']

/**
 * The compiler calls that make better_sqlite3.node in the current folder: a list of steps, each a list of calls that may
 * run at the same time. It is what better-sqlite3's own build does, without node-gyp and Node's headers to download.
 * @returns {{command: string, args: string[]}[][]}
 */
export function compileSteps() {
  const addon = inModules('better-sqlite3')
  const sqlite = {
    command: 'gcc',
    args: ['-std=c99', ...COMMON, ...sqliteDefines(addon), '-c', `${addon}/deps/sqlite3/sqlite3.c`, '-o', 'sqlite3.o'],
  }
  const binding = {
    command: 'g++',
    args: [
      '-std=c++20',
      ...COMMON,
      '-fno-exceptions',
      '-fno-rtti',
      '-fvisibility=hidden',
      '-fvisibility-inlines-hidden',
      `-I${inModules('node-api-headers/include')}`,
      `-I${inModules('node-addon-api')}`,
      `-I${addon}/deps/sqlite3`,
      // Node 20 and Electron 33 have the calls of Node-API 10, as experimental ones
      '-DNAPI_VERSION=2147483647',
      '-DNAPI_EXPERIMENTAL',
      '-DNODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT',
      '-include',
      inRoot('scripts/native/napi-compat.h'),
      '-DNAPI_DISABLE_CPP_EXCEPTIONS',
      '-DNODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS',
      '-DNODE_GYP_MODULE_NAME=better_sqlite3',
      '-DBUILDING_NODE_EXTENSION',
      '-c',
      `${addon}/src/better_sqlite3.cpp`,
      '-o',
      'addon.o',
    ],
  }
  const link = {
    command: 'g++',
    args: [
      '-shared',
      '-pthread',
      '-Wl,-Bsymbolic',
      '-Wl,--exclude-libs,ALL',
      '-Wl,-s',
      '-o',
      'better_sqlite3.node',
      'addon.o',
      'sqlite3.o',
      '-ldl',
      '-lm',
    ],
  }
  return [[sqlite, binding], [link]]
}

/**
 * SQLite's compile-time options as better-sqlite3 sets them.
 * @param {string} addon
 */
function sqliteDefines(addon) {
  const gypi = fs.readFileSync(`${addon}/deps/defines.gypi`, 'utf8')
  return [...gypi.matchAll(/^\s*'([A-Z_0-9]+(?:=-?\d+)?)',$/gm)].map((match) => `-D${match[1]}`)
}
