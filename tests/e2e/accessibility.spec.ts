import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { ElectronApplication, Locator, Page } from '@playwright/test'
import { CHANNELS } from '../../src/shared/contract/channels'
import { answerOpenDialog, expect, newProject, root, test } from './fixtures'
import { articleText, clickOn, dragOver, openTexts, storedSpans } from './text'
import { atRest, failures, openByDialog, runFromPalette, welcome } from './window'

const INTERACTIVE =
  'button|link|textbox|searchbox|combobox|checkbox|radio|switch|slider|spinbutton|option|tab|menuitem|menuitemradio|listbox|dialog|progressbar|radiogroup|toolbar|tablist|menu'

/** Everything that can be used or that groups such things, as a screen reader meets it, and has no name. */
async function nameless(page: Page): Promise<string[]> {
  const tree = await page.locator('body').ariaSnapshot()
  const line = new RegExp(`^\\s*- '?(${INTERACTIVE})(?! ")(:| \\[|'|$)`)
  return tree.split('\n').filter((text) => line.test(text))
}

/** Holds the window as it stands against axe, and looks for a name on everything that can be used. */
async function check(page: Page, screen: string): Promise<void> {
  await test.step(screen, async () => {
    await atRest(page)
    await page.screenshot({})
    // react-aria's announcer keeps for some seconds what it has said of things that are gone
    const axe = new AxeBuilder({ page }).setLegacyMode(true).exclude('[data-live-announcer]')
    const { violations } = await axe.analyze()
    const serious = violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => ({
        id,
        nodes: nodes.map(({ html, any }) => [html.slice(0, 160), any[0]?.message ?? '']),
      }))
    expect.soft(serious, screen).toEqual([])
    expect.soft(await nameless(page), screen).toEqual([])
  })
}

const zoomTo = (app: ElectronApplication, factor: number) =>
  app.evaluate(({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]!.webContents.setZoomFactor(to), factor)

const dialog = (page: Page): Locator => page.getByRole('dialog')

async function closeDialog(page: Page): Promise<void> {
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toHaveCount(0)
}

/** The sample's second article, and a span of it in focus. */
async function openWorkbench(page: Page): Promise<void> {
  await welcome(page).click()
  await expect(articleText(page)).toBeFocused()
  const first = await articleText(page).textContent()
  await page.keyboard.press('n')
  await expect(articleText(page)).not.toHaveText(first ?? '')
  await expect(articleText(page).locator('.sp').first()).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(articleText(page).locator('.focused').first()).toBeVisible()
}

/** The card that offers the tour, and the tour at its first step. */
async function checkTour(page: Page): Promise<void> {
  const tour = page.getByRole('region', { name: 'Tour' })
  await expect(tour).toBeVisible()
  await check(page, 'the tour is offered')
  await tour.getByRole('button', { name: 'Take the tour' }).click()
  await expect(page.locator('section[data-pane="tour"]').getByRole('status')).toContainText('1 of 8')
  await check(page, 'tour')
  await page.locator('section[data-pane="tour"]').getByRole('button', { name: 'End' }).click()
  await expect(page.locator('section[data-pane="tour"]')).toHaveCount(0)
}

async function checkWorkbench(page: Page): Promise<void> {
  await check(page, 'workbench, a span in focus')
  await page.keyboard.press('l')
  await expect(page.getByRole('toolbar', { name: 'Link' })).toBeVisible()
  await check(page, 'link mode')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('toolbar', { name: 'Link' })).toHaveCount(0)
  for (const tab of ['Claims', 'Spans', 'Article', 'History']) {
    await page.getByRole('tab', { name: tab }).click()
    await expect(page.getByRole('tabpanel', { name: tab })).toBeVisible()
    await check(page, `inspector: ${tab}`)
  }
  await page.keyboard.press('Escape')
  const line = (await articleText(page).locator('p').nth(2).textContent()) ?? ''
  await dragOver(page, line.slice(0, 12))
  await expect(page.getByRole('toolbar', { name: 'Mark the selected words' })).toBeVisible()
  await check(page, 'popover at a selection')
  await clickOn(page, 'Irina Dobre')
  await expect(articleText(page).locator('.focused').first()).toBeVisible()
  await page.keyboard.press('Shift+R')
  await expect(page.getByText(/suggestions? in/)).toBeVisible()
  await page.getByRole('tab', { name: 'Claims' }).click()
  await page.keyboard.press('j')
  await expect(page.getByRole('region', { name: 'Suggested: Speaker' })).toBeVisible()
  await check(page, 'a suggestion in focus')
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('region', { name: 'Suggested: Speaker' })).toHaveCount(0)
}

