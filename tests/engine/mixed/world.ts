import { readdirSync, writeFileSync } from 'node:fs'
import { expect } from 'vitest'
import type { Job } from '../../../src/shared/contract/jobs'
import { docOffset } from '../../../src/shared/domain/text/offsets'
import { attemptStep } from '../support/random-gestures'
import { dumpAll, withRawProject } from '../support/raw-project'
import { TestEngine } from '../support/test-engine'

/** An action as numbers, so that any list of them can be tried on any state. */
export type Move = readonly [action: number, a: number, b: number, c: number]

interface Picture {
  readonly spans: readonly { readonly uid: string }[]
  readonly articles: readonly { readonly uid: string; readonly shelf: string }[]
  readonly [rest: string]: unknown
}

interface Stacks {
  past: Picture[]
  present: Picture
  future: Picture[]
}

/** What marks nothing and takes no mark away. */
const KEEPS_SPANS: ReadonlySet<ActionName> = new Set([
  'file',
  'trash',
  'untrash',
  'shelve',
  'takeBack',
  'reopen',
  'backUp',
])
const NOTES: ReadonlySet<string> = new Set(['import', 'import.undo'])

const ACTIONS = {
  mark: (world: World, [, a, b, c]: Move) => world.mark(a, b, c),
  file: (world: World, [, a, b, c]: Move) => world.changeFile(a, b, c),
  place: (world: World, [, a, b]: Move) => world.place(a, b),
  trash: (world: World, [, a]: Move) => world.call('article.trash', { articleIds: [world.anyArticle(a)] }),
  untrash: (world: World, [, a]: Move) => world.call('article.restore', { articleIds: [world.anyArticle(a)] }),
  shelve: (world: World, [, a, b]: Move) => world.shelve(a, b),
  takeBack: (world: World, [, a]: Move) => world.takeBack(a),
  once: (world: World, [, a]: Move) => world.annotateOnce(a),
  judge: (world: World, [, a, b]: Move) => world.judge(a, b),
  undo: (world: World) => world.undo(),
  redo: (world: World) => world.redo(),
  reopen: (world: World) => world.reopen(),
  backUp: (world: World) => world.backUp(),
  restore: (world: World, [, a]: Move) => world.restore(a),
} as const
export type ActionName = keyof typeof ACTIONS

/** A project with its files on the disk, and what undo and redo should lead to. */
export class World {
  readonly engine = new TestEngine()
  readonly done: string[] = []
  readonly #texts: readonly (readonly string[])[]
  #stacks: Stacks | null = null
  readonly #backups = new Map<string, Stacks>()
  #lastEvent = 0

  /** `texts`: of each file, what may stand in it. */
  constructor(texts: readonly (readonly string[])[]) {
    this.#texts = texts
  }

