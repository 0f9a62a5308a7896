import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { answerOpenDialog, launchApp, newProject, paintedPage, root, test } from '../e2e/fixtures'
import { clickOn } from '../e2e/text'

const folder = join(root, 'docs/screenshots')
const LARGE = '1920x1080'
const only = process.env.DICTUM_SCREENS_SIZE

/** Everything that moves has come to rest. */
const settle = (page: Page) => page.waitForTimeout(450)

type Shoot = (name: string) => Promise<void>

async function openSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: /Open the sample project/ }).click()
  await page.locator('[data-article-text] p').first().waitFor()
}

/** The second article, with its first linked claim focused. */
async function focusClaim(page: Page): Promise<void> {
  await page.keyboard.press('n')
  await page.locator('[data-article-text] .sp').first().waitFor()
  for (let span = 0; span < 5; span++) await page.keyboard.press('Tab')
  await settle(page)
}

async function workbench(page: Page, shoot: Shoot): Promise<void> {
  await focusClaim(page)
  await shoot('workbench')
  await page.keyboard.press('l')
  await settle(page)
  await shoot('link')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  for (const tab of ['Spans', 'Article', 'History']) {
    await page.getByRole('tab', { name: tab }).click()
    await settle(page)
    await shoot(`inspector-${tab.toLowerCase()}`)
  }
  await page.getByRole('tab', { name: 'Claims' }).click()
  const words = page.locator('[data-article-text] p').nth(2)
  await words.click({ clickCount: 2, position: { x: 40, y: 14 } })
  await settle(page)
  await shoot('selection')
  await page.keyboard.press('Escape')
}

const GUIDELINES = `## What is a claim

Whatever somebody **says is so**, in words of their own or of the article.

- Mark the whole clause, without the quotation marks
- Leave out “he said”

> the city had signed nothing`

/** The editor of the label set, what a merge would touch, and guidelines under the text. */
async function labelSet(page: Page, shoot: Shoot): Promise<void> {
  const editor = page.getByRole('dialog', { name: 'Label set' })
  await page.locator('[data-article-text]').focus()
  await page.keyboard.press('Control+Shift+L')
  await editor.getByText(/^\d+ spans$/).waitFor()
  await settle(page)
  await shoot('label-set')
  await editor.getByRole('button', { name: 'Merge…' }).click()
  await page.getByRole('list', { name: 'What happens to annotations' }).waitFor()
  await settle(page)
  await shoot('label-set-merge')
  await page.keyboard.press('Escape')
  await editor.getByRole('tab', { name: 'Guidelines' }).click()
  await editor.getByRole('textbox', { name: 'Guidelines, in Markdown' }).fill(GUIDELINES)
  await page.keyboard.press('Control+Enter')
  await settle(page)
  await shoot('label-set-guidelines')
  await editor.getByRole('button', { name: 'Done' }).click()
  await page.locator('[data-article-text]').focus()
  for (let span = 0; span < 2; span++) await page.keyboard.press('Tab')
  await page.keyboard.press('g')
  await settle(page)
  await shoot('guidelines')
  await page.keyboard.press('g')
  await page.keyboard.press('Control+z')
  const undone = page.getByRole('status', { name: 'Messages' }).getByRole('button', { name: 'Dismiss' })
  await undone.click()
  await undone.waitFor({ state: 'detached' })
  await page.locator('[data-article-text]').focus()
  await page.keyboard.press('Escape')
}

/** A speaker looked for in the corpus, and its second suggestion in another article. */
async function suggestions(page: Page, shoot: Shoot): Promise<void> {
  await page.locator('[data-article-text]').focus()
  await page.keyboard.press('Control+Home')
  await clickOn(page, 'Irina Dobre')
  await page.locator('.focused').first().waitFor()
  await page.keyboard.press('Shift+R')
  await page.getByText(/suggestions in/).waitFor()
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.getByRole('button', { name: 'Dismiss' }).click()
  await settle(page)
  await shoot('suggestions')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+z')
  await page.getByRole('region', { name: /^Suggested/ }).waitFor({ state: 'detached' })
}

const COLLECTION = `id,headline,body,published,section
101,Docherii cer o expertiză,"„Nu semnăm nimic”, a spus Ștefan Oprișan, liderul sindicatului.",2025-12-01,local
102,Primăria răspunde,"Irina Dobre a declarat că documentul este o ciornă.",2025-12-02,local
103,Harbour fees rise,"The fee will rise by 4 per cent in March, the ministry said.",2025-12-03,economy
`