/** What lies over the text, or takes the place of what is around it. */
async function checkAroundText(app: ElectronApplication, page: Page): Promise<void> {
  const toText = () => articleText(page).focus()
  await page.keyboard.press('Escape')
  await clickOn(page, 'Irina Dobre')
  await expect(articleText(page).locator('.focused').first()).toBeVisible()
  await page.keyboard.press('t')
  await expect(page.locator('[data-label-tag]').first()).toBeVisible()
  await page.locator('[data-edge-handle]').first().hover()
  await check(page, 'label tags, handles')
  await page.keyboard.press('i')
  await expect(page.getByRole('region', { name: 'Spans in reading order' }).locator(':focus')).toHaveCount(1)
  await check(page, 'list of spans')
  await page.keyboard.press('Escape')

  await toText()
  await page.keyboard.press('e')
  await expect(page.getByLabel(/^Attributes/).first()).toBeVisible()
  await check(page, 'attribute keys')
  await page.keyboard.press('Escape')

  await dragOver(page, 'Dobre')
  await page.keyboard.press('c')
  await expect.poll(() => articleText(page).locator('.focused').allTextContents()).toEqual(['Dobre'])
  await page.keyboard.press('o')
  await expect(page.getByRole('listbox', { name: /here, the innermost first$/ })).toBeFocused()
  await check(page, 'spans that lie over one another')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+z')

  await page.getByRole('tab', { name: 'Spans' }).click()
  await page.getByRole('tabpanel').getByRole('listbox', { name: 'Spans in reading order' }).focus()
  await page.keyboard.press('Control+a')
  await expect(page.getByRole('region', { name: /spans chosen$/ })).toBeVisible()
  await check(page, 'several spans chosen')
  await page.keyboard.press('Escape')

  await page.getByRole('tab', { name: 'History' }).click()
  await page.getByRole('button', { name: 'Restore this state' }).last().click()
  await expect(dialog(page)).toContainText('One step: undo takes it back.')
  await check(page, 'restore preview')
  await closeDialog(page)
  await page.getByRole('tab', { name: 'Claims' }).click()

  await toText()
  await page.keyboard.press('F9')
  await expect(page.getByRole('banner')).toHaveCount(0)
  await check(page, 'focus mode')
  await page.keyboard.press('F9')
  await expect(page.getByRole('banner')).toHaveCount(1)

  await zoomTo(app, 2)
  await expect.poll(() => page.evaluate(() => innerWidth)).toBeLessThan(900)
  await check(page, 'narrow layout')
  await zoomTo(app, 1)
  await expect.poll(() => page.evaluate(() => innerWidth)).toBeGreaterThan(900)
}

async function checkDialogs(app: ElectronApplication, page: Page): Promise<void> {
  for (const [name, keys] of [
    ['Command palette', 'Control+k'],
    ['Keyboard shortcuts', '?'],
    ['Settings', 'Control+,'],
    ['Export', 'Control+e'],
    ['Look over the annotations', 'Control+Shift+e'],
  ] as const) {
    await articleText(page).focus()
    await page.keyboard.press(keys)
    await expect(page.getByRole('dialog', { name })).toBeVisible()
    await check(page, name)
    await closeDialog(page)
  }
  await page.getByRole('button', { name: 'Reading settings' }).click()
  await expect(page.getByRole('dialog', { name: 'Reading settings' })).toBeVisible()
  await check(page, 'reading settings')
  await closeDialog(page)

  await articleText(page).focus()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('nothing has this name')
  await expect(dialog(page)).toContainText('Nothing matches')
  await check(page, 'palette without results')
  await closeDialog(page)

  await answerOpenDialog(app, join(root, 'tests/fixtures/articles'))
  await page.keyboard.press('Control+Shift+i')
  await expect(page.getByRole('dialog', { name: 'Import finished' })).toBeVisible()
  await check(page, 'import report')
  await closeDialog(page)

  await runFromPalette(page, 'check')
  await expect(page.getByRole('dialog', { name: 'Check project' })).toContainText('The file is sound')
  await check(page, 'check')
  await closeDialog(page)

  for (const name of [/articles?$/, /^Annotator/]) {
    await page.getByRole('banner').getByRole('button', { name }).click()
    await expect(page.getByRole('menu')).toBeVisible()
    await check(page, `menu ${name}`)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('menu')).toHaveCount(0)
  }
}

