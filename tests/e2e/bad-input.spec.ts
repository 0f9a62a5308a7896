import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { pictureOf } from '../engine/support/snapshot'
import {
  answerOpenDialog,
  answerSaveDialog,
  catchMessageBoxes,
  expect,
  importPaths,
  newProject,
  root,
  test,
} from './fixtures'
import { articleText } from './text'
import { closeProject, failures, goOnFromLook, openByDialog, projectIsSound, toggleFlag, welcome } from './window'

// where SQLite keeps what makes a database a project: https://www.sqlite.org/fileformat.html#the_database_header
const USER_VERSION_AT = 60
const APPLICATION_ID_AT = 68
const PAGE_BYTES = 4096

/** Copies a project and changes the copy's bytes. */
function spoil(path: string, copy: string, change: (bytes: Buffer) => Buffer | undefined): string {
  const bytes = readFileSync(path)
  mkdirSync(dirname(copy), { recursive: true })
  writeFileSync(copy, change(bytes) ?? bytes)
  return copy
}

interface Refusal {
  readonly file: string
  /** Two parts of the sentence. */
  readonly what: string
  readonly todo: string
}

/** A closed project with two articles, and all that can be wrong with one. */
async function badProjects(
  app: ElectronApplication,
  page: Page,
  folder: string,
): Promise<{ path: string; sentences: Refusal[] }> {
  const path = join(folder, 'Good.dictum')
  await newProject(app, page, path)
  mkdirSync(join(folder, 'articles'))
  writeFileSync(join(folder, 'articles', 'one.txt'), 'Portul a fost deschis vineri.\n')
  writeFileSync(join(folder, 'articles', 'two.txt'), `${'The harbour was closed on Friday. '.repeat(2000)}\n`)
  expect((await importPaths(app, page, join(folder, 'articles'))).imported).toBe(2)
  await closeProject(page)
  const bad = join(folder, 'bad')
  mkdirSync(join(bad, 'A folder.dictum'), { recursive: true })
  writeFileSync(join(bad, 'Text.dictum'), 'These are only words, and no project at all. '.repeat(10))
  writeFileSync(join(bad, 'Empty.dictum'), '')
  spoil(path, join(bad, 'Other database.dictum'), (bytes) => {
    bytes.writeUInt32BE(0, APPLICATION_ID_AT)
    return bytes
  })
  spoil(path, join(bad, 'Cut.dictum'), (bytes) => bytes.subarray(0, Math.floor(bytes.length / 2)))
  spoil(path, join(bad, 'Flipped.dictum'), (bytes) => {
    const middle = Math.floor(bytes.length / 2 / PAGE_BYTES) * PAGE_BYTES
    for (let at = middle; at < middle + 2 * PAGE_BYTES; at++) bytes[at] = bytes[at]! ^ 0xff
    return bytes
  })
  spoil(path, join(bad, 'Newer.dictum'), (bytes) => {
    bytes.writeUInt32BE(99, USER_VERSION_AT)
    return bytes
  })
  copyFileSync(path, join(bad, 'Locked file.dictum'))
  chmodSync(join(bad, 'Locked file.dictum'), 0o444)
  spoil(path, join(folder, 'locked', 'Good.dictum'), () => undefined)
  chmodSync(join(folder, 'locked'), 0o555)
  const locked = join(folder, 'locked')
  const inBad = (name: string, what: string, todo: string) => {
    const file = join(bad, `${name}.dictum`)
    return { file, what: `${file} ${what}`, todo }
  }
  const sentences = [
    inBad('Text', 'is not a Dictum project', 'choose a .dictum file'),
    inBad('Other database', 'is not a Dictum project', 'choose a .dictum file'),
    inBad('A folder', 'is not a Dictum project', 'choose a .dictum file'),
    inBad('Empty', 'is not a Dictum project', 'choose a .dictum file'),
    inBad('Cut', 'is damaged and cannot be opened', 'restore a backup'),
    inBad('Flipped', 'is damaged and cannot be opened', 'restore a backup'),
    inBad('Locked file', 'can only be read', 'copy the project to a place where you can write'),
    inBad('Newer', 'was made by a newer version of Dictum', 'update Dictum'),
    inBad('Gone', 'is not there', 'moved or renamed'),
    { file: join(locked, 'Good.dictum'), what: `The folder ${locked} can only be read`, todo: 'allow writing there' },
  ]
  return { path, sentences }
}

