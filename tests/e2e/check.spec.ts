import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './fixtures'
import { articleText, clickOn, drawn, openTexts } from './text'
import { closeProject, openByDialog, runFromPalette } from './window'

/** Changes the words that a span keeps, past every safeguard, to others of the same length. */
function forge(path: string, words: string, others: string): void {
  const file = readFileSync(path)
  // in the span's row its words follow its parts
  const at = file.indexOf(`]]${words}`)
  if (at === -1) throw new Error('the span is not in the file')
  file.write(others, at + 2)
  writeFileSync(path, file)
}

test('a check shows what it found, leads there, and can be copied', async ({ app, page, folder }) => {
  await openTexts(app, page, folder, 'Nothing was said.\n', 'Ana said on Friday that taxes will fall.\n')
  await page.keyboard.press('n')
  await expect(articleText(page)).toContainText('Friday')
  await clickOn(page, 'Friday')
  await page.keyboard.press('d')
  await expect.poll(() => drawn(page, '.sp')).toEqual(['Friday'])
  await closeProject(page)
  const path = join(folder, 'text.dictum')
  forge(path, 'Friday', 'Sunday')
  await openByDialog(app, page, path)
  await runFromPalette(page, 'Check project')
  const dialog = page.getByRole('dialog', { name: 'Check project' })
  await expect(dialog).toContainText('2 findings. Nothing was changed.')
  await expect(dialog.getByRole('button', { name: 'Copy report' })).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Done' })).toBeFocused()
  await dialog.getByRole('button', { name: /^offset mismatch/ }).click()
  await expect(dialog).toHaveCount(0)
  await expect.poll(() => drawn(page, '.sp')).toEqual(['Friday'])
})