async function checkMessages(app: ElectronApplication, page: Page): Promise<void> {
  await page.getByRole('listbox', { name: 'Articles' }).getByRole('option').first().click()
  await articleText(page).focus()
  await page.keyboard.press('p')
  await expect(page.getByRole('status', { name: 'Messages' })).toContainText('This is the first article.')
  await openByDialog(app, page, '/nowhere/gone.dictum')
  await expect(failures(page)).toContainText('is not there')
  await check(page, 'messages')
  await failures(page).getByRole('button', { name: 'Dismiss' }).click()

  await page.getByPlaceholder('Search').fill('qqqqqq')
  await expect(page.getByText('Nothing matches')).toBeVisible()
  await check(page, 'nothing matches')

  // the state alone, so that it stays; what happens when the engine really dies has tests of its own
  await app.evaluate(({ BrowserWindow }, channel) => {
    BrowserWindow.getAllWindows()[0]!.webContents.send(channel, 'gone')
  }, CHANNELS.engineState)
  await expect(page.getByText(/The engine stopped/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Restart' })).toBeVisible()
  await check(page, 'engine gone')
}

/** The concordance, the filters of the list and the searches that are kept. */
async function checkSearch(page: Page): Promise<void> {
  await page.keyboard.press('Control+Shift+f')
  await page.keyboard.type('a*')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Concordance' })).toContainText(/hits? in/)
  await check(page, 'concordance')
  await closeDialog(page)

  await page.getByRole('button', { name: 'Add filter' }).click()
  await expect(page.getByRole('menuitem', { name: 'Has a note' })).toBeVisible()
  await check(page, 'menu of filters')
  await page.getByRole('menuitem', { name: 'Claim', exact: true }).click()
  await page.getByRole('menuitem', { name: 'At least one' }).click()
  await expect(page.getByRole('row', { name: 'Has Claim' })).toBeVisible()
  await check(page, 'chips of filters')
  await page.getByRole('button', { name: 'Saved searches' }).click()
  await check(page, 'menu of saved searches')
  await page.getByRole('menuitem', { name: 'Save this search…' }).click()
  await expect(page.getByRole('dialog', { name: 'Save this search' })).toBeVisible()
  await check(page, 'save a search')
  await page.getByLabel('Name').fill('Claims')
  await page.keyboard.press('Enter')
  await expect(dialog(page)).toHaveCount(0)
  await page.getByRole('button', { name: 'Saved searches' }).click()
  await page.getByRole('menuitem', { name: 'Rename or delete…' }).click()
  await expect(page.getByRole('button', { name: 'Delete “Claims”' })).toBeVisible()
  await check(page, 'saved searches')
  await closeDialog(page)
  await page.getByRole('button', { name: 'Remove filter: Has Claim' }).click()
}

const BODY = [
  'Mayor Irina Dobre said on Monday that the new quay would cost four million.',
  'Work starts in spring, she wrote. The council has asked for other offers.',
  'No comment, said the union. The company would answer in good time.',
  'Dobre will meet the minister in March, according to her office in the town.',
].join('\n')

/** What is imported, and looked at before: a table, a guess, a file that is there already, one that is empty. */
function writeMixed(folder: string): string {
  const mixed = join(folder, 'mixed')
  mkdirSync(mixed)
  writeFileSync(join(mixed, 'stories.csv'), 'headline,body,seen\nPort,The port is shut.,2025-03-01\n')
  writeFileSync(join(mixed, 'guess.txt'), Buffer.from('Jo\xf8ak. Jo\xf8il.', 'latin1'))
  writeFileSync(join(mixed, 'empty.txt'), '')
  return mixed
}

/** What the files come through, and where they are put away. */
async function checkBatches(app: ElectronApplication, page: Page, folder: string): Promise<void> {
  await answerOpenDialog(app, writeMixed(folder))
  await runFromPalette(page, 'with a look first')
  const look = page.getByRole('dialog', { name: 'Before the import' })
  await expect(look.getByRole('status')).toHaveText('2 articles would come in')
  await expect(look.getByRole('list', { name: 'Files whose encoding is a guess' })).toBeVisible()
  await check(page, 'before an import')
  await look
    .getByRole('button', { name: /^Extra field|seen is$/ })
    .last()
    .click()
  await expect(page.getByRole('option', { name: 'Web address' })).toBeVisible()
  await check(page, 'what a column is')
  await page.keyboard.press('Escape')
  await look.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(page.getByRole('dialog', { name: 'Import finished' })).toBeVisible()
  await closeDialog(page)

  await page.keyboard.press('Control+Shift+b')
  const imports = page.getByRole('dialog', { name: 'Imports' })
  await imports.getByRole('button', { name: 'Archive' }).first().click()
  await expect(imports).toContainText('Archived')
  await check(page, 'imports')
  await imports.getByRole('button', { name: 'Undo import…' }).first().click()
  await check(page, 'undo of an import')
  await imports.getByRole('button', { name: 'Keep', exact: true }).click()
  await closeDialog(page)

  await page.getByRole('listbox', { name: 'Articles' }).getByRole('option').first().click({ button: 'right' })
  await check(page, 'menu of an article')
  await page.getByRole('menuitem', { name: 'Move to the trash' }).click()
  await expect(page.getByRole('status', { name: 'Messages' })).toContainText('Moved to the trash')
  await runFromPalette(page, 'Trash')
  await expect(page.getByRole('dialog', { name: 'Trash' }).getByRole('listitem')).toHaveCount(1)
  await check(page, 'trash')
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('dialog', { name: 'Trash' })).toContainText('The trash is empty')
  await check(page, 'empty trash')
  await closeDialog(page)

  await runFromPalette(page, 'Back up now')
  await expect(page.getByRole('status', { name: 'Messages' })).toContainText('Backed up')
  await runFromPalette(page, 'Restore a backup')
  await expect(dialog(page).getByRole('option')).toHaveCount(1)
  await check(page, 'restore')
  await closeDialog(page)
}

/** Copies that differ, and a revision with spans to place. */
async function checkVersions(app: ElectronApplication, page: Page, folder: string): Promise<void> {
  const second = `Four million for a quay\n${BODY.replace('in spring', 'in autumn')}`
  await openTexts(app, page, folder, `Quay to cost four million\n${BODY}`, second)
  await expect(page.getByRole('option', { name: /Quay to cost.*1 near copy/ })).toBeVisible()
  await page.getByRole('tab', { name: 'Article' }).click()
  await check(page, 'copies')
  await page.getByRole('button', { name: /^What differs from/ }).click()
  await expect(page.getByRole('dialog', { name: 'What differs' }).locator('section ins').first()).toBeVisible()
  await check(page, 'differences of copies')
  await closeDialog(page)

  for (const words of ['Work starts in spring', 'No comment']) {
    await dragOver(page, words)
    await page.keyboard.press('c')
    await expect.poll(async () => (await storedSpans(page)).map((span) => span.words)).toContain(words)
  }
  writeFileSync(join(folder, 'article-0.txt'), `The quay again\n${BODY.replace('in spring', 'in June')}\nNo comment.`)
  await runFromPalette(page, 'Import changed files')
  await expect(dialog(page)).toContainText('Spans to place')
  await check(page, 'spans to place, in the report')
  await closeDialog(page)
  await page.getByRole('option', { name: /The quay again/ }).click()
  await expect(page.getByRole('heading', { name: /need a place|needs a place/ })).toBeVisible()
  await check(page, 'spans to place')
}

for (const theme of ['light', 'dark'] as const) {
  test.describe(theme, () => {
    test.use({ appEnv: { DICTUM_THEME: theme } })

    test('axe finds nothing serious on the welcome and in an empty project', async ({ app, page, folder }) => {
      await expect(welcome(page)).toBeVisible()
      await check(page, 'welcome')
      await newProject(app, page, join(folder, 'Empty.dictum'))
      await expect(page.getByText('No articles yet').first()).toBeVisible()
      await check(page, 'empty project')
      await page.keyboard.press('Control+w')
      await expect(page.getByRole('button', { name: /^Empty / })).toBeVisible()
      await check(page, 'welcome with recent projects')
    })

    test('axe finds nothing serious on the tour, over the text and around it', async ({ app, page }) => {
      test.slow()
      await openWorkbench(page)
      await checkTour(page)
      await checkAroundText(app, page)
    })

    test('axe finds nothing serious where the corpus is searched and filtered', async ({ page }) => {
      test.slow()
      await openWorkbench(page)
      await checkSearch(page)
    })

    test('axe finds nothing serious where a corpus comes in, is put away and comes back', async ({
      app,
      page,
      folder,
    }) => {
      test.slow()
      await openWorkbench(page)
      await checkBatches(app, page, folder)
      await checkVersions(app, page, folder)
    })

    test('axe finds nothing serious in the workbench, on any dialog or message', async ({ app, page }) => {
      test.slow()
      await openWorkbench(page)
      await checkWorkbench(page)
      await checkDialogs(app, page)
      await checkMessages(app, page)
    })
  })
}

const paneOfFocus = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => document.activeElement?.closest<HTMLElement>('[data-pane]')?.dataset.pane)