/** Opens what cannot be opened, and looks at the one sentence in the window and at the untouched folder. */
async function refuse(app: ElectronApplication, page: Page, folder: string, { file, what, todo }: Refusal) {
  const before = pictureOf(folder)
  await openByDialog(app, page, file)
  const failure = failures(page).filter({ hasText: what })
  await expect(failure).toContainText(todo)
  await expect(failures(page)).toHaveCount(1)
  expect(pictureOf(folder)).toEqual(before)
  await failure.getByRole('button', { name: 'Dismiss' }).click()
  await expect(failures(page)).toHaveCount(0)
}

test('a project that cannot be opened gets a sentence; nothing is touched, and what was open stays open', async ({
  app,
  page,
  folder,
}) => {
  const { path, sentences } = await badProjects(app, page, folder)
  try {
    await test.step('from the welcome, which stays usable', async () => {
      for (const refusal of sentences) await refuse(app, page, folder, refusal)
      await expect(welcome(page)).toBeVisible()
    })
    await openByDialog(app, page, path)
    await expect(articleText(page)).toContainText('Portul a fost deschis vineri.')
    await test.step('from a project, which stays open', async () => {
      // the open project's own journal changes beside it
      for (const refusal of sentences) await refuse(app, page, join(folder, 'bad'), refusal)
      await toggleFlag(page)
      await projectIsSound(page)
    })
    await test.step('named by the system: a message box says the same', async () => {
      const messages = await catchMessageBoxes(app)
      await app.evaluate(
        ({ app: electronApp }, file) => electronApp.emit('open-file', { preventDefault: () => undefined }, file),
        join(folder, 'bad', 'Newer.dictum'),
      )
      await expect.poll(async () => (await messages()).join()).toContain('was made by a newer version of Dictum')
      await expect(articleText(page)).toContainText('Portul a fost deschis vineri.')
    })
  } finally {
    chmodSync(join(folder, 'locked'), 0o755)
  }
})

test('an import names every file that it could not read, with the reason, and imports the others', async ({
  app,
  page,
  folder,
}) => {
  const articles = join(folder, 'articles')
  mkdirSync(join(articles, 'sub'), { recursive: true })
  writeFileSync(join(articles, 'good.txt'), 'Portul a fost deschis vineri.\n')
  writeFileSync(join(articles, 'sub', 'good-too.txt'), 'The harbour was closed on Friday.\n')
  for (const name of ['empty.txt', 'binary.txt', 'undecodable.txt', 'utf16-odd.txt', 'whitespace-only.txt']) {
    copyFileSync(join(root, 'tests/fixtures/articles/bad', name), join(articles, name))
  }
  writeFileSync(join(articles, 'large.txt'), '')
  truncateSync(join(articles, 'large.txt'), 50 * 1024 * 1024 + 1)
  writeFileSync(join(articles, 'largest.txt'), `${'Just as many bytes as may be. '.repeat(4)}\n`)
  symlinkSync(join(folder, 'nowhere.txt'), join(articles, 'vanished.txt'))
  const unreadable = process.getuid?.() !== 0
  if (unreadable) {
    mkdirSync(join(articles, 'closed'))
    chmodSync(join(articles, 'closed'), 0o000)
  }
  const reasons: Record<string, string> = {
    'empty.txt': 'The file is empty (0 bytes).',
    'whitespace-only.txt': 'The file holds nothing but white space.',
    'binary.txt': 'The file is not text',
    'undecodable.txt': 'The file is UTF-8, but damaged',
    'utf16-odd.txt': 'The file is UTF-16, but its last character is cut in half.',
    'large.txt': 'The file is larger than 50 MB (50.0 MB). Split it',
    'vanished.txt': 'This link leads nowhere.',
    ...(unreadable ? { closed: 'The folder cannot be read (access is denied).' } : {}),
  }
  const path = join(folder, 'Harbour.dictum')
  await newProject(app, page, path)
  await answerOpenDialog(app, articles)
  await page.getByRole('button', { name: 'Import folder…' }).click()
  // so many bytes are looked at first
  await goOnFromLook(page)
  const dialog = page.getByRole('dialog', { name: 'Import finished' })
  const count = Object.keys(reasons).length
  await expect(dialog).toContainText(`${count} files could not be imported; the reasons are below.`)
  const items = dialog.getByRole('listitem').filter({ hasNot: page.getByRole('heading') })
  await expect(items).toHaveCount(count)
  for (const [name, reason] of Object.entries(reasons)) {
    await expect(items.filter({ hasText: join(articles, name) })).toContainText(reason)
  }
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByRole('listbox', { name: 'Articles' }).getByRole('option')).toHaveCount(3)
  if (unreadable) chmodSync(join(articles, 'closed'), 0o700)

  await test.step('a folder that is gone when it is chosen', async () => {
    await answerOpenDialog(app, join(folder, 'gone'))
    await page.keyboard.press('Control+Shift+i')
    await expect(failures(page)).toContainText(`${join(folder, 'gone')} is not there`)
    await failures(page).getByRole('button', { name: 'Dismiss' }).click()
  })
  await test.step('one of two folders that is gone is told of', async () => {
    await answerOpenDialog(app, join(folder, 'gone'), articles)
    await page.keyboard.press('Control+Shift+i')
    const look = page.getByRole('dialog', { name: 'Before the import' })
    await expect(look.getByRole('listitem').filter({ hasText: join(folder, 'gone') })).toContainText(
      'There is no such file or folder; it may have been moved, renamed or deleted.',
    )
    await look.getByRole('button', { name: 'Cancel' }).click()
  })
  await projectIsSound(page)
})

