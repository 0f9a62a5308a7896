import { join } from 'node:path'
import { linksOf, readExport } from './exported'
import { answerOpenDialog, answerSaveDialog, expect, launchApp, paintedPage, test } from './fixtures'
import { FIRST, SECOND, writeHarbour } from './harbour-articles'
import { articleText, clickOn, dragOver, drawn } from './text'

test('the main job by mouse, and everything there after a restart', async ({ app, page, folder, userData }) => {
  const project = join(folder, 'Harbour.dictum')
  const exported = join(folder, 'harbour.jsonl')

  await test.step('a new project', async () => {
    await expect(page.getByRole('button', { name: /Open the sample project/ })).toBeVisible()
    await answerSaveDialog(app, project)
    await page.getByRole('button', { name: /New project/ }).click()
    await expect(page.getByRole('complementary', { name: 'Corpus' }).getByText('No articles yet')).toBeVisible()
  })

  await test.step('import a folder, with a report', async () => {
    await answerOpenDialog(app, writeHarbour(folder))
    await page.getByRole('complementary', { name: 'Corpus' }).getByRole('button', { name: 'Import folder…' }).click()
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByText('1 file could not be imported')).toBeVisible()
    await expect(dialog.getByText('4-empty.txt')).toBeVisible()
    await dialog.getByRole('button', { name: 'Done' }).click()
  })

  const list = page.getByRole('listbox', { name: 'Articles' })
  await test.step('the list: title, date, filters', async () => {
    await expect(list.getByRole('option')).toHaveCount(3)
    await expect(list.getByRole('option').nth(0)).toHaveAccessibleName(/Nimeni nu a semnat nimic.*To do.*14 Nov 2025/)
    await page.getByPlaceholder('Search').fill('dockers')
    await expect(list.getByRole('option')).toHaveCount(1)
    await page.getByPlaceholder('Search').fill('sustine contrariul')
    await expect(list.getByRole('option')).toHaveCount(1)
    await page.getByPlaceholder('Search').fill('')
    await expect(list.getByRole('option')).toHaveCount(3)
    await page
      .getByRole('radio', { name: /^Done/ })
      .or(page.getByRole('button', { name: /^Done/ }))
      .click()
    await expect(page.getByText('Nothing matches')).toBeVisible()
    await page.getByRole('button', { name: 'Clear filter' }).click()
    await expect(list.getByRole('option')).toHaveCount(3)
  })

  await test.step('mark by popover, by key, and the word under a double click', async () => {
    await list.getByRole('option').nth(0).click()
    await expect(articleText(page)).toContainText('Primarul Irina Dobre')
    const lines = await articleText(page).locator('p').allTextContents()
    expect(lines.join('\n')).toBe(FIRST)

    await dragOver(page, 'Primarul Irina Dobre')
    await page.getByRole('toolbar', { name: 'Mark the selected words' }).getByText('Speaker').click()
    await expect.poll(() => drawn(page, '.sp')).toEqual(['Primarul Irina Dobre'])

    await dragOver(page, 'orașul nu a semnat niciun')
    await page.keyboard.press('c')
    await clickOn(page, 'vineri', 2)
    await page.keyboard.press('d')
    await expect.poll(() => drawn(page, '.sp')).toEqual(['Primarul Irina Dobre', 'vineri', 'orașul nu a semnat niciun'])
  })

  const inspector = page.getByRole('complementary', { name: 'Inspector' })
  await test.step('change the edges, the label and an attribute', async () => {
    await clickOn(page, 'orașul nu a semnat niciun')
    await expect(articleText(page).locator('.focused')).toHaveText('orașul nu a semnat niciun')
    await inspector.getByRole('button', { name: 'Move the end forward by a word' }).click()
    await expect(articleText(page).locator('.focused')).toHaveText('orașul nu a semnat niciun acord')
    await inspector
      .getByRole('radio', { name: 'indirect' })
      .or(inspector.getByRole('button', { name: 'indirect' }))
      .first()
      .click()

    await clickOn(page, 'vineri')
    await inspector.getByRole('button', { name: /Label/ }).click()
    await page.getByRole('option', { name: 'Claim', exact: true }).click()
    await expect(list.getByRole('option').nth(0)).toHaveAccessibleName(/Claim: 2, Speaker: 1/)
    await page.keyboard.press('Control+z')
    await expect(list.getByRole('option').nth(0)).toHaveAccessibleName(/Claim: 1, Speaker: 1, Date: 1/)
  })

  await test.step('an interrupted quote is one claim of two parts', async () => {
    await dragOver(page, 'Nimeni nu a semnat nimic')
    await page.keyboard.press('c')
    await dragOver(page, 'iar cine')
    await page.keyboard.press('a')
    await expect.poll(() => drawn(page, '.focused')).toEqual(['Nimeni nu a semnat nimic', 'iar cine'])
  })

  await test.step('link a claim to its speaker and its date', async () => {
    await clickOn(page, 'orașul nu')
    await page.keyboard.press('l')
    await clickOn(page, 'Primarul Irina Dobre')
    await expect(inspector.getByText('Primarul Irina Dobre').first()).toBeVisible()
    await page.keyboard.press('l')
    await clickOn(page, 'vineri')
  })

  await test.step('delete, undo, redo; across articles', async () => {
    await clickOn(page, 'Primarul Irina Dobre')
    await page.keyboard.press('Backspace')
    await expect(list.getByRole('option').nth(0)).toHaveAccessibleName(/Claim: 2, Date: 1/)
    await page.keyboard.press('Control+z')
    await expect(list.getByRole('option').nth(0)).toHaveAccessibleName(/Claim: 2, Speaker: 1, Date: 1/)
    await page.keyboard.press('Control+Shift+z')
    await expect(list.getByRole('option').nth(0)).toHaveAccessibleName(/Claim: 2, Date: 1/)

    await list.getByRole('option').nth(1).click()
    await expect(articleText(page)).toContainText('Nobody told the dockers')
    // the deletion was in the other article: undo goes there
    await page.keyboard.press('Control+z')
    await expect(articleText(page)).toContainText('Primarul Irina Dobre')
    await expect(list.getByRole('option').nth(0)).toHaveAccessibleName(/Claim: 2, Speaker: 1, Date: 1/)
  })

  await test.step('export, checked against its own words', async () => {
    await answerSaveDialog(app, exported)
    await page.keyboard.press('Control+e')
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Export…/ })
      .click()
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByText(exported)).toBeVisible()
    const articles = readExport(exported)
    expect(articles.map((article) => article.text).slice(0, 2)).toEqual([FIRST, SECOND])
    const [first] = articles
    expect(first!.meta).toMatchObject({
      published_on: '2025-11-14',
      source: 'harbour/1-primarul.txt',
      status: 'in_progress',
    })
    expect(first!.spans.map((span) => [span.label, span.text])).toEqual([
      // its first part is in the headline
      ['CLAIM', 'Nimeni nu a semnat nimic iar cine'],
      ['SPEAKER', 'Primarul Irina Dobre'],
      ['DATE', 'vineri'],
      ['CLAIM', 'orașul nu a semnat niciun acord'],
    ])
    expect(first!.spans[3]!.attributes).toEqual({ form: 'indirect' })
    expect(linksOf(first!)).toEqual([
      'said_by: orașul nu a semnat niciun acord → Primarul Irina Dobre',
      'said_on: orașul nu a semnat niciun acord → vineri',
    ])
    await dialog
      .getByRole('button', { name: /Done|Close/ })
      .first()
      .click()
  })

  await test.step('close at any moment, reopen: everything is there, undo too', async () => {
    await app.close()
    const again = await launchApp(userData)
    const later = await paintedPage(again)
    await later
      .getByRole('button', { name: /Harbour/ })
      .first()
      .click()
    await expect(later.getByRole('option').nth(0)).toHaveAccessibleName(/Claim: 2, Speaker: 1, Date: 1/)
    await expect.poll(() => drawn(later, '.sp')).toContain('orașul nu a semnat niciun acord')
    await articleText(later).focus()
    // the deletion was undone last, so the link to the date is taken back next
    await later.keyboard.press('Control+z')
    await expect(later.getByRole('tab', { name: 'History' })).toBeVisible()
    await expect
      .poll(() =>
        later.evaluate(async () => {
          const opened = await window.dictum.engine.call('article.open', { articleId: 1 })
          return opened.ok ? opened.value.relations.map((relation) => relation.typeId) : null
        }),
      )
      .toEqual(['said_by'])
    await again.close()
  })
})
