import type { ZipFile } from 'yauzl'
import { isCompanion } from '../companions'
import { type Budget, type Member, membersOf, namesIn } from './zip-members'

/** Files of an archive that are read as part of others, as those in a folder are. */
export interface Companions {
  /** Whether an entry is none of its own. */
  has(name: string): boolean
  /** The bytes of a file in the same folder of the archive as `owner`; null where there is none that may belong to it. */
  bytes(owner: string, name: string): Promise<Uint8Array | null>
  close(): void
}

const NONE: Companions = { has: () => false, bytes: async () => null, close: () => {} }

const OWNER = /\.(?:ann|conll)$/
const CONFIGURATION = /(?:^|\/)annotation\.conf$/

/** Looks through the names of an archive, and once more where some have others that belong to them. */
export async function companionsIn(open: () => Promise<ZipFile>, budget: Budget): Promise<Companions> {
  const owners = new Set<string>()
  const names = await open()
  try {
    for await (const name of namesIn(names)) if (OWNER.test(name)) owners.add(name)
  } finally {
    names.close()
  }
  if (owners.size === 0) return NONE
  const zip = await open()
  const belongs = (name: string): boolean => isCompanion(name, (owner) => owners.has(owner))
  const members = new Map<string, Member>()
  const isKept = (name: string): boolean => belongs(name) || CONFIGURATION.test(name)
  try {
    for await (const found of membersOf(zip, budget, isKept, () => {})) {
      // what is wrong with the others is told where they are read
      if (!('code' in found)) members.set(found.name, found)
    }
  } catch (error) {
    zip.close()
    throw error
  }
  return {
    has: (name) => members.has(name) && belongs(name),
    bytes: async (owner, name) => {
      const folder = owner.slice(0, owner.lastIndexOf('/') + 1)
      return (await members.get(folder + name)?.bytes()) ?? null
    },
    close: () => zip.close(),
  }
}