test('a recent project that is missing is marked, refused and can be taken off the list', async ({
  app,
  page,
  folder,
}) => {
  const path = join(folder, 'Lost.dictum')
  await newProject(app, page, path)
  await closeProject(page)
  const entry = page.getByRole('button', { name: /^Lost / })
  await expect(entry).toBeVisible()
  renameSync(path, join(folder, 'Elsewhere.dictum'))

  await test.step('gone while the welcome shows it', async () => {
    await entry.click()
    await expect(failures(page)).toContainText(`${path} is not there. It may have been moved or renamed.`)
    await expect(page.getByRole('button', { name: /^Lost Missing: / })).toBeDisabled()
    await failures(page).getByRole('button', { name: 'Dismiss' }).click()
  })
  await test.step('from the menu: a message box says so', async () => {
    const messages = await catchMessageBoxes(app)
    await app.evaluate(({ Menu }, lost) => {
      const all = (items: Electron.MenuItem[]): Electron.MenuItem[] =>
        items.flatMap((item) => [item, ...all(item.submenu?.items ?? [])])
      all(Menu.getApplicationMenu()!.items)
        .find((item) => item.label.includes(lost))!
        .click()
    }, 'Lost')
    await expect.poll(async () => (await messages()).join()).toContain('is not there')
  })
  await page.getByRole('button', { name: 'Remove Lost from this list' }).click()
  await expect(page.getByText('Lost', { exact: true })).toHaveCount(0)
  await openByDialog(app, page, join(folder, 'Elsewhere.dictum'))
  await expect(page.getByText('No articles yet').first()).toBeVisible()
})

test('a new project in a place where none can be made', async ({ app, page, folder }) => {
  const locked = join(folder, 'locked')
  mkdirSync(locked)
  chmodSync(locked, 0o555)
  for (const [place, sentence] of [
    [join(locked, 'New.dictum'), `The folder ${locked} can only be read. Choose another place.`],
    [join(folder, 'nowhere', 'New.dictum'), 'is not there. Make it first, or choose another place.'],
  ] as const) {
    await answerSaveDialog(app, place)
    await page.getByRole('button', { name: /New project/ }).click()
    await expect(failures(page)).toContainText(sentence)
    await failures(page).getByRole('button', { name: 'Dismiss' }).click()
    await expect(failures(page)).toHaveCount(0)
  }
  chmodSync(locked, 0o755)
  expect(pictureOf(folder)).toEqual({})
  rmSync(locked, { recursive: true })
  await expect(welcome(page)).toBeVisible()
})
