import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { answerOpenDialog, expect, newProject, test } from './fixtures'
import { articleText } from './text'
import { failures, firstArticle, goOnFromLook, projectIsSound, runFromPalette } from './window'

const JOB = { timeout: 120_000 }

const total = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const reply = await window.dictum.engine.call('articles.query', { filter: {} })
    return reply.ok ? reply.value.total : -1
  })

/** A table of some 40 MB. */
function writeLargeTable(path: string): void {
  const rows = Array.from(
    { length: 20_000 },
    (_, n) => `Title ${n},"${`The harbour of row ${n} was closed. `.repeat(60)}"`,
  )
  writeFileSync(path, `title,text\n${rows.join('\n')}\n`)
}

test('while a folder comes in, its articles appear in the list, are opened and flagged, and all are there at the end', async ({
  app,
  page,
  folder,
}) => {
  test.setTimeout(180_000)
  const many = join(folder, 'many')
  mkdirSync(many)
  for (let n = 0; n < 4000; n++) {
    const name = String(n).padStart(4, '0')
    writeFileSync(join(many, `${name}.txt`), `The story ${name}.\n${'Words and more words. '.repeat(200)}\n`)
  }
  await newProject(app, page, join(folder, 'p.dictum'))
  await answerOpenDialog(app, many)
  await page.keyboard.press('Control+Shift+i')
  await goOnFromLook(page)
  await page.getByRole('dialog', { name: 'Importing' }).getByRole('button', { name: 'Close' }).last().click()
  const footer = page.getByRole('button', { name: /^Import: [\d,]+ of 4,000$/ })
  await expect(firstArticle(page)).toContainText('The story 0000.', JOB)
  await expect(footer).toBeVisible()
  await firstArticle(page).click()
  await expect(articleText(page)).toContainText('The story 0000.')
  await page.keyboard.press('f')
  await expect(firstArticle(page)).toHaveAccessibleName(/flagged/)
  await expect(footer).toBeVisible()
  await page.getByRole('button', { name: 'Import finished: show the report' }).click(JOB)
  await expect(page.getByRole('dialog', { name: 'Import finished' })).toContainText('4,000')
  await page.keyboard.press('Escape')
  expect(await total(page)).toBe(4000)
  // the list has followed to the end
  await firstArticle(page).focus()
  await page.keyboard.press('End')
  await expect(page.getByRole('option', { name: /The story 3999\./ })).toBeVisible()
  await expect(failures(page)).toHaveCount(0)
  await projectIsSound(page)
})

test('in the middle of one large table megabytes are told, and a cancel keeps what came in', async ({
  app,
  page,
  folder,
}) => {
  test.setTimeout(180_000)
  writeLargeTable(join(folder, 'archive.csv'))
  await newProject(app, page, join(folder, 'p.dictum'))
  await answerOpenDialog(app, join(folder, 'archive.csv'))
  await runFromPalette(page, 'Import files')
  const look = page.getByRole('dialog', { name: 'Before the import' })
  await expect(look).toContainText(/Looking at files archive\.csv.*of 4\d MB/, JOB)
  await expect(look).toContainText('20,000 articles would come in', JOB)
  await goOnFromLook(page)
  const importing = page.getByRole('dialog', { name: 'Importing' })
  await expect(importing).toContainText(/Importing archive\.csv[1-9]\d? of 4\d MB/, JOB)
  await expect.poll(() => total(page), JOB).toBeGreaterThan(0)
  await importing.getByRole('button', { name: 'Cancel' }).click()
  const cancelled = page.getByRole('dialog', { name: 'Import cancelled' })
  await expect(cancelled).toContainText('The import was cancelled in the middle of this file.', JOB)
  const kept = await total(page)
  expect(kept).toBeGreaterThan(0)
  expect(kept).toBeLessThan(20_000)
  await projectIsSound(page)
})
