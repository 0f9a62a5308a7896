import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname, extname, join, resolve } from 'node:path'
import { DictumError } from '../../../shared/domain/result'
import type { Project } from '../../store/project'
import type { OutputFile } from '../format'
import { type AtomicFile, openAtomicFile } from './atomic-file'
import { folderOutput } from './folder-output'
import { notOfLayout, type OnMain, type Output } from './output'
import { refuseTarget } from './refuse-target'

/** One file, and what belongs beside it. Throws as `refuseTarget` does. */
export async function singleOutput(project: Project, path: string, onMain: OnMain): Promise<Output> {
  const target = resolve(path)
  refuseTarget(project, target)
  const files = new Map<string, AtomicFile>()
  const folders = new Map<string, Output>()
  const open = async (wanted: string): Promise<OutputFile> => {
    if (files.has(wanted)) throw notOfLayout(`a second file ${basename(wanted)}`)
    const file = await openAtomicFile(wanted)
    files.set(wanted, file)
    return { name: basename(wanted), write: file.write, close: async () => {} }
  }
  const companionOf = (suffix: string): string => `${basename(target, extname(target))}.${suffix}`
  /** A folder of any number of files, which takes its name as a whole. */
  const openInFolder = async (name: string, path: string): Promise<OutputFile> => {
    const folder = folders.get(name) ?? (await folderOutput(project, join(dirname(target), name), FOLDER, onMain))
    folders.set(name, folder)
    const file = await folder.files(null).file(path)
    return { ...file, name: `${name}/${file.name}` }
  }
  return {
    files: () => ({
      main: async () => {
        const main = await open(target)
        await onMain(null, files.get(target)!.partialPath)
        return main
      },
      beside: (suffix) => {
        const [first, ...rest] = suffix.split('/')
        if (rest.length > 0) return openInFolder(companionOf(first!), rest.join('/'))
        const companion = join(dirname(target), companionOf(suffix))
        refuseTarget(project, companion)
        return open(companion)
      },
      file: () => {
        throw notOfLayout('a file in a folder')
      },
    }),
    flush: async () => {
      for (const one of [...folders.values(), ...files.values()]) await one.flush()
    },
    publish: async () => {
      const inFolders: string[] = []
      for (const folder of folders.values()) inFolders.push(...(await folder.publish()))
      // the one that was asked for comes last: where it is, all of it is
      const inTurn = [...files].sort(([one], [other]) => Number(one === target) - Number(other === target))
      for (const [name, file] of inTurn) if (name !== target) refuseOther(name, file.partialPath, target)
      for (const [, file] of inTurn) await file.publish()
      return [target, ...inTurn.map(([name]) => name).filter((name) => name !== target), ...inFolders]
    },
    discard: async () => {
      for (const one of [...folders.values(), ...files.values()]) await one.discard()
    },
  }
}

const FOLDER = { layout: 'folder', extension: '' } as const

/** Throws bad_request: nobody named this file, so that another one is replaced only where both are of an earlier export. */
function refuseOther(path: string, written: string, target: string): void {
  if (!existsSync(path) || existsSync(target) || readFileSync(path).equals(readFileSync(written))) return
  throw new DictumError(
    'bad_request',
    `${path} is there already, and would have to be replaced by what belongs to this export. Choose another name.`,
  )
}
