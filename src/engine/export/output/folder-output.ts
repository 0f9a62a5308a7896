import { mkdir, open, rename, rm, rmdir } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { syncFolder } from '../../base/sync-folder'
import type { Project } from '../../store/project'
import type { ExportFormat, OutputFile, OutputFiles } from '../format'
import { behindLinks } from './behind-links'
import { FileWriter } from './file-writer'
import { filesIn } from './files-in'
import { FolderFile } from './folder-file'
import { notOfLayout, type OnMain, type Output } from './output'
import { asidePathOf, partialPathOf, removeLeftovers } from './partial-path'
import { refuseFolder, refuseOthersFiles } from './refuse-folder'

/** Of more files than this, and of none, the report names the folder alone. */
const MOST_NAMED = 1000
/** So many files are forced to the disk one by one; for more, that would take longer than all the rest. */
const MOST_FORCED = 200

/**
 * A folder that is written beside its place and takes it when it is whole. One that is there is replaced only if it is empty,
 * or if each file in it is one of those that are written now.
 */
export async function folderOutput(
  project: Project,
  path: string,
  { layout, extension }: Pick<ExportFormat, 'layout' | 'extension'>,
  onMain: OnMain,
): Promise<Output> {
  const target = resolve(path)
  refuseFolder(project, target)
  const place = behindLinks(target)
  const partial = partialPathOf(place)
  await removeLeftovers(place)
  await mkdir(partial)
  const files = new Map<string, FolderFile>()
  const writer = new FileWriter()
  const names = new Set<string>()
  const folders = new Set<string>([partial])
  let published = false

  const make = async (name: string): Promise<OutputFile> => {
    if (!isPlain(name) || names.has(name)) throw notOfLayout(`a file “${name}”`)
    names.add(name)
    const path = join(partial, name)
    if (!folders.has(dirname(path))) {
      await mkdir(dirname(path), { recursive: true })
      folders.add(dirname(path))
    }
    const file = new FolderFile(path, writer, () => files.delete(name))
    files.set(name, file)
    return { name, write: (text) => file.write(text), close: () => file.close() }
  }
  const ofFile = (split: string | null): OutputFiles => ({
    main: async () => {
      const name = `${split ?? 'all'}${extension}`
      const main = await make(name)
      await files.get(name)!.begin()
      await onMain(split, join(partial, name))
      return main
    },
    beside: (suffix) => make(`${split ?? 'all'}.${suffix}`),
    file: () => {
      throw notOfLayout('a file in a folder')
    },
  })
  const ofFolder = (split: string | null): OutputFiles => ({
    main: () => {
      throw notOfLayout('a main file')
    },
    beside: () => {
      throw notOfLayout('a file beside it')
    },
    file: async (name) => {
      const file = await make(split === null ? name : `${split}/${name}`)
      return { ...file, name }
    },
  })

  return {
    files: layout === 'file' ? ofFile : ofFolder,
    flush: async () => {
      for (const file of [...files.values()]) await file.close()
      await writer.settle()
      if (names.size <= MOST_FORCED) await Promise.all([...names].map((name) => onDisk(join(partial, name))))
      for (const folder of folders) syncFolder(folder)
    },
    publish: async () => {
      const before = await filesIn(place)
      refuseOthersFiles(target, before, names)
      await takePlace(partial, place, before !== null && before.length > 0)
      published = true
      return names.size > MOST_NAMED || names.size === 0
        ? [target]
        : [...names].sort().map((name) => join(target, name))
    },
    discard: async () => {
      for (const file of [...files.values()]) await file.abandon()
      await writer.stop()
      if (!published) await rm(partial, { recursive: true, force: true })
    },
  }
}

async function onDisk(path: string): Promise<void> {
  const file = await open(path, 'r+')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Below the folder, by forward slashes. */
const isPlain = (name: string): boolean =>
  !name.includes('\\') && name.split('/').every((step) => step !== '' && step !== '.' && step !== '..')

async function takePlace(partial: string, target: string, replaces: boolean): Promise<void> {
  if (!replaces) {
    // not there, or empty
    await rmdir(target).catch((error) => {
      if (error.code !== 'ENOENT') throw error
    })
    await rename(partial, target)
  } else {
    const aside = asidePathOf(partial)
    await rename(target, aside)
    try {
      await rename(partial, target)
    } catch (error) {
      await rename(aside, target)
      throw error
    }
    await rm(aside, { recursive: true, force: true })
  }
  syncFolder(dirname(target))
}