test('Tab reaches all three panes, and F6 goes round them', async ({ page }) => {
  await openWorkbench(page)
  await page.getByRole('banner').getByRole('button').first().focus()
  const visited: string[] = []
  for (let step = 0; step < 60 && !visited.includes('inspector'); step++) {
    await page.keyboard.press('Tab')
    let pane = await paneOfFocus(page)
    if (pane !== undefined && visited.at(-1) !== pane) visited.push(pane)
    // in the text Tab walks the spans; Escape leaves it
    for (let out = 0; pane === 'article' && out < 4; out++) {
      await page.keyboard.press('Escape')
      pane = await paneOfFocus(page)
      if (pane !== undefined && visited.at(-1) !== pane) visited.push(pane)
    }
  }
  expect(visited).toEqual(['corpus', 'article', 'inspector'])

  await articleText(page).focus()
  const round: (string | undefined)[] = []
  for (const key of ['F6', 'F6', 'F6', 'Shift+F6', 'Shift+F6', 'Shift+F6']) {
    await page.keyboard.press(key)
    round.push(await paneOfFocus(page))
  }
  expect(round).toEqual(['inspector', 'corpus', 'article', 'corpus', 'inspector', 'article'])
})

test('what goes out, comes in and proposes: each corner of its dialogs', async ({ app, page, folder }) => {
  test.slow()
  await openWorkbench(page)
  await test.step('the export with all its choices', async () => {
    await page.keyboard.press('Control+e')
    const out = page.getByRole('dialog', { name: 'Export' })
    // one Escape is enough wherever the keyboard is, also on the cross
    await out.getByRole('button', { name: 'Close' }).focus()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Shift+Tab')
    await expect(out.getByRole('button', { name: 'Close' })).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(out).toHaveCount(0)
    await page.keyboard.press('Control+e')
    await out.getByText('By ratio').click()
    await out.getByText('Only some').click()
    await out.getByText('One import').click()
    await out.getByRole('button', { name: 'Save as a preset…' }).click()
    await expect(out.getByRole('textbox', { name: 'Name of the preset' })).toBeFocused()
    await expect(out).toContainText('train ')
    await check(page, 'export, every choice open')
    // Escape leaves the name, and the next one the dialog
    await page.keyboard.press('Escape')
    await expect(out.getByRole('textbox', { name: 'Name of the preset' })).toHaveCount(0)
    await expect(out.getByRole('button', { name: 'Save as a preset…' })).toBeFocused()
    await zoomTo(app, 2)
    await check(page, 'export at 200 %')
    await zoomTo(app, 1)
    await closeDialog(page)
    await expect(articleText(page)).toBeFocused()
  })
  await test.step('findings: one stop for Tab, arrows among them', async () => {
    await page.keyboard.press('Control+Shift+e')
    const findings = page.getByRole('region', { name: 'Findings' }).getByRole('button')
    await findings.first().waitFor()
    await expect(page.getByRole('dialog').getByRole('button', { name: 'Done' })).toBeFocused()
    await check(page, 'findings')
    await findings.first().focus()
    await page.keyboard.press('ArrowDown')
    await expect(findings.nth(1)).toBeFocused()
    await page.keyboard.press('End')
    await expect(page.getByRole('region', { name: 'Findings' }).locator('li:last-child button')).toBeFocused()
    await page.keyboard.press('Home')
    await expect(findings.first()).toBeFocused()
    await page.keyboard.press('Tab')
    await expect(page.getByRole('dialog').getByRole('button', { name: 'Done' })).toBeFocused()
    await closeDialog(page)
  })
  await test.step('names of an annotated file', async () => {
    const path = join(folder, 'names.jsonl')
    const label = ['ONE', 'TWO', 'THREE', 'FOUR', 'FIVE'].map((name) => [0, 7, name])
    writeFileSync(path, JSON.stringify({ text: 'Ana Pop spoke.', label: [...label, [3, 99, 'LATE']] }))
    await answerOpenDialog(app, path)
    await page.keyboard.press('Control+Shift+i')
    await expect(page.getByRole('dialog', { name: 'Before the import' })).toContainText('would come in')
    await check(page, 'names before an import')
    await closeDialog(page)
  })
  await test.step('programs', async () => {
    await app.evaluate(({ dialog: boxes }) => {
      boxes.showMessageBox = async () => ({ response: 1, checkboxChecked: false })
    })
    await runFromPalette(page, 'Have a program propose')
    await page.keyboard.press('Enter')
    await check(page, 'a program is added')
    await page.keyboard.type('broken')
    await page.keyboard.press('Tab')
    await page.keyboard.insertText(`"${process.execPath}" -e "console.error('no');process.exit(1)"`)
    await page.keyboard.press('Enter')
    await expect(dialog(page).getByRole('list', { name: 'Programs' })).toBeVisible()
    await check(page, 'programs')
    await dialog(page).getByRole('button', { name: 'Ask broken' }).press('Enter')
    await expect(page.getByRole('dialog', { name: 'Answers of broken' })).toContainText('exit status 1')
    await check(page, 'answers of a program')
  })
})

