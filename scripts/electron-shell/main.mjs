// Plays Electron's default app in a runtime that ships without one:
//   electron [switches] [-r file]... <app folder | file> [arguments]
// Copied to resources/app of the stand-in; see docs/toolchain.md.
import fs from 'node:fs'
import Module from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

/** What follows -r, and the first argument that is no switch. */
function readArguments(args) {
  const preload = []
  for (let i = 0; i < args.length; i++) {
    if (args[i] === '-r' || args[i] === '--require') preload.push(args[++i])
    else if (!args[i].startsWith('-')) return { preload, target: args[i] }
  }
  return { preload, target: undefined }
}

/** Names the app as its package.json does; gives its folder and its entry file. */
function readApp(target) {
  const absolute = path.resolve(target)
  if (!fs.statSync(absolute).isDirectory()) return { folder: path.dirname(absolute), entry: absolute }
  const manifest = JSON.parse(fs.readFileSync(path.join(absolute, 'package.json'), 'utf8'))
  if (manifest.version) app.setVersion(manifest.version)
  if (manifest.productName ?? manifest.name) app.setName(manifest.productName ?? manifest.name)
  if (manifest.desktopName) app.setDesktopName(manifest.desktopName)
  return { folder: absolute, entry: path.join(absolute, manifest.main ?? 'index.js') }
}

const { preload, target } = readArguments(process.argv.slice(1))
if (preload.length > 0) Module._preloadModules(preload.map((file) => path.resolve(file)))
if (!target) {
  console.error('usage: electron [switches] <app folder>')
  process.exit(1)
}
Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true })
const { folder, entry } = readApp(target)
app.setAppPath(folder)
app.setPath('userData', path.join(app.getPath('appData'), app.getName()))
// Electron is not ready before this file is done: what the app does first, it does before that
try {
  await import(pathToFileURL(entry).href)
} catch (error) {
  console.error('App threw an error during load')
  console.error(error?.stack ?? error)
  process.exit(1)
}
