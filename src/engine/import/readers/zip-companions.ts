import { posix } from 'node:path'
import type { ZipFile } from 'yauzl'
import { areOurAnnotations, isCompanion } from '../companions'
import { type Budget, type Member, membersOf, namesIn } from './zip-members'

/** Files of an archive that are read as part of others, as those in a folder are. */
export interface Companions {
  /** Whether an entry is none of its own. */
  has(name: string): boolean
  /** The bytes of a file by its path from the folder of `owner`; null where there is none that may belong to it. */
  bytes(owner: string, path: string): Promise<Uint8Array | null>
  close(): void
}

/** What others may belong to, which are no files of their own then. */
const OWNER = /\.(?:ann|conll)$/
/** What says of others how they are to be read. */
const CONFIGURATION = /(?:^|\/)(?:annotation\.conf|typesystem\.xml|[^/]*\.config\.xml)$/i
/** Whose texts may lie beside them, as articles of their own. */
const ANNOTATIONS = /\.(?:json|jsonld)$/i
const TEXT = /\.(?:txt|html?|xhtml)$/i
/** The texts of `a.json`, if that is a list of annotations of ours. */
const TEXTS_OF = /^(.*)\.texts\//

/** Looks through the names of an archive, and once more where some have others that belong to them. */
export async function companionsIn(open: () => Promise<ZipFile>, budget: Budget): Promise<Companions> {
  const found = new ArchiveCompanions(open, budget)
  try {
    await found.look()
  } catch (error) {
    found.close()
    throw error
  }
  return found
}

class ArchiveCompanions implements Companions {
  readonly #open: () => Promise<ZipFile>
  readonly #budget: Budget
  readonly #owners = new Set<string>()
  /** `a` of a folder `a.texts`, whose `a.json` is one of ours. */
  readonly #annotated = new Set<string>()
  #members: ReadonlyMap<string, Member> = new Map()
  /** Looked for when the first of them is asked for. */
  #texts: Promise<ReadonlyMap<string, Member>> | null = null
  readonly #opened: ZipFile[] = []

  constructor(open: () => Promise<ZipFile>, budget: Budget) {
    this.#open = open
    this.#budget = budget
  }

  async look(): Promise<void> {
    const names = await this.#open()
    const withTexts = new Set<string>()
    let hasConfiguration = false
    try {
      for await (const name of namesIn(names)) {
        if (OWNER.test(name)) this.#owners.add(name)
        hasConfiguration ||= CONFIGURATION.test(name)
        const texts = TEXTS_OF.exec(name)?.[1]
        if (texts !== undefined) withTexts.add(`${texts}.json`)
      }
    } finally {
      names.close()
    }
    if (this.#owners.size === 0 && withTexts.size === 0 && !hasConfiguration) return
    this.#members = await this.#membersOf(
      (name) => this.#belongs(name) || CONFIGURATION.test(name) || withTexts.has(name),
    )
    for (const name of withTexts) {
      const head = await this.#members.get(name)?.read(HEAD_BYTES)
      if (head !== undefined && areOurAnnotations(head)) this.#annotated.add(name.slice(0, -'.json'.length))
    }
  }

  has(name: string): boolean {
    const texts = TEXTS_OF.exec(name)?.[1]
    if (texts !== undefined && this.#annotated.has(texts)) return true
    return this.#members.has(name) && this.#belongs(name)
  }

  async bytes(owner: string, path: string): Promise<Uint8Array | null> {
    const folder = owner.slice(0, owner.lastIndexOf('/') + 1)
    const name = posix.normalize(folder + path)
    const known = this.#members.get(name)
    // what says how to read others may stand above them
    if (known !== undefined && (name.startsWith(folder) || CONFIGURATION.test(name))) return known.bytes()
    if (!name.startsWith(folder)) return null
    if (!ANNOTATIONS.test(owner) || !TEXT.test(name)) return null
    this.#texts ??= this.#membersOf((one) => TEXT.test(one))
    return (await (await this.#texts).get(name)?.bytes()) ?? null
  }

  close(): void {
    for (const zip of this.#opened) zip.close()
  }

  #belongs(name: string): boolean {
    return isCompanion(name, (owner) => this.#owners.has(owner))
  }

  async #membersOf(isKept: (name: string) => boolean): Promise<ReadonlyMap<string, Member>> {
    const zip = await this.#open()
    this.#opened.push(zip)
    const members = new Map<string, Member>()
    for await (const found of membersOf(zip, this.#budget, isKept, () => {})) {
      // what is wrong with the others is told where they are read
      if (!('code' in found)) members.set(found.name, found)
    }
    return members
  }
}

const HEAD_BYTES = 200
