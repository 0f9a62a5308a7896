import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication, Locator, Page } from '@playwright/test'
import { answerOpenDialog, enginePid, expect, importPaths, newProject, test } from './fixtures'
import { articleText } from './text'
import { firstArticle, projectIsSound, runFromPalette } from './window'

/** A job reads and writes; a busy machine takes its time. */
const JOB = { timeout: 60_000 }
const look = (page: Page): Locator => page.getByRole('dialog', { name: 'Before the import' })
const verdict = (page: Page): Locator => look(page).getByRole('status')
const role = (page: Page, column: string): Locator =>
  look(page).getByRole('button', { name: new RegExp(`${column} is$`) })
const listed = (page: Page, name: string): Promise<string[]> =>
  look(page).getByRole('list', { name }).getByRole('listitem').allInnerTexts()
const share = (name: string, count: number): string => `${name}\n${count}`

/** The counts at the top, each with its name. */
const figures = (page: Page): Promise<Record<string, string>> =>
  look(page)
    .locator('dl > div')
    .evaluateAll((pairs) =>
      Object.fromEntries(
        pairs.map((pair) => [pair.querySelector('dt')!.textContent, pair.querySelector('dd')!.textContent]),
      ),
    )

/** Any import may be looked at first. */
async function lookAt(app: ElectronApplication, page: Page, path: string): Promise<void> {
  await answerOpenDialog(app, path)
  await runFromPalette(page, 'with a look first')
  await expect(look(page)).toBeVisible()
}

async function importAndClose(page: Page): Promise<void> {
  const done = page.getByRole('dialog', { name: 'Import finished' })
  await expect(done).toBeVisible(JOB)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

const opened = (page: Page, articleId: number) =>
  page.evaluate(async (id) => {
    const reply = await window.dictum.engine.call('article.open', { articleId: id })
    if (!reply.ok) throw new Error(reply.error.message)
    return reply.value.article
  }, articleId)

const total = (page: Page) =>
  page.evaluate(async () => {
    const reply = await window.dictum.engine.call('articles.query', { filter: {} })
    return reply.ok ? reply.value.total : -1
  })

test('columns are taken for something else, by mouse and by keyboard; the look follows, and it is remembered', async ({
  app,
  page,
  folder,
}) => {
  const table = (rows: string[]) => ['headline,body,lead,seen', ...rows, ''].join('\n')
  const first = join(folder, 'first')
  mkdirSync(first)
  const rows = ['Port,The port is shut.,Shut again.,2025-03-01', 'Tax,Taxes will fall.,Shut again.,2025-03-02']
  writeFileSync(join(first, 'stories.csv'), table(rows))
  await newProject(app, page, join(folder, 'p.dictum'))

  await lookAt(app, page, first)
  await expect(verdict(page)).toHaveText('2 articles would come in', JOB)
  await expect(role(page, 'headline')).toContainText('Title')
  await expect(role(page, 'body')).toContainText('Text')
  await expect(role(page, 'lead')).toContainText('Extra field')
  await expect(look(page).getByRole('region', { name: 'Columns of stories.csv' })).toContainText('Taxes will fall.')

  // another text: both rows say the same now
  await role(page, 'lead').click()
  await page.getByRole('option', { name: 'Text', exact: true }).click()
  await expect(role(page, 'lead')).toContainText('Text')
  await expect(role(page, 'body')).toContainText('Extra field')
  await expect(verdict(page)).toHaveText('1 article would come in', JOB)
  expect(await figures(page)).toMatchObject({ 'Would come in': '1', 'Twice among them': '1' })

  // by keyboard, which stays where it is while the files are looked at once more
  await role(page, 'lead').focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('listbox')).toBeVisible()
  await page.keyboard.press('Home')
  await page.keyboard.press('Enter')
  await expect(look(page).getByText('Choose one, or nothing of it comes in.')).toBeVisible()
  await expect(verdict(page)).toHaveText('0 articles would come in', JOB)
  await expect(look(page).getByRole('button', { name: 'Import', exact: true })).toBeDisabled()
  await expect(role(page, 'lead')).toBeFocused()
  await role(page, 'body').focus()
  await page.keyboard.type('Text')
  await expect(verdict(page)).toHaveText('2 articles would come in', JOB)
  await role(page, 'seen').focus()
  await page.keyboard.type('Date')
  await expect(role(page, 'seen')).toContainText('Date')
  await expect(verdict(page)).toHaveText('2 articles would come in', JOB)
  await look(page).getByRole('button', { name: 'Import', exact: true }).focus()
  await page.keyboard.press('Enter')
  await importAndClose(page)
  await expect(articleText(page)).toContainText('The port is shut.')
  expect(await opened(page, 1)).toMatchObject({ title: 'Port', publishedOn: '2025-03-01' })

  const second = join(folder, 'second')
  mkdirSync(second)
  writeFileSync(join(second, 'more.csv'), table(['School,Schools open.,Open.,2025-04-01']))
  await lookAt(app, page, second)
  await expect(verdict(page)).toHaveText('1 article would come in', JOB)
  await expect(role(page, 'seen')).toContainText('Date')
  await look(page).getByRole('button', { name: 'Cancel' }).click()
  await expect(look(page)).toHaveCount(0)
  expect(await total(page)).toBe(2)
  await projectIsSound(page)
})