  async begin(): Promise<void> {
    await this.engine.create()
    for (const n of this.#texts.keys()) await this.changeFile(n, 0, 0)
    for (const n of [1, 6, 8, 13, 14, 15, 16, 19]) await this.mark(0, n, 2)
    for (const n of [0, 1, 2]) await this.mark(n * this.#texts.length, n + 1, 1)
    this.#lastEvent = this.#events().at(-1)?.id ?? 0
    this.#stacks = { past: [], present: this.#picture(), future: [] }
  }

  async end(): Promise<void> {
    await this.engine.engine.close()
  }

  /** Does one thing, and holds what is there against what should be. */
  async move(name: ActionName, move: Move): Promise<void> {
    const before = this.#picture()
    this.done.push(`${name} ${move.slice(1).join(' ')}`)
    await ACTIONS[name](this, move)
    if (!['undo', 'redo', 'restore'].includes(name)) this.#follow()
    if (KEEPS_SPANS.has(name)) expect(uidsOf(this.#picture()), this.#story()).toEqual(uidsOf(before))
    const { findings } = await this.engine.ask('project.check', {})
    expect(findings, this.#story()).toEqual([])
  }

  /** Undoes all that there is to undo: each state on the way is one that was there. */
  async undoAll(): Promise<void> {
    while (this.#model.past.length > 0) await this.move('undo', [0, 0, 0, 0])
  }

  async call(...request: Parameters<TestEngine['engine']['callWindow']>): Promise<boolean> {
    return (await this.engine.engine.callWindow(...request)).ok
  }

  anyArticle(n: number): number {
    const ids = this.#articles().map(({ id }) => id)
    return ids[n % ids.length] ?? 0
  }

  /** Marks a word or some, links what is marked, or makes any other gesture. */
  async mark(a: number, b: number, c: number): Promise<void> {
    // mostly what is in the list, and now and then what is put away
    const shown = c % 5 === 0 ? [] : await this.engine.articleIds()
    const ids = shown.length > 0 ? shown : this.#articles().map(({ id }) => id)
    const articleId = ids[a % Math.max(1, ids.length)]
    if (articleId === undefined) return
    const { article, spans } = await this.engine.ask('article.open', { articleId })
    if (c % 3 === 0) await attemptStep(this.engine, ids, [a, b, a * 7 + b, b * 3 + c, c])
    else if (c % 3 === 1 && spans.length > 1) {
      const [from, to] = [spans[a % spans.length]!, spans[b % spans.length]!]
      await this.call('relation.create', { typeId: 'said_by', fromUid: from.uid, toUid: to.uid })
    } else {
      const words = [...article.text.matchAll(/\S+/g)]
      const first = words[(a + b) % words.length]!
      const last = words[Math.min(words.length - 1, ((a + b) % words.length) + (b % 4))]!
      const part = [docOffset(first.index), docOffset(last.index + last[0].length)] as const
      await this.call('span.create', { articleId, labelId: ['claim', 'speaker'][b % 2]!, parts: [part] })
    }
  }

  async changeFile(a: number, b: number, c: number): Promise<void> {
    const n = a % this.#texts.length
    const texts = this.#texts[n]!
    const path = this.engine.file(`in/${n}.txt`, '')
    writeFileSync(path, texts[b % texts.length]!)
    await this.#job('import.start', { paths: [path], options: { revisions: c % 4 !== 1 } })
  }

  async place(a: number, b: number): Promise<void> {
    for (const articleId of await this.engine.articleIds()) {
      const { toPlace } = await this.engine.ask('revisions.ofArticle', { articleId })
      const span = toPlace[a % Math.max(1, toPlace.length)]
      const place = span?.places[b % Math.max(1, span.places.length)]
      if (span === undefined) continue
      if (place === undefined) await this.call('span.remove', { uids: [span.uid] })
      else await this.call('revision.place', { uid: span.uid, parts: place.parts })
      return
    }
  }

  async shelve(a: number, b: number): Promise<void> {
    const batches = await this.engine.ask('batches.list', {})
    const shelf = (['shown', 'hidden', 'archived'] as const)[b % 3]!
    await this.call('batch.set', { uid: batches[a % batches.length]!.uid, shelf })
  }

  async takeBack(a: number): Promise<void> {
    const batches = await this.engine.ask('batches.list', {})
    await this.#job('batch.undo', { uid: batches[a % batches.length]!.uid })
  }

  async annotateOnce(a: number): Promise<void> {
    const ids = await this.engine.articleIds()
    const articleId = ids[a % Math.max(1, ids.length)]
    if (articleId === undefined) return
    // copies are looked for after an import, and it gives way
    await expect
      .poll(async () => (await this.engine.engine.callHost('copies.find', {})).ok, { timeout: 10_000 })
      .toBe(true)
    await this.#idle()
    await this.#job('suggest.copies', { articleId })
  }

  async judge(a: number, b: number): Promise<void> {
    for (const articleId of await this.engine.articleIds()) {
      const { suggestions } = await this.engine.ask('article.open', { articleId })
      const one = suggestions[a % Math.max(1, suggestions.length)]
      if (one === undefined) continue
      const which = b % 2 === 0 ? { uids: [one.uid] } : { runUid: one.runUid }
      await this.call('suggestion.judge', { verdict: b % 5 === 0 ? 'reject' : 'accept', which })
      return
    }
  }

  async reopen(): Promise<void> {
    await this.engine.ask('project.close', {})
    await this.engine.ask('project.open', { path: this.engine.path('p.dictum'), annotator: 'ana' })
  }

  async backUp(): Promise<void> {
    const { name } = await this.engine.ask('backup.now', {})
    const { past, present, future } = this.#model
    this.#backups.set(name, { past: [...past], present, future: [...future] })
  }

  async restore(a: number): Promise<void> {
    const names = [...this.#backups.keys()].filter((name) => readdirSync(this.engine.path('p.backups')).includes(name))
    const name = names[a % Math.max(1, names.length)]
    if (name === undefined) return
    await this.engine.ask('backup.restore', { name })
    const { past, present, future } = this.#backups.get(name)!
    this.#stacks = { past: [...past], present, future: [...future] }
    this.#lastEvent = this.#events().at(-1)?.id ?? 0
    expect(this.#picture(), this.#story()).toEqual(present)
  }

  async undo(): Promise<void> {
    const { past, future, present } = this.#model
    const wanted = past.pop()
    // what was marked at the beginning stays
    if (wanted === undefined) return
    expect(await this.call('history.undo', {}), this.#story()).toBe(true)
    future.push(present)
    this.#expect(wanted)
  }

  async redo(): Promise<void> {
    const { past, future, present } = this.#model
    expect(await this.call('history.redo', {}), this.#story()).toBe(future.length > 0)
    const wanted = future.pop()
    if (wanted === undefined) return
    past.push(present)
    this.#expect(wanted)
  }

  get #model(): Stacks {
    if (this.#stacks === null) throw new Error('the world has not begun')
    return this.#stacks
  }

  /** Every gesture is one step. */
  #follow(): void {
    if (this.#stacks === null) return
    const steps = this.#events().filter(({ id, kind }) => id > this.#lastEvent && !NOTES.has(kind))
    expect(steps.length, this.#story()).toBeLessThanOrEqual(1)
    this.#lastEvent = this.#events().at(-1)?.id ?? 0
    const present = this.#picture()
    if (steps.length === 1) {
      this.#stacks.past.push(this.#stacks.present)
      this.#stacks.future = []
    } else expect(known(present, this.#stacks.present), this.#story()).toEqual(known(this.#stacks.present, present))
    this.#stacks.present = present
  }

  /** What came in since, or was taken back, is no matter of undo. */
  #expect(wanted: Picture): void {
    this.#lastEvent = this.#events().at(-1)?.id ?? 0
    const present = this.#picture()
    expect(known(present, wanted), this.#story()).toEqual(known(wanted, present))
    this.#model.present = present
  }

  #story(): string {
    return this.done.join(' | ')
  }

  #picture(): Picture {
    return dumpAll(this.engine.path('p.dictum')) as Picture
  }

  #events(): { id: number; kind: string }[] {
    return withRawProject(this.engine.path('p.dictum'), (db) =>
      db.prepare('SELECT id, kind FROM event ORDER BY id').all(),
    ) as { id: number; kind: string }[]
  }

  /** Waits until no job is running. */
  async #idle(): Promise<void> {
    const running = () => {
      const states = new Map<string, string>()
      for (const event of this.engine.events) if (event.type === 'job') states.set(event.job.jobId, event.job.state)
      return [...states.values()].filter((state) => state === 'running').length
    }
    await expect.poll(running, { timeout: 10_000 }).toBe(0)
  }

  #articles(): { id: number }[] {
    return withRawProject(this.engine.path('p.dictum'), (db) => db.prepare('SELECT id FROM article').all()) as {
      id: number
    }[]
  }

  async #job(...request: Parameters<TestEngine['engine']['callHost']>): Promise<Job | null> {
    const started = await this.engine.engine.callHost(...request)
    if (!started.ok) return null
    const end = await this.engine.finished((started.value as { jobId: string }).jobId)
    expect(end.error ?? null, this.#story()).toBeNull()
    return end
  }
}

const uidsOf = ({ spans }: Picture): string[] => spans.map(({ uid }) => uid)

/** A picture without the articles that another does not have. */
function known(picture: Picture, other: Picture): Picture {
  const uids = new Set(other.articles.map(({ uid }) => uid))
  return { ...picture, articles: picture.articles.filter(({ uid }) => uids.has(uid)) }
}
