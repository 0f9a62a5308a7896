import path from 'node:path'
import { readIfThere, readJsonIfWhole, writeWhole } from './files.mjs'
import { Problem, say } from './log.mjs'
import { downloadOfficial, officialFolder, officialVersion, probeHost } from './official.mjs'
import { cacheRoot } from './paths.mjs'
import { ensureStandin, STANDIN, standinFits, standinFolder, standinIsWhole } from './standin.mjs'

const PROBE_MS = 3000
const FORCED_PROBE_MS = 10_000
const DAY_MS = 24 * 3600 * 1000
/** How long an unreachable download host is taken to stay so, and a download that broke off for hopeless. */
const REMEMBERED_MS = { unreachable: 7 * DAY_MS, brokenOff: DAY_MS }

/**
 * @typedef {object} Electron
 * @property {string} folder where it lies, absolute
 * @property {string} version
 * @property {'official' | 'stand-in' | 'given'} kind
 * @property {string} why in a few words, '' where there is nothing to explain
 */

/**
 * Finds the Electron to run, downloading it when it is not there.
 * DICTUM_ELECTRON=official|standin|auto decides; ELECTRON_OVERRIDE_DIST_PATH names a folder that is taken as it is.
 * @param {{mayProbe: boolean}} options without mayProbe, a stand-in that is there is taken and the network left alone
 * @returns {Promise<Electron>}
 * @throws {Problem} when there is none for this machine
 */
export async function ensureElectron({ mayProbe }) {
  const given = process.env.ELECTRON_OVERRIDE_DIST_PATH
  if (given) return givenElectron(given)
  const wish = process.env.DICTUM_ELECTRON || 'auto'
  if (wish === 'standin') return standin('asked for by DICTUM_ELECTRON')
  if (wish === 'official') return official()
  if (wish !== 'auto') throw new Problem(`DICTUM_ELECTRON is "${wish}"; it may be official, standin or auto.`)
  const folder = officialFolder()
  if (folder) return { folder, version: officialVersion(), kind: 'official', why: '' }
  if (!standinFits()) return official()
  const remembered = rememberedReason(mayProbe)
  if (remembered) return standin(remembered)
  const host = await probeHost(PROBE_MS)
  if (host.ok) {
    say(`downloading Electron ${officialVersion()}`)
    if (await downloadOfficial()) return official()
    say('the download failed')
  }
  const reason = host.ok ? 'the download of the official one failed' : host.reason
  const found = await standin(reason)
  const untilMs = Date.now() + (host.ok ? REMEMBERED_MS.brokenOff : REMEMBERED_MS.unreachable)
  writeWhole(
    choiceFile(),
    JSON.stringify({ version: officialVersion(), reason, until: new Date(untilMs).toISOString() }),
  )
  return found
}

/** @param {Electron} electron */
export const describeElectron = ({ version, kind, why }) =>
  `Electron ${version} (${[kind, why].filter(Boolean).join(': ')})`

/** Where an official Electron was last looked for in vain. */
const choiceFile = () => path.join(cacheRoot(), 'electron-choice.json')

/**
 * Why the stand-in was taken last time, if that still counts.
 * @param {boolean} mayProbe
 * @returns {string | undefined}
 */
function rememberedReason(mayProbe) {
  if (!standinIsWhole(standinFolder())) return undefined
  const choice = readJsonIfWhole(choiceFile())
  if (!mayProbe) return choice?.reason ?? 'it is in the cache'
  return choice?.version === officialVersion() && Date.now() < Date.parse(choice.until) ? choice.reason : undefined
}

/**
 * @param {string} why
 * @returns {Promise<Electron>}
 */
async function standin(why) {
  if (!standinFits())
    throw new Problem(
      `There is no stand-in Electron for ${process.platform} on ${process.arch}; unset DICTUM_ELECTRON to download the official one.`,
    )
  return { folder: await ensureStandin(), version: STANDIN.version, kind: 'stand-in', why }
}

/** @returns {Promise<Electron>} */
async function official() {
  const version = officialVersion()
  if (!officialFolder()) {
    const host = await probeHost(FORCED_PROBE_MS)
    const help = `Check the network, or set ELECTRON_MIRROR to a mirror${standinFits() ? ', or leave DICTUM_ELECTRON unset to use the stand-in' : ''}.`
    if (!host.ok) throw new Problem(`Electron ${version} cannot be downloaded: ${host.reason}. ${help}`)
    say(`downloading Electron ${version}`)
    if (!(await downloadOfficial()))
      throw new Problem(`Electron ${version} could not be downloaded; the reason stands above. ${help}`)
  }
  return { folder: /** @type {string} */ (officialFolder()), version, kind: 'official', why: '' }
}

/**
 * @param {string} folder
 * @returns {Electron}
 */
function givenElectron(folder) {
  const version = readIfThere(path.join(folder, 'version'))?.replace(/^v/, '').trim()
  if (!version)
    throw new Problem(`ELECTRON_OVERRIDE_DIST_PATH names ${folder}, which holds no Electron (no file "version").`)
  return { folder: path.resolve(folder), version, kind: 'given', why: 'by ELECTRON_OVERRIDE_DIST_PATH' }
}

/**
 * The program file of an Electron folder.
 * @param {string} folder
 */
export function executableIn(folder) {
  if (process.platform === 'darwin') return path.join(folder, 'Electron.app/Contents/MacOS/Electron')
  return path.join(folder, process.platform === 'win32' ? 'electron.exe' : 'electron')
}