test('formats, encodings, duplicates and problems are counted, and all is read as one sample reads best', async ({
  app,
  page,
  folder,
}) => {
  const known = join(folder, 'known.txt')
  writeFileSync(known, 'It is known already.\n')
  await newProject(app, page, join(folder, 'p.dictum'))
  await importPaths(app, page, known)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  const all = join(folder, 'all')
  mkdirSync(join(all, 'desk'), { recursive: true })
  writeFileSync(join(all, 'plain.txt'), 'Președintele a vorbit.\n')
  writeFileSync(join(all, 'again.txt'), 'It is known already.\n')
  writeFileSync(join(all, 'desk', 'twice.txt'), 'Președintele a vorbit.\n')
  writeFileSync(join(all, 'page.html'), '<html><body><p>A page of words.</p></body></html>')
  writeFileSync(join(all, 'empty.txt'), '')
  writeFileSync(join(all, 'picture.png'), Buffer.from([0x89, 0x50, 0x4e, 0x47]))
  // one letter, in words that no profile knows
  writeFileSync(join(all, 'guess.txt'), Buffer.from('Jo\xf8ak. Jo\xf8il.', 'latin1'))

  await lookAt(app, page, all)
  await expect(verdict(page)).toHaveText('3 articles would come in', JOB)
  await expect(look(page)).toContainText('6 files')
  expect(await figures(page)).toEqual({
    'Would come in': '3',
    'Already there': '1',
    'Twice among them': '1',
    'Cannot be read': '1',
  })
  expect(await listed(page, 'Formats')).toEqual([share('Plain text', 4), share('HTML', 1)])
  expect((await listed(page, 'Encodings'))[0]).toBe(share('UTF-8', 4))
  const problems = look(page).getByRole('region', { name: 'What needs a look' })
  for (const words of ['The file is empty', 'already, as', 'The same text stands earlier'])
    await expect(problems).toContainText(words)

  // back and forth: the last choice counts, however many looks are on their way
  const guesses = look(page).getByRole('list', { name: 'Files whose encoding is a guess' })
  await expect(guesses).toContainText('guess.txt')
  const [one, other] = await guesses.getByRole('button').all()
  const name = async (button: Locator) =>
    ((await button.getAttribute('aria-label')) ?? '').replace('Read all as this: ', '')
  const [oneName, otherName] = [await name(one!), await name(other!)]
  const encoding = look(page).getByRole('button', { name: /Encoding$/ })
  await one!.focus()
  await page.keyboard.press('Enter')
  await expect(encoding).toBeFocused()
  await expect(encoding).toContainText(oneName)
  await encoding.click()
  await page.getByRole('option', { name: 'Found out by itself' }).click()
  await expect(guesses.getByRole('button', { name: `Read all as this: ${otherName}` })).toBeVisible(JOB)
  await guesses.getByRole('button', { name: `Read all as this: ${otherName}` }).click()
  await expect(encoding).toContainText(otherName)
  await expect(verdict(page)).toHaveText(/articles? would come in/, JOB)
  await expect.poll(async () => (await listed(page, 'Encodings')).join()).toContain(otherName)
  await look(page).getByRole('switch', { name: 'Folder names as tags' }).focus()
  await page.keyboard.press('Space')
  await expect(look(page).getByRole('switch', { name: 'Folder names as tags' })).toBeFocused()
  await expect(look(page).getByRole('button', { name: 'Import', exact: true })).toBeEnabled(JOB)
  await look(page).getByRole('button', { name: 'Import', exact: true }).click()
  await importAndClose(page)
  await expect(firstArticle(page)).toBeVisible()
  const encodings: string[] = []
  for (let id = 1; id <= (await total(page)); id++) encodings.push((await opened(page, id)).encoding)
  expect(encodings.map((found) => found.toLowerCase())).toContain(otherName.toLowerCase())
  await projectIsSound(page)
})

test('a look is cancelled while it runs; nothing has come in, and the next one begins at once', async ({
  app,
  page,
  folder,
}) => {
  const many = join(folder, 'many')
  mkdirSync(many)
  for (let n = 0; n < 1500; n++)
    writeFileSync(join(many, `${n}.txt`), `Story ${n}.\n${'Words and words. '.repeat(800)}`)
  await newProject(app, page, join(folder, 'p.dictum'))
  await answerOpenDialog(app, many)
  for (const leave of [
    () => page.keyboard.press('Escape'),
    () => look(page).getByRole('button', { name: 'Cancel' }).click(),
  ]) {
    await page.keyboard.press('Control+Shift+i')
    const bar = look(page).getByRole('progressbar')
    await expect(bar).toBeVisible(JOB)
    const engine = (await enginePid(app))!
    process.kill(engine, 'SIGSTOP')
    try {
      await expect(bar).toBeVisible()
      await leave()
      await expect(look(page)).toHaveCount(0)
    } finally {
      process.kill(engine, 'SIGCONT')
    }
  }
  expect(await total(page)).toBe(0)
  await page.keyboard.press('Control+Shift+i')
  await expect(verdict(page)).toHaveText('1,500 articles would come in', JOB)
  await page.keyboard.press('Escape')
  await expect(look(page)).toHaveCount(0)
  expect(await total(page)).toBe(0)
})
