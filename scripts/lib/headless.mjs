import fs from 'node:fs'
import path from 'node:path'
import { underDisplay } from './display.mjs'
import { replaceFolder, withTemporary } from './files.mjs'
import { Problem, reportError, say } from './log.mjs'
import { inModules, inRoot, root } from './paths.mjs'
import { run } from './run.mjs'
import { sandboxArguments } from './sandbox.mjs'

const SCREENSHOT_TIMEOUT_MS = 90_000

/**
 * The main job without a window to look at: makes a project, imports the sample's articles, exports them, and takes a
 * picture of the workbench where a virtual display can be had. Everything lands in dictum-out/, which is replaced whole.
 * @param {import('./environment.mjs').Environment} environment
 * @returns {Promise<number>} exit status
 * @throws {Problem} when a step fails; dictum-out/ is then as it was
 */
export async function runHeadless({ electronPath, env, nodeEnv }) {
  say('there is no display: doing the main job without a window')
  const place = inRoot('dictum-out')
  await withTemporary(inModules('.cache'), async (temporary) => {
    const made = path.join(temporary, 'made')
    fs.mkdirSync(made)
    const project = path.join(made, 'sample.dictum')
    const steps = [
      ['new', project],
      ['import', project, inRoot('resources/sample/articles')],
      ['export', project, path.join(made, 'sample.jsonl'), '--format', 'dictum'],
    ]
    for (const args of steps) {
      const told = (/** @type {string} */ text) => text.replaceAll(made, place).replaceAll(root + path.sep, '')
      say(told(`dictum ${args.join(' ')}`))
      const output = path.join(temporary, 'command.log')
      const status = await runInto(output, electronPath, [inRoot('out/cli/index.js'), ...args], {
        env: nodeEnv,
        cwd: root,
      })
      // the command speaks of the temporary folder, which nobody will find
      process.stderr.write(told(fs.readFileSync(output, 'utf8')))
      if (status !== 0) throw new Problem(`dictum ${args[0]} failed with status ${status}.`)
    }
    await takePicture(electronPath, env, project, path.join(made, 'workbench.png'), temporary)
    replaceFolder(made, place, temporary)
  })
  say(`the outputs lie in ${place}:`)
  for (const name of fs.readdirSync(place).sort()) console.log(path.join(place, name))
  return 0
}

/**
 * Opens the project in a real window on a virtual display; the app writes the picture and quits by itself.
 * @param {string} electronPath
 * @param {NodeJS.ProcessEnv} env
 * @param {string} project
 * @param {string} picture
 * @param {string} temporary also holds the app's settings, so that the person's own are left alone
 */
async function takePicture(electronPath, env, project, picture, temporary) {
  let command
  try {
    command = await underDisplay(electronPath, [...sandboxArguments(electronPath), root])
  } catch (error) {
    reportError(error)
    say('no picture of the workbench was taken')
    return
  }
  say('taking a picture of the workbench')
  // Chromium complains at length about what a bare system lacks (D-Bus, a graphics card): shown only if it matters
  const log = path.join(temporary, 'window.log')
  const settings = path.join(temporary, 'settings')
  const status = await runInto(log, ...command, {
    cwd: root,
    env: { ...env, DICTUM_OPEN: project, DICTUM_SCREENSHOT: picture, DICTUM_USER_DATA: settings },
    timeout: SCREENSHOT_TIMEOUT_MS,
  })
  if (status !== 0 || !fs.existsSync(picture)) process.stderr.write(fs.readFileSync(log))
  if (status !== 0) throw new Problem(`the workbench did not come up for its picture (status ${status}).`)
  if (!fs.existsSync(picture)) throw new Problem('the workbench ended well but left no picture.')
}

/**
 * Runs a program to its end, with all that it says going to a file.
 * @param {string} file
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 */
async function runInto(file, command, args, options) {
  const output = fs.openSync(file, 'w')
  try {
    return await run(command, args, { ...options, stdio: ['ignore', output, output] })
  } finally {
    fs.closeSync(output)
  }
}
