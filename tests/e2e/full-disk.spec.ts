import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fill, removeDisk, smallDisk } from '../engine/support/small-disk'
import { answerOpenDialog, answerSaveDialog, expect, importPaths, newProject, test } from './fixtures'
import { articleText, clickOn, drawn } from './text'
import { closeProject, failures, firstArticle, openByDialog, projectIsSound, toggleFlag } from './window'

const FULL = 'The disk is full: nothing was changed. Free some space and try again.'

test('a disk that fills up: gestures fail visibly, the project stays sound, and work goes on', async ({
  app,
  page,
  folder,
}) => {
  const disk = smallDisk()
  test.skip(disk === null, 'this user may not mount a small disk')
  if (disk === null) return
  const dismissAll = async () => {
    while ((await failures(page).count()) > 0)
      await failures(page).getByRole('button', { name: 'Dismiss' }).first().click()
  }
  try {
    const articles = join(folder, 'articles')
    mkdirSync(articles)
    writeFileSync(join(articles, '1.txt'), 'Portul a fost deschis vineri.\n')
    const path = join(disk, 'Small.dictum')
    await newProject(app, page, path)
    expect((await importPaths(app, page, articles)).imported).toBe(1)
    await page.keyboard.press('Escape')
    await expect(articleText(page)).toContainText('Portul')
    await toggleFlag(page)
    await clickOn(page, 'vineri')

    await test.step('gestures', async () => {
      const free = fill(disk)
      // what the journal still has room for goes well: it is as long as it has been
      await expect
        .poll(async () => {
          await page.keyboard.press('f')
          return failures(page).count()
        })
        .toBe(1)
      await expect(failures(page)).toHaveText(FULL)
      await dismissAll()
      const before = await firstArticle(page).textContent()
      await page.keyboard.press('d')
      await expect(failures(page)).toHaveText(FULL)
      expect(await drawn(page, '.sp')).toEqual([])
      expect(await firstArticle(page).textContent()).toBe(before)
      await dismissAll()
      free()
      await projectIsSound(page)
      await page.keyboard.press('d')
      await expect.poll(() => drawn(page, '.sp')).toEqual(['vineri'])
      await expect(firstArticle(page)).toHaveAccessibleName(/Date: 1/)
    })

    await test.step('an import: the report says what was not stored', async () => {
      // an import takes all the room there is: what is left aside here is what the later steps free
      const reserve = join(disk, 'reserve')
      writeFileSync(reserve, Buffer.alloc(700 * 1024))
      for (let n = 2; n < 80; n++) {
        writeFileSync(
          join(articles, `${n}.txt`),
          `Article ${n}. ${'The harbour was closed on Friday. '.repeat(2000)}\n`,
        )
      }
      await answerOpenDialog(app, articles)
      await page.keyboard.press('Control+Shift+i')
      const dialog = page.getByRole('dialog', { name: /^Import/ })
      await expect(dialog.getByText(/could not be imported/)).toBeVisible()
      await expect(
        dialog.getByRole('listitem').filter({ hasText: 'The disk is full: this file does not fit.' }).first(),
      ).toBeVisible()
      await dialog.getByRole('button', { name: 'Done' }).click()
      rmSync(reserve)
    })

    await test.step('an import, an export and a new project where there is no room at all leave nothing', async () => {
      const free = fill(disk)
      const before = readdirSync(disk)
      await page.keyboard.press('Control+Shift+i')
      const imported = page.getByRole('dialog', { name: /^Import f/ })
      await expect(
        imported
          .getByText(/The disk is full: (nothing was changed. Free some space and try again|this file does not fit)\./)
          .first(),
      ).toBeVisible()
      await imported
        .getByRole('button', { name: /^(Done|Close)$/ })
        .last()
        .click()
      await answerSaveDialog(app, join(disk, 'out.jsonl'))
      await page.keyboard.press('Control+e')
      await page.getByRole('dialog', { name: 'Export' }).getByRole('button', { name: 'Export…' }).click()
      const dialog = page.getByRole('dialog', { name: 'Export failed' })
      await expect(dialog).toContainText('The disk is full')
      await dialog
        .getByRole('button', { name: /^(Done|Close)$/ })
        .last()
        .click()
      await answerSaveDialog(app, join(disk, 'Another.dictum'))
      await page.keyboard.press('Control+n')
      await expect(failures(page)).toContainText('The disk is full')
      await dismissAll()
      expect(readdirSync(disk)).toEqual(before)
      free()
    })

    await test.step('closing on a full disk keeps everything', async () => {
      const free = fill(disk)
      await closeProject(page)
      await expect(failures(page)).toHaveCount(0)
      free()
      await openByDialog(app, page, path)
      await expect(firstArticle(page)).toHaveAccessibleName(/Date: 1/)
      await toggleFlag(page)
      await projectIsSound(page)
    })

    await test.step('opening on a full disk', async () => {
      await closeProject(page)
      const free = fill(disk)
      await openByDialog(app, page, path)
      // SQLite needs a little room beside the file; whether a full disk still has it is the file system's business
      await expect(failures(page).or(firstArticle(page)).first()).toBeVisible()
      for (const text of await failures(page).allTextContents()) expect(text).toBe(FULL)
      await dismissAll()
      free()
      await openByDialog(app, page, path)
      await expect(firstArticle(page)).toHaveAccessibleName(/Date: 1/)
      await projectIsSound(page)
    })
  } finally {
    await app.close()
    removeDisk(disk)
  }
})
