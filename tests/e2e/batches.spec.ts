import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { answerOpenDialog, expect, importPaths, killEngine, newProject, test } from './fixtures'
import { articleText, caret } from './text'
import { goOnFromLook, projectIsSound, runFromPalette } from './window'

const list = (page: Page): Locator => page.getByRole('listbox', { name: 'Articles' })
const rows = (page: Page): Locator => list(page).getByRole('option')
const size = async (page: Page): Promise<number> =>
  (await rows(page).count()) === 0 ? 0 : Number(await rows(page).first().getAttribute('aria-setsize'))
const imports = (page: Page): Locator => page.getByRole('dialog', { name: 'Imports' })
/** A job reads and writes; a busy machine takes its time. */
const JOB = { timeout: 60_000 }
const batch = (page: Page, name: string): Locator => imports(page).getByRole('listitem', { name })

function writeStories(folder: string, name: string, count: number): string {
  const path = join(folder, name)
  mkdirSync(path)
  for (let n = 0; n < count; n++)
    writeFileSync(join(path, `${String(n).padStart(4, '0')}.txt`), `The ${name} story ${n}.\n`)
  return path
}

test('a large import is looked at first: cancelled nothing has come in, else it comes in as it was chosen', async ({
  app,
  page,
  folder,
}) => {
  const many = writeStories(folder, 'many', 201)
  // no word of it says in which of two encodings it is
  writeFileSync(join(many, 'guess.txt'), Buffer.from('\xd0\xe3\xba \xfe\xaa', 'latin1'))
  writeFileSync(join(many, 'empty.txt'), '')
  await newProject(app, page, join(folder, 'p.dictum'))
  await answerOpenDialog(app, many)
  const look = page.getByRole('dialog', { name: 'Before the import' })

  await page.keyboard.press('Control+Shift+i')
  await expect(look).toContainText('203 files', JOB)
  await expect(look.getByRole('status')).toHaveText('202 articles would come in', JOB)
  await expect(look.getByRole('list', { name: 'Formats' })).toContainText('Plain text')
  await expect(look.getByRole('region', { name: 'What needs a look' })).toContainText('The file is empty')
  await page.keyboard.press('Escape')
  await expect(look).toHaveCount(0)
  await expect(page.getByRole('complementary', { name: 'Corpus' }).getByText('No articles yet')).toBeVisible()

  await page.keyboard.press('Control+Shift+i')
  await expect(look.getByRole('status')).toHaveText('202 articles would come in', JOB)
  await look.getByRole('button', { name: /Encoding/ }).click()
  await page.getByRole('option', { name: 'ISO-8859-2 (Latin 2)' }).click()
  await expect(look.getByRole('list', { name: 'Encodings' })).toContainText('ISO-8859-2', JOB)
  await expect(look.getByRole('button', { name: /Encoding/ })).toContainText('ISO-8859-2')
  await look.getByRole('switch', { name: 'Folder names as tags' }).focus()
  await page.keyboard.press('Space')
  await expect(look.getByRole('button', { name: 'Import', exact: true })).toBeEnabled(JOB)
  await look.getByRole('button', { name: 'Import', exact: true }).focus()
  await page.keyboard.press('Enter')
  const done = page.getByRole('dialog', { name: 'Import finished' })
  await expect(done).toContainText('1 file could not be imported', JOB)
  await page.keyboard.press('Escape')
  await expect.poll(() => size(page)).toBe(202)
  const encodings = await page.evaluate(async () => {
    const reply = await window.dictum.engine.call('article.open', { articleId: 202 })
    return reply.ok ? reply.value.article.encoding : reply.error.message
  })
  expect(encodings).toBe('iso-8859-2')
})

test('a small import may be looked at as well, by the palette', async ({ app, page, folder }) => {
  await newProject(app, page, join(folder, 'p.dictum'))
  await answerOpenDialog(app, writeStories(folder, 'few', 3))
  await runFromPalette(page, 'with a look first')
  const look = page.getByRole('dialog', { name: 'Before the import' })
  await expect(look.getByRole('status')).toHaveText('3 articles would come in', JOB)
  await look.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(page.getByRole('dialog', { name: 'Import finished' })).toBeVisible(JOB)
  await expect.poll(() => size(page)).toBe(3)
})