/** Looking for words, filters, the concordance, a large import, the list of imports, and what can be restored. */
async function corpus(app: ElectronApplication, page: Page, shoot: Shoot, files: string): Promise<void> {
  const dialog = (name: string) => page.getByRole('dialog', { name })
  const fromPalette = async (words: string) => {
    await page.locator('[data-article-text]').focus()
    await page.keyboard.press('Control+k')
    await page.keyboard.type(words)
    await page.keyboard.press('Enter')
  }
  await page.locator('[data-article-text]').focus()
  await page.keyboard.press('/')
  await page.keyboard.type('primar*')
  await page.locator('[role=option] mark').first().waitFor()
  await page.keyboard.press('Enter')
  await settle(page)
  await shoot('search')
  await page.keyboard.press('Control+Shift+f')
  await dialog('Concordance')
    .getByText(/hits? in/)
    .waitFor()
  await settle(page)
  await shoot('concordance')
  await page.keyboard.press('Escape')
  await page.keyboard.press('/')
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Add filter' }).click()
  await settle(page)
  await shoot('filters')
  await page.keyboard.press('Escape')

  const collection = join(files, 'Collection 2025')
  mkdirSync(collection)
  writeFileSync(join(collection, 'december.csv'), COLLECTION)
  writeFileSync(
    join(collection, 'letters.txt'),
    Buffer.from('Cet\xe3\xfeenii au scris prim\xe3riei de trei ori.', 'latin1'),
  )
  cpSync(join(root, 'tests/fixtures/articles/bad'), join(collection, 'old disk'), { recursive: true })
  await answerOpenDialog(app, collection)
  await page.locator('[data-article-text]').focus()
  await page.keyboard.press('Control+Shift+i')
  await dialog('Before the import')
    .getByText(/would come in/)
    .waitFor()
  await settle(page)
  await shoot('before-import')
  await dialog('Before the import').getByRole('button', { name: 'Import', exact: true }).click()
  await dialog('Import finished').waitFor()
  await page.keyboard.press('Escape')
  await page.locator('[data-article-text]').focus()
  await page.keyboard.press('Control+Shift+b')
  await dialog('Imports').waitFor()
  await settle(page)
  await shoot('imports')
  await page.keyboard.press('Escape')
  await fromPalette('Back up now')
  await page.getByText(/Backed up as/).waitFor()
  await fromPalette('Restore a backup')
  await page.getByRole('dialog').getByRole('option').first().waitFor()
  await settle(page)
  await shoot('restore-backup')
  await page.keyboard.press('Escape')
}

/** Only the text; the pace; keys of one's own; the tour. */
async function flow(page: Page, shoot: Shoot): Promise<void> {
  await page.locator('[data-article-text]').focus()
  await page.keyboard.press('F9')
  await page.keyboard.press('ArrowDown')
  await settle(page)
  await shoot('focus-mode')
  await page.keyboard.press('F9')
  await page
    .locator('[data-article-text] p')
    .nth(2)
    .click({ clickCount: 2, position: { x: 40, y: 14 } })
  await page.keyboard.press('c')
  await page.getByRole('button', { name: /^Today/ }).click()
  await settle(page)
  await shoot('pace')
  await page.keyboard.press('Escape')
  await page.locator('[data-article-text]').focus()
  await page.keyboard.press('Control+z')
  await page.keyboard.press('?')
  await page.getByRole('button', { name: /^Flag article: / }).click()
  await page.getByRole('button', { name: 'Add a key' }).click()
  await page.keyboard.press('n')
  await settle(page)
  await shoot('shortcut-taken')
  for (let step = 0; step < 3; step++) await page.keyboard.press('Escape')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('take the tour')
  await page.keyboard.press('Enter')
  await page.locator('[data-pane="tour"]').waitFor()
  await settle(page)
  await shoot('tour')
  await page.getByRole('button', { name: 'End' }).click()
}

async function dialogs(app: ElectronApplication, page: Page, shoot: Shoot, files: string): Promise<void> {
  const close = async () => {
    await page.keyboard.press('Escape')
    await settle(page)
  }
  for (const [name, keys] of [
    ['palette', 'Control+k'],
    ['shortcuts', '?'],
    ['settings', 'Control+,'],
    ['export', 'Control+e'],
    ['lint', 'Control+Shift+e'],
  ] as const) {
    await page.locator('[data-article-text]').focus()
    await page.keyboard.press(keys)
    await page.getByRole('dialog').waitFor()
    if (name === 'export') await page.getByRole('button', { name: 'Look at them' }).waitFor()
    if (name === 'lint') await page.getByRole('region', { name: 'Findings' }).waitFor()
    await settle(page)
    await shoot(name)
    await close()
  }
  const archive = join(files, 'Archive 2025')
  cpSync(join(root, 'tests/fixtures/articles'), archive, { recursive: true })
  await app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] })
  }, archive)
  await page.locator('[data-article-text]').focus()
  await page.keyboard.press('Control+Shift+i')
  await page
    .getByRole('dialog')
    .getByText(/already there|imported/i)
    .first()
    .waitFor()
  await settle(page)
  await shoot('import-report')
  await close()
}

for (const theme of ['light', 'dark'] as const) {
  for (const size of ['1280x800', LARGE].filter((size) => only === undefined || size === only)) {
    test(`${theme}, ${size}`, async ({ userData, folder: files }) => {
      mkdirSync(folder, { recursive: true })
      writeFileSync(
        join(userData, 'settings.json'),
        JSON.stringify({ theme, annotator: 'Ana Rusu', tourOffered: true }),
      )
      const app = await launchApp(userData, { DICTUM_THEME: theme, DICTUM_WINDOW_SIZE: size })
      const page = await paintedPage(app)
      const shoot: Shoot = async (name) => {
        const suffix = size === LARGE ? '-large' : ''
        await page.screenshot({ path: join(folder, `${name}-${theme}${suffix}.png`) })
      }
      await settle(page)
      await shoot('welcome')
      await openSample(page)
      // the large window shows the layout; one picture of everything else is enough
      if (size === LARGE) {
        await focusClaim(page)
        await shoot('workbench')
      } else {
        await workbench(page, shoot)
        await labelSet(page, shoot)
        await suggestions(page, shoot)
        await flow(page, shoot)
        await dialogs(app, page, shoot, files)
        await corpus(app, page, shoot, files)
        await newProject(app, page, join(files, 'Empty.dictum'))
        await settle(page)
        await shoot('empty-project')
      }
      await app.close()
    })
  }
}