test('a dialog gives the keyboard back to where it was', async ({ app, page, folder }) => {
  await openWorkbench(page)
  mkdirSync(join(folder, 'more'))
  writeFileSync(join(folder, 'more', 'one.txt'), 'Portul a fost deschis vineri.\n')
  await answerOpenDialog(app, join(folder, 'more'))
  await test.step('to the text, when a key opened it', async () => {
    for (const keys of ['Control+k', '?', 'Control+,', 'Control+e', 'Control+Shift+i']) {
      await articleText(page).focus()
      await page.keyboard.press(keys)
      await expect(dialog(page)).toBeVisible()
      await expect.poll(() => dialog(page).evaluate((node) => node.contains(document.activeElement))).toBe(true)
      await closeDialog(page)
      await expect(articleText(page), keys).toBeFocused()
    }
  })
  await test.step('to the button that opened it', async () => {
    const banner = page.getByRole('banner')
    for (const name of ['Search articles or run a command', 'Keyboard shortcuts']) {
      const button = banner.getByRole('button', { name })
      await button.focus()
      await page.keyboard.press('Enter')
      await expect(dialog(page)).toBeVisible()
      await closeDialog(page)
      await expect(button).toBeFocused()
    }
  })
  await test.step('to the menu’s button', async () => {
    const menuButton = page.getByRole('banner').getByRole('button', { name: /articles?$/ })
    await menuButton.focus()
    await page.keyboard.press('Enter')
    await page.getByRole('menuitem', { name: /^Export/ }).click()
    await expect(page.getByRole('dialog', { name: 'Export' })).toBeVisible()
    await closeDialog(page)
    await expect(menuButton).toBeFocused()
  })
})