test('imports are listed, hidden, archived and shown again, by mouse and by keyboard, and each can be undone', async ({
  app,
  page,
  folder,
}) => {
  await newProject(app, page, join(folder, 'p.dictum'))
  await importPaths(app, page, writeStories(folder, 'harbour', 3))
  await importPaths(app, page, writeStories(folder, 'taxes', 2))
  await expect.poll(() => size(page)).toBe(5)

  await page.keyboard.press('Control+Shift+b')
  await expect(imports(page).getByRole('listitem')).toHaveCount(2)
  await expect(batch(page, 'harbour')).toContainText('3 articles')
  await batch(page, 'harbour').getByRole('button', { name: 'Hide' }).click()
  await expect(batch(page, 'harbour')).toContainText('Hidden')
  await batch(page, 'taxes').getByRole('button', { name: 'Archive' }).focus()
  await page.keyboard.press('Enter')
  await expect(batch(page, 'taxes')).toContainText('Archived')
  await page.keyboard.press('Escape')
  await expect(imports(page)).toHaveCount(0)
  await expect(page.getByRole('complementary', { name: 'Corpus' }).getByText('No articles yet')).toBeVisible()

  await page.keyboard.press('Control+z')
  await expect.poll(() => size(page)).toBe(2)
  await expect(articleText(page)).toContainText('The taxes story 0.')
  await page.keyboard.press('Control+Shift+b')
  await batch(page, 'harbour').getByRole('button', { name: 'Show again' }).click()
  await expect(batch(page, 'harbour')).not.toContainText('Hidden')
  await batch(page, 'harbour').getByRole('button', { name: 'Report' }).click()
  await expect(page.getByRole('dialog', { name: 'Import of harbour' })).toContainText('3 articles imported.')
  await page.getByRole('button', { name: 'All imports' }).click()
  await expect(imports(page)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect.poll(() => size(page)).toBe(5)
  await projectIsSound(page)
})

test('an import is taken back, unless somebody has worked on it', async ({ app, page, folder }) => {
  await newProject(app, page, join(folder, 'p.dictum'))
  await importPaths(app, page, writeStories(folder, 'harbour', 3))
  await importPaths(app, page, writeStories(folder, 'taxes', 2))
  await expect.poll(() => size(page)).toBe(5)
  await expect(articleText(page)).toContainText('The harbour story 0.')

  await page.keyboard.press('Control+Shift+b')
  await batch(page, 'harbour').getByRole('button', { name: 'Undo import…' }).click()
  await expect(batch(page, 'harbour')).toContainText('3 articles out of the project for good')
  await page.keyboard.press('Enter')
  await expect(batch(page, 'harbour').getByRole('button', { name: 'Report' })).toBeVisible()
  await batch(page, 'harbour').getByRole('button', { name: 'Undo import…' }).focus()
  await page.keyboard.press('Enter')
  await batch(page, 'harbour').getByRole('button', { name: 'Undo import', exact: true }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Undo of the import finished' })).toContainText(
    '3 articles removed.',
    JOB,
  )
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect.poll(() => size(page)).toBe(2)
  await expect(articleText(page)).toContainText('The taxes story 0.')

  await articleText(page).focus()
  await page.keyboard.press('f')
  await expect(rows(page).first()).toHaveAccessibleName(/flagged/)
  await page.keyboard.press('Control+Shift+b')
  await expect(batch(page, 'harbour')).toContainText('Taken back')
  await batch(page, 'taxes').getByRole('button', { name: 'Undo import…' }).click()
  const answer = batch(page, 'taxes').getByRole('region', { name: 'Undo import' })
  await expect(answer).toContainText('One of its articles has been worked on')
  await expect(answer.getByRole('button')).toHaveText(['OK'])
  await page.keyboard.press('Enter')
  await expect(batch(page, 'taxes').getByRole('button', { name: 'Undo import…' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect.poll(() => size(page)).toBe(2)
  await projectIsSound(page)
})

test('when the import of the open article is put away and shown again, one is back in that article', async ({
  app,
  page,
  folder,
}) => {
  await newProject(app, page, join(folder, 'p.dictum'))
  await importPaths(app, page, writeStories(folder, 'harbour', 2))
  await importPaths(app, page, writeStories(folder, 'taxes', 3))
  await importPaths(app, page, writeStories(folder, 'tolls', 2))
  await expect.poll(() => size(page)).toBe(7)
  await rows(page).filter({ hasText: 'The taxes story 1.' }).dblclick()
  await expect(articleText(page)).toContainText('The taxes story 1.')
  await expect(articleText(page)).toBeFocused()
  await page.keyboard.press('Control+End')
  await expect.poll(() => caret(page)).toBe('The taxes story 1.\n'.length)

  await page.keyboard.press('Control+Shift+b')
  await batch(page, 'taxes').getByRole('button', { name: 'Archive' }).click()
  await expect(articleText(page)).toContainText('The harbour story 0.')
  await batch(page, 'harbour').getByRole('button', { name: 'Hide' }).click()
  await expect(articleText(page)).toContainText('The tolls story 0.')
  await page.keyboard.press('Control+z')
  await expect(articleText(page)).toContainText('The harbour story 0.')
  await page.keyboard.press('Control+z')
  await expect(articleText(page)).toContainText('The taxes story 1.')
  await page.keyboard.press('Escape')
  await expect.poll(() => size(page)).toBe(7)
  await expect(page.getByRole('contentinfo')).toContainText('Article 4 of 7')
  await articleText(page).focus()
  await expect.poll(() => caret(page)).toBe('The taxes story 1.\n'.length)

  // whoever has gone elsewhere meanwhile stays there
  await page.keyboard.press('Control+y')
  await expect(articleText(page)).toContainText('The harbour story 0.')
  await page.keyboard.press('n')
  await expect(articleText(page)).toContainText('The harbour story 1.')
  await page.keyboard.press('Control+z')
  await expect.poll(() => size(page)).toBe(7)
  await expect(articleText(page)).toContainText('The harbour story 1.')
})

test('a click on an article of the list leaves the keyboard there: Delete moves it to the trash, Space goes on', async ({
  app,
  page,
  folder,
}) => {
  await newProject(app, page, join(folder, 'p.dictum'))
  await importPaths(app, page, writeStories(folder, 'harbour', 5))
  await expect(articleText(page)).toContainText('The harbour story 0.')
  const messages = page.getByRole('status', { name: 'Messages' })

  await rows(page).nth(2).click()
  await expect(list(page)).toBeFocused()
  await page.keyboard.press('Delete')
  await expect(messages).toContainText('Moved to the trash: “The harbour story 2.”')
  await expect(articleText(page)).toContainText('The harbour story 3.')
  await expect.poll(() => size(page)).toBe(4)
  await messages.getByRole('button', { name: 'Undo' }).click()
  await expect(articleText(page)).toContainText('The harbour story 2.')
  await expect.poll(() => size(page)).toBe(5)

  await rows(page).nth(4).click()
  await page.keyboard.press('Backspace')
  await expect(messages).toContainText('Moved to the trash: “The harbour story 4.”')
  await page.keyboard.press('Control+z')
  await expect.poll(() => size(page)).toBe(5)

  // as in the text, a letter is about the article that is shown, and Space says that it is done
  await rows(page).nth(1).click()
  await page.keyboard.press('f')
  await expect(rows(page).nth(1)).toHaveAccessibleName(/flagged/)
  await page.keyboard.press('Space')
  await expect(rows(page).nth(1)).toHaveAccessibleName(/Done/)
  await expect(articleText(page)).toContainText('The harbour story 2.')
  await expect(articleText(page)).toBeFocused()

  await rows(page).nth(3).dblclick()
  await expect(articleText(page)).toContainText('The harbour story 3.')
  await expect(articleText(page)).toBeFocused()
  // in the text the key is about spans alone
  await page.keyboard.press('Delete')
  await rows(page).nth(0).click({ button: 'right' })
  const menu = page.getByRole('menu', { name: 'Article' })
  await expect(menu.getByRole('menuitem', { name: 'Open' })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(messages).toContainText('Moved to the trash: “The harbour story 0.”')
  await expect.poll(() => size(page)).toBe(4)
  await expect(list(page)).toBeFocused()
  await page.keyboard.press('Shift+F10')
  await page.keyboard.press('Enter')
  await expect(articleText(page)).toContainText('The harbour story 1.')
  await projectIsSound(page)
})

test('articles go to the trash from the list, by key and by its menu, and come back', async ({ app, page, folder }) => {
  await newProject(app, page, join(folder, 'p.dictum'))
  await importPaths(app, page, writeStories(folder, 'harbour', 4))
  await expect(articleText(page)).toContainText('The harbour story 0.')
  await list(page).focus()
  await page.keyboard.press('Delete')
  await expect(articleText(page)).toContainText('The harbour story 1.')
  await expect.poll(() => size(page)).toBe(3)
  await expect(list(page)).toBeFocused()
  // the next one has taken its place
  await page.keyboard.press('Delete')
  await expect(articleText(page)).toContainText('The harbour story 2.')

  await rows(page).nth(1).click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Move to the trash' }).click()
  await expect.poll(() => size(page)).toBe(1)
  await expect(articleText(page)).toContainText('The harbour story 2.')
  await page.getByRole('status', { name: 'Messages' }).getByRole('button', { name: 'Undo' }).last().click()
  await expect(articleText(page)).toContainText('The harbour story 3.')
  await expect.poll(() => size(page)).toBe(2)

  await page.keyboard.press('Control+k')
  await page.keyboard.type('trash')
  await page.getByRole('option', { name: /^Trash…/ }).click()
  const trash = page.getByRole('dialog', { name: 'Trash' })
  await expect(trash.getByRole('listitem')).toHaveCount(2)
  await trash.getByRole('button', { name: 'Restore The harbour story 1.' }).focus()
  await page.keyboard.press('Enter')
  await expect(trash.getByRole('listitem')).toHaveCount(1)
  await trash.getByRole('button', { name: 'Restore The harbour story 0.' }).click()
  await expect(trash).toContainText('The trash is empty')
  await page.keyboard.press('Escape')
  await expect.poll(() => size(page)).toBe(4)
  await projectIsSound(page)

  // the next one is shown with its hits marked, and the keyboard stays in the list
  await page.getByRole('searchbox', { name: 'Search title and text' }).fill('story')
  await expect(rows(page).first().locator('mark').first()).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Space')
  await expect(page.locator('[data-found-words]')).toHaveText('Hit 1 of 1')
  await expect(list(page)).toBeFocused()
  for (const left of [3, 2, 1]) {
    await page.keyboard.press('Delete')
    await expect.poll(() => size(page)).toBe(left)
    await expect(page.locator('[data-found-words]')).toHaveText('Hit 1 of 1')
    await expect(list(page)).toBeFocused()
  }
})

test('after an import that was cut off, the rest of it can be imported, or all of it taken back', async ({
  app,
  page,
  folder,
}) => {
  test.setTimeout(180_000)
  const many = join(folder, 'many')
  mkdirSync(many)
  for (let n = 0; n < 1500; n++)
    writeFileSync(join(many, `${n}.txt`), `The story ${n}.\n${'Words and more words. '.repeat(400)}\n`)
  await newProject(app, page, join(folder, 'p.dictum'))
  await answerOpenDialog(app, many)
  const offer = page.getByRole('region', { name: 'Import that was cut off' })
  const total = () =>
    page.evaluate(async () => {
      const reply = await window.dictum.engine.call('articles.query', { filter: {} })
      return reply.ok ? reply.value.total : -1
    })
  const cutOff = async () => {
    await page.keyboard.press('Control+Shift+i')
    await goOnFromLook(page)
    await expect.poll(total, { intervals: [10], timeout: 60_000 }).toBeGreaterThan(0)
    await killEngine(app)
    const failed = page.getByRole('dialog', { name: 'Import failed' })
    await failed.getByRole('button', { name: 'Close' }).last().click()
    await expect(offer).toContainText('The import of “many” was cut off.', JOB)
  }

  await cutOff()
  expect(await total()).toBeLessThan(1500)
  await offer.getByRole('button', { name: 'Undo import' }).click()
  await expect(page.getByRole('dialog', { name: 'Undo of the import finished' })).toBeVisible(JOB)
  await page.keyboard.press('Escape')
  await expect(offer).toHaveCount(0)
  expect(await total()).toBe(0)
  await expect(page.getByRole('dialog')).toHaveCount(0)

  await cutOff()
  await offer.getByRole('button', { name: 'Import the rest' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Import finished' })).toBeVisible(JOB)
  expect(await total()).toBe(1500)
  await page.keyboard.press('Escape')
  await expect(offer).toHaveCount(0)
  await projectIsSound(page)
})
