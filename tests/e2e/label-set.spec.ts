import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { ElectronApplication, Locator, Page } from '@playwright/test'
import type { LabelSet } from '../../src/shared/domain/label-set/label-set'
import {
  answerOpenDialog,
  answerSaveDialog,
  test as base,
  enginePid,
  expect,
  importPaths,
  newProject,
} from './fixtures'
import { articleText, clickOn, dragOver, drawn } from './text'
import { projectIsSound } from './window'

const FIRST = [
  'date 2025-11-14 The mayor and the pier',
  '',
  'Mayor Irina Dobre said on Friday that the city had signed nothing.',
  '',
  'The minister promised a bridge by spring. The union denied everything.',
].join('\n')
const SECOND = 'date 2025-11-20 Another day\n\nThe harbour stays closed, wrote the Post.'

const test = base.extend<{ project: Page }>({
  project: async ({ app, page, folder }, use) => {
    const articles = join(folder, 'articles')
    mkdirSync(articles)
    writeFileSync(join(articles, '1.txt'), FIRST)
    writeFileSync(join(articles, '2.txt'), SECOND)
    await newProject(app, page, join(folder, 'labels.dictum'))
    await importPaths(app, page, articles)
    await page.keyboard.press('Escape')
    await expect(articleText(page)).toContainText('Irina Dobre')
    await use(page)
    await projectIsSound(page)
  },
})

const editor = (page: Page): Locator => page.getByRole('dialog', { name: 'Label set' })
const list = (page: Page, name: string): Locator => editor(page).getByRole('grid', { name, exact: true })
const row = (page: Page, name: string): Locator =>
  list(page, 'Span labels').getByRole('row', { name: new RegExp(`^${name}`) })
const inspector = (page: Page): Locator => page.getByRole('complementary', { name: 'Inspector' })
const tools = (page: Page): Locator => page.getByRole('toolbar', { name: 'Mark the selection' })
const messages = (page: Page): Locator => page.getByRole('status', { name: 'Messages' })
const question = (page: Page, name: RegExp | string): Locator => page.getByRole('dialog', { name })

async function openEditor(page: Page): Promise<void> {
  await page.keyboard.press('Control+Shift+L')
  await expect(editor(page)).toBeVisible()
}

async function closeEditor(page: Page): Promise<void> {
  await editor(page).getByRole('button', { name: 'Done' }).click()
  await expect(editor(page)).toHaveCount(0)
  await articleText(page).focus()
}

/** Imports a label set through the editor. */
async function takeSet(app: ElectronApplication, page: Page, folder: string, labelSet: object): Promise<void> {
  const path = join(folder, 'new-labels.json')
  writeFileSync(path, JSON.stringify(labelSet))
  await answerOpenDialog(app, path)
  await openEditor(page)
  await editor(page).getByRole('button', { name: 'Import…' }).click()
  await question(page, 'Import new-labels.json?').getByRole('button', { name: 'Replace the label set' }).click()
  await expect(question(page, /^Import/)).toHaveCount(0)
  await closeEditor(page)
}

/** The label set as the file has it. */
const stored = (page: Page): Promise<LabelSet> =>
  page.evaluate(async () => {
    const project = await window.dictum.engine.call('project.current', {})
    if (!project.ok || project.value === null) throw new Error('no project')
    return project.value.labelSet
  })

const titles = async (page: Page): Promise<string[]> => (await stored(page)).labels.map(({ title }) => title)

const storedSpans = (page: Page) =>
  page.evaluate(async () => {
    const list = await window.dictum.engine.call('articles.query', { filter: {} })
    if (!list.ok) throw new Error(list.error.message)
    const opened = await Promise.all(
      [...list.value.articleIds].map((articleId) => window.dictum.engine.call('article.open', { articleId })),
    )
    return opened.flatMap((one) => (one.ok ? one.value.spans : []))
  })

async function mark(page: Page, words: string, key: string): Promise<void> {
  const before = (await storedSpans(page)).length
  await dragOver(page, words)
  await page.keyboard.press(key)
  await expect.poll(async () => (await storedSpans(page)).length).toBe(before + 1)
}

test('by keyboard: a label with an attribute is made, used, renamed, and taken back', async ({ project: page }) => {
  await openEditor(page)
  await editor(page).getByRole('textbox', { name: 'Add a label' }).focus()
  await page.keyboard.type('Promise')
  await page.keyboard.press('Enter')
  await expect(editor(page).getByRole('heading', { name: 'Promise' })).toBeVisible()
  await expect(row(page, 'Promise')).toHaveAttribute('aria-selected', 'true')

  await editor(page).getByRole('textbox', { name: 'Key', exact: true }).focus()
  await page.keyboard.press('o')
  await expect(row(page, 'Promise')).toContainText('O')

  await editor(page).getByRole('tab', { name: 'Label', exact: true }).focus()
  await page.keyboard.press('ArrowRight')
  await editor(page).getByRole('textbox', { name: 'Add an attribute' }).focus()
  await page.keyboard.type('Kept')
  await page.keyboard.press('Enter')
  const type = editor(page).getByRole('button', { name: /Type/ })
  await type.focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('C')
  await page.keyboard.press('Enter')
  for (const option of ['yes', 'no']) {
    await editor(page).getByRole('textbox', { name: 'Add an option' }).focus()
    await page.keyboard.type(option)
    await page.keyboard.press('Enter')
    await expect(editor(page).getByRole('list', { name: 'Options' }).getByRole('listitem').last()).toBeVisible()
    await expect.poll(async () => JSON.stringify((await stored(page)).labels.at(-1)?.attributes)).toContain(option)
  }
  await page.keyboard.press('Escape')
  await expect(editor(page)).toHaveCount(0)

  await expect(tools(page).getByRole('button', { name: /^Promise/ })).toBeVisible()
  await dragOver(page, 'promised a bridge')
  await page.keyboard.press('o')
  await inspector(page).getByRole('tab', { name: 'Spans' }).click()
  const kept = inspector(page).getByRole('radiogroup', { name: 'Kept' })
  await kept.getByRole('radio', { name: 'yes' }).focus()
  await page.keyboard.press('n')
  await expect.poll(async () => (await storedSpans(page)).map(({ attributes }) => attributes)).toEqual([{ kept: 'no' }])

  // what is annotated follows a new name
  await articleText(page).focus()
  await openEditor(page)
  await row(page, 'Promise').focus()
  await page.keyboard.press('Enter')
  await editor(page).getByRole('tab', { name: 'Label', exact: true }).click()
  await editor(page).getByRole('textbox', { name: 'Title' }).fill('Vow')
  await page.keyboard.press('Enter')
  await editor(page).getByRole('textbox', { name: 'Name in exports' }).fill('VOW')
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await stored(page)).labels.at(-1)?.name).toBe('VOW')
  await closeEditor(page)
  await expect(tools(page).getByRole('button', { name: /^Vow/ })).toBeVisible()
  await expect(inspector(page).getByRole('button', { name: /Vow.*Label/ })).toBeVisible()

  // name and title, one step each
  await page.keyboard.press('Control+z')
  await expect(messages(page)).toContainText('Undone:')
  await page.keyboard.press('Control+z')
  await expect(tools(page).getByRole('button', { name: /^Promise/ })).toBeVisible()
  await expect(inspector(page).getByRole('button', { name: /Promise.*Label/ })).toBeVisible()
  // the attribute's value, the span, two options, the attribute, the key, the label
  for (let step = 0; step < 7; step++) await page.keyboard.press('Control+z')
  await expect(tools(page).getByRole('button', { name: /^Promise/ })).toHaveCount(0)
  await expect.poll(() => titles(page)).toEqual(['Claim', 'Speaker', 'Date', 'Cue', 'Exclude'])
  expect(await storedSpans(page)).toEqual([])
})

test('by mouse and by keyboard: order, colour, on and off', async ({ project: page }) => {
  await openEditor(page)
  await row(page, 'Date').dragTo(row(page, 'Claim'), {
    sourcePosition: { x: 60, y: 15 },
    targetPosition: { x: 60, y: 3 },
  })
  await expect.poll(() => titles(page)).toEqual(['Date', 'Claim', 'Speaker', 'Cue', 'Exclude'])
  await row(page, 'Date').focus()
  await page.keyboard.press('Alt+ArrowDown')
  await expect.poll(() => titles(page)).toEqual(['Claim', 'Date', 'Speaker', 'Cue', 'Exclude'])
  await page.keyboard.press('Alt+ArrowDown')
  await expect.poll(() => titles(page)).toEqual(['Claim', 'Speaker', 'Date', 'Cue', 'Exclude'])

  await row(page, 'Cue').click()
  await editor(page).getByText('Offered', { exact: true }).click()
  await expect.poll(async () => (await stored(page)).labels[3]?.enabled).toBe(true)
  await editor(page).getByRole('radio', { name: 'lime' }).click({ force: true })
  await expect.poll(async () => (await stored(page)).labels[3]?.hue).toBe('lime')
  await editor(page).getByRole('radio', { name: 'lime' }).focus()
  await page.keyboard.press('ArrowRight')
  await expect.poll(async () => (await stored(page)).labels[3]?.hue).toBe('brown')

  // the editor has its own undo and redo
  await row(page, 'Cue').focus()
  await page.keyboard.press('Control+z')
  await expect.poll(async () => (await stored(page)).labels[3]?.hue).toBe('lime')
  await editor(page).getByRole('button', { name: /^Redo/ }).click()
  await expect.poll(async () => (await stored(page)).labels[3]?.hue).toBe('brown')
  await closeEditor(page)
  await expect(tools(page).getByRole('button', { name: /^Cue/ })).toBeVisible()
})

test('a key that collides is shown where it is set', async ({ project: page }) => {
  await openEditor(page)
  await row(page, 'Date').click()
  const key = editor(page).getByRole('textbox', { name: 'Key', exact: true })
  await key.focus()
  await page.keyboard.press('s')
  await expect(editor(page)).toContainText('Speaker has the key S too')
  await page.keyboard.press('f')
  await expect(editor(page)).toContainText('“Flag article”')
  await expect(editor(page)).not.toContainText('Speaker has the key')
  await page.keyboard.press('d')
  await expect(editor(page)).not.toContainText('Flag article')
  await page.keyboard.press('Backspace')
  await expect(key).toHaveValue('')
  await editor(page).getByRole('textbox', { name: 'Name in exports' }).fill('claim')
  await expect(editor(page)).toContainText('There is a label with this name.')
  await page.keyboard.press('Escape')
  await expect(editor(page).getByRole('textbox', { name: 'Name in exports' })).toHaveValue('DATE')
})

test('merge, split and delete show what they touch, and one undo brings it back', async ({ project: page }) => {
  await mark(page, 'Mayor Irina Dobre', 's')
  await mark(page, 'the city had signed nothing', 'c')
  await mark(page, 'Friday', 'd')
  await mark(page, 'denied everything', 'c')
  await inspector(page).getByRole('tab', { name: 'Spans' }).click()
  await inspector(page).getByRole('radiogroup', { name: 'Form' }).getByRole('radio', { name: 'indirect' }).click()
  await expect.poll(async () => JSON.stringify(await storedSpans(page))).toContain('indirect')
  const labels = async () => (await storedSpans(page)).map(({ labelId }) => labelId).sort()
  const before = await storedSpans(page)
  expect(await labels()).toEqual(['claim', 'claim', 'date', 'speaker'])

  await openEditor(page)
  await row(page, 'Date').click()
  await editor(page).getByRole('button', { name: 'Merge…' }).click()
  const merge = question(page, /^Merge Date/)
  await expect(merge).toContainText('Friday')
  await merge.getByRole('button', { name: /Merge into/ }).click()
  await page.getByRole('option', { name: 'Speaker', exact: true }).click()
  await expect(merge).toContainText('One undo brings everything back.')
  await merge.getByRole('button', { name: 'Merge', exact: true }).click()
  await expect.poll(labels).toEqual(['claim', 'claim', 'speaker', 'speaker'])
  await expect(row(page, 'Date')).toHaveCount(0)
  await expect(row(page, 'Speaker')).toContainText('2')
  await editor(page).getByRole('button', { name: /^Undo/ }).click()
  await expect(row(page, 'Date')).toBeVisible()
  await expect.poll(() => storedSpans(page)).toEqual(before)

  await row(page, 'Claim').click()
  await editor(page).getByRole('button', { name: 'Split…' }).click()
  const split = question(page, /^Split Claim/)
  await split.getByRole('textbox', { name: 'indirect', exact: true }).fill('Reported')
  await expect(split).toContainText('denied everything')
  const doSplit = split.getByRole('button', { name: 'Split', exact: true })
  for (const [taken, into] of [
    ['Speaker', 'mixed'],
    ['reported', 'direct'],
  ] as const) {
    const field = split.getByRole('textbox', { name: into, exact: true })
    await field.fill(taken)
    await expect(split).toContainText('There is a label with this name.')
    await expect(doSplit).toBeDisabled()
    await field.fill(`Claim ${into}`)
    await expect(split).not.toContainText('There is a label with this name.')
    await expect(doSplit).toBeEnabled()
  }
  await split.getByRole('button', { name: 'Split', exact: true }).click()
  await expect(row(page, 'Reported')).toBeVisible()
  await expect.poll(async () => (await storedSpans(page)).filter(({ labelId }) => labelId === 'claim').length).toBe(1)
  await closeEditor(page)
  await expect(tools(page).getByRole('button', { name: /^Reported/ })).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(tools(page).getByRole('button', { name: /^Reported/ })).toHaveCount(0)
  await expect.poll(() => storedSpans(page)).toEqual(before)

  await openEditor(page)
  await row(page, 'Claim').focus()
  await page.keyboard.press('Enter')
  await editor(page).getByRole('button', { name: 'Delete…' }).focus()
  await page.keyboard.press('Enter')
  const remove = question(page, 'Delete Claim?')
  await expect(remove).toContainText('the city had signed nothing')
  await page.keyboard.press('Escape')
  await expect(remove).toHaveCount(0)
  expect(await titles(page)).toContain('Claim')
  await editor(page).getByRole('button', { name: 'Delete…' }).click()
  const answer = remove.getByRole('button', { name: 'Delete the label' })
  expect(await answer.evaluate((button) => getComputedStyle(button).backgroundColor)).toBe(
    await page.evaluate(() => {
      const probe = document.body.appendChild(document.createElement('i'))
      probe.style.color = 'var(--danger)'
      const colour = getComputedStyle(probe).color
      probe.remove()
      return colour
    }),
  )
  await answer.click()
  await expect.poll(labels).toEqual(['date', 'speaker'])
  await closeEditor(page)
  await expect.poll(() => drawn(page, '.sp')).toEqual(['Mayor Irina Dobre', 'Friday'])
  await page.keyboard.press('Control+z')
  await expect(messages(page)).toContainText('Undone:')
  await expect
    .poll(() => drawn(page, '.sp'))
    .toEqual(['Mayor Irina Dobre', 'Friday', 'the city had signed nothing', 'denied everything'])
  await expect.poll(() => storedSpans(page)).toEqual(before)
})

test('an edit that takes long says what it is doing, and so does the count before it', async ({
  app,
  project: page,
}) => {
  await mark(page, 'Mayor Irina Dobre', 's')
  await mark(page, 'Friday', 'd')
  await openEditor(page)
  await row(page, 'Date').click()
  const state = editor(page).getByRole('contentinfo').getByRole('status')
  await expect(state).toHaveText('Changes are stored at once.')
  const engine = (await enginePid(app))!
  const slowly = async (work: () => Promise<void>) => {
    process.kill(engine, 'SIGSTOP')
    try {
      await work()
    } finally {
      process.kill(engine, 'SIGCONT')
    }
  }
  const merge = question(page, /^Merge Date/)
  const doMerge = merge.getByRole('button', { name: 'Merge', exact: true })
  await slowly(async () => {
    await editor(page).getByRole('button', { name: 'Merge…' }).click()
    await expect(merge.getByRole('progressbar', { name: 'Counting what it touches' })).toBeVisible()
    await expect(doMerge).toBeDisabled()
  })
  await expect(merge).toContainText('Touches 1 span in 1 article.')
  await slowly(async () => {
    await doMerge.click()
    await expect(state).toContainText('Changing 1 span…')
    await expect(editor(page).getByRole('progressbar', { name: 'Changing 1 span…' })).toBeVisible()
  })
  await expect(state).toHaveText('Changes are stored at once.')
  await expect(row(page, 'Date')).toHaveCount(0)
})

test('a label set goes to a file and comes from one, with a preview', async ({ app, project: page, folder }) => {
  await mark(page, 'Friday', 'd')
  const path = join(folder, 'labels.json')
  await answerSaveDialog(app, path)
  await openEditor(page)
  await editor(page).getByRole('button', { name: 'Export…' }).click()
  await expect(messages(page)).toContainText('labels.json')
  const written = JSON.parse(readFileSync(path, 'utf8')) as LabelSet
  expect(written.labels.map(({ id }) => id)).toEqual(['claim', 'speaker', 'date', 'cue', 'exclude'])

  await answerOpenDialog(app, path)
  await editor(page).getByRole('button', { name: 'Import…' }).click()
  await expect(messages(page)).toContainText('the label set that the project has already')

  const other = {
    ...written,
    name: 'Smaller',
    labels: written.labels
      .filter(({ id }) => id !== 'date')
      .map((label) => (label.id === 'claim' ? { ...label, name: 'STATEMENT', title: 'Statement' } : label)),
    relations: written.relations.filter(({ to }) => !to.includes('date')),
  }
  writeFileSync(path, JSON.stringify(other))
  await editor(page).getByRole('button', { name: 'Import…' }).click()
  const asked = question(page, 'Import labels.json?')
  await expect(asked).toContainText('Friday')
  await asked.getByRole('button', { name: 'Replace the label set' }).click()
  await expect(row(page, 'Statement')).toBeVisible()
  await expect(row(page, 'Date')).toHaveCount(0)
  await expect.poll(() => storedSpans(page)).toEqual([])
  await editor(page).getByRole('button', { name: /^Undo/ }).click()
  await expect(row(page, 'Date')).toBeVisible()
  await expect.poll(async () => (await storedSpans(page)).length).toBe(1)

  writeFileSync(path, '{"labels": 3}')
  await editor(page).getByRole('button', { name: 'Import…' }).click()
  const failures = page.getByRole('alert', { name: 'Failures' })
  await expect(failures).toContainText('labels.json was not imported. This is not a label set. “name” is missing.')
  expect(await titles(page)).toContain('Date')
  // the next file is asked about with nothing in the way
  writeFileSync(path, JSON.stringify(other))
  await editor(page).getByRole('button', { name: 'Import…' }).click()
  await expect(asked).toBeVisible()
  await expect(failures).not.toContainText(/./)
})

test('guidelines are shown beside the text, safely, and examples lead to their place', async ({ project: page }) => {
  await mark(page, 'the city had signed nothing', 'c')
  await openEditor(page)
  await row(page, 'Claim').click()
  await editor(page).getByRole('tab', { name: 'Guidelines' }).click()
  const source = editor(page).getByRole('textbox', { name: 'Guidelines, in Markdown' })
  await source.fill(
    '# What is a claim\n\n- **Mark** the whole clause\n- [more](https://example.org/more)\n\n![photo](https://example.org/a.png)\n\n<img src="https://example.org/b.png" onerror="alert(1)"> <b>raw</b>',
  )
  const preview = editor(page).getByRole('region', { name: 'Preview of the guidelines' })
  await expect(preview.getByRole('heading', { name: 'What is a claim' })).toBeVisible()
  await expect(preview.locator('strong')).toHaveText('Mark')
  await page.keyboard.press('Control+Enter')
  await expect.poll(async () => (await stored(page)).labels[0]?.guidelines).toContain('# What is a claim')
  await row(page, 'Date').click()
  await editor(page).getByRole('tab', { name: 'Guidelines' }).click()
  await expect(preview).toContainText('Mark every expression of time')
  await source.fill('')
  await page.keyboard.press('Control+Enter')
  await expect.poll(async () => (await stored(page)).labels[2]?.guidelines).toBe('')
  await closeEditor(page)

  await clickOn(page, 'signed')
  await page.keyboard.press('g')
  const panel = page.getByRole('region', { name: 'Guidelines', exact: true })
  await expect(panel).toContainText('Mark the whole clause')
  // data, not a page: nothing of it is HTML, loads, or leads anywhere
  await expect(panel.locator('a, img, iframe, script, b')).toHaveCount(0)
  await expect(panel).toContainText('<b>raw</b>')
  await expect(panel).toContainText('https://example.org/more')
  // nothing of what is selected is covered
  const line = (await articleText(page).locator('.focused').first().boundingBox())!
  const box = (await panel.boundingBox())!
  expect(line.y + line.height <= box.y || line.x + line.width <= box.x).toBe(true)

  await inspector(page).getByRole('tab', { name: 'Spans' }).click()
  await inspector(page).getByRole('button', { name: 'Use as example in the guidelines' }).click()
  await expect(panel.getByRole('list', { name: 'Examples' })).toContainText('the city had signed nothing')
  await page.getByRole('option', { name: /Another day/ }).click()
  await expect(articleText(page)).toContainText('harbour')
  await panel.getByRole('button', { name: /the city had signed nothing/ }).click()
  await expect(articleText(page)).toContainText('Irina Dobre')
  await expect(articleText(page).locator('.focused')).toHaveText('the city had signed nothing')

  // another label, by hand; a focused span brings its own
  await panel.getByRole('button', { name: /Guidelines of/ }).click()
  await page.getByRole('option', { name: 'Date', exact: true }).click()
  await expect(panel).toContainText('No guidelines are written for this label yet.')
  await articleText(page).focus()
  await page.keyboard.press('g')
  await expect(panel).toHaveCount(0)
  // F6 reaches the panel, Escape leads back to the text
  await page.keyboard.press('g')
  await expect(panel).toContainText('What is a claim')
  await page.keyboard.press('F6')
  await expect(panel.locator(':focus')).toHaveCount(1)
  await page.keyboard.press('Escape')
  await expect(articleText(page)).toBeFocused()
})

test('every type of attribute is edited by keyboard in place, entities and document fields too', async ({
  app,
  project: page,
  folder,
}) => {
  const set = await stored(page)
  const attribute = (id: string, type: string, options: string[] = []) => ({
    id,
    name: id,
    title: id,
    type,
    options: options.map((option) => ({ id: option, name: option })),
  })
  const labelSet = {
    ...set,
    labels: set.labels.map((label) =>
      label.id !== 'speaker'
        ? label
        : {
            ...label,
            attributes: [
              attribute('kinds', 'choices', ['red', 'blue']),
              attribute('size', 'number'),
              attribute('day', 'date'),
              attribute('sure', 'boolean'),
              attribute('words', 'text'),
              attribute('who', 'entity'),
            ],
          },
    ),
    fields: [attribute('genre', 'choice', ['news', 'opinion']), attribute('desk', 'entity')],
  }
  await takeSet(app, page, folder, labelSet)
  await mark(page, 'Mayor Irina Dobre', 's')
  const span = async () => (await storedSpans(page))[0]
  await inspector(page).getByRole('tab', { name: 'Spans' }).click()
  await inspector(page).getByRole('checkbox', { name: 'red' }).focus()
  await page.keyboard.press('Space')
  await inspector(page).getByRole('textbox', { name: 'size' }).fill('12.5')
  await page.keyboard.press('Enter')
  await inspector(page).getByRole('textbox', { name: 'day' }).fill('2025-11-14')
  await page.keyboard.press('Enter')
  await inspector(page).getByRole('switch', { name: 'sure' }).focus()
  await page.keyboard.press('Space')
  await inspector(page).getByRole('textbox', { name: 'words' }).fill('mayor')
  await page.keyboard.press('Enter')
  const who = inspector(page).getByRole('combobox', { name: 'who' })
  await who.focus()
  await page.keyboard.type('Irina Dobre')
  await expect(page.getByRole('option', { name: 'New: Irina Dobre' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect
    .poll(async () => (await span())?.attributes)
    .toMatchObject({
      kinds: ['red'],
      size: 12.5,
      day: '2025-11-14',
      sure: true,
      words: 'mayor',
      who: expect.any(String),
    })
  await expect(who).toHaveValue('Irina Dobre')
  const uid = (await span())?.attributes.who
  await expect(
    page.getByRole('region', { name: 'Spans in reading order' }).locator('[aria-current="true"]'),
  ).toHaveAccessibleName(/who: Irina Dobre$/)

  // found again by a part of its name, in an article's own field
  await inspector(page).getByRole('tab', { name: 'Article' }).click()
  await inspector(page).getByRole('radio', { name: 'opinion' }).focus()
  await page.keyboard.press('Enter')
  const desk = inspector(page).getByRole('combobox', { name: 'desk' })
  await desk.focus()
  await page.keyboard.type('dobre')
  await expect(page.getByRole('option', { name: /Irina Dobre/ })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  const fields = () =>
    page.evaluate(async () => {
      const list = await window.dictum.engine.call('articles.query', { filter: {} })
      if (!list.ok) throw new Error(list.error.message)
      const opened = await window.dictum.engine.call('article.open', { articleId: list.value.articleIds[0]! })
      return opened.ok ? opened.value.article.fields : null
    })
  await expect.poll(fields).toEqual({ genre: 'opinion', desk: uid })
  await articleText(page).focus()
  await page.keyboard.press('Control+z')
  await expect.poll(fields).toEqual({ genre: 'opinion' })
  await expect(desk).toHaveValue('')

  // made and meant in one step: one undo takes both back
  await desk.focus()
  await page.keyboard.type('Politics')
  await expect(page.getByRole('option', { name: 'New: Politics' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(desk).toHaveValue('Politics')
  await articleText(page).focus()
  await page.keyboard.press('Control+z')
  await expect.poll(fields).toEqual({ genre: 'opinion' })
  const names = () => page.evaluate(() => window.dictum.engine.call('entity.query', {}))
  expect(await names()).toMatchObject({ value: [{ name: 'Irina Dobre' }] })

  // emptied: none
  await inspector(page).getByRole('tab', { name: 'Spans' }).click()
  await clickOn(page, 'Irina')
  await who.fill('')
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await span())?.attributes.who).toBeUndefined()

  await test.step('a number that is in use becomes a choice, and the keyboard stays with the options', async () => {
    await articleText(page).focus()
    await openEditor(page)
    await row(page, 'Speaker').click()
    await editor(page)
      .getByRole('tab', { name: /^Attributes/ })
      .click()
    await editor(page).getByRole('button', { name: /^size/ }).click()
    await editor(page).getByRole('button', { name: /Type/ }).click()
    await page.getByRole('option', { name: 'Choice', exact: true }).click()
    const option = editor(page).getByRole('textbox', { name: 'Add an option' })
    for (const answer of ['Cancel', 'Change it']) {
      await option.fill('large')
      await page.keyboard.press('Enter')
      await question(page, 'Change the label set?').getByRole('button', { name: answer }).focus()
      await page.keyboard.press('Enter')
      await expect(question(page, 'Change the label set?')).toHaveCount(0)
      await expect(option).toBeFocused()
    }
    await expect(editor(page)).not.toContainText('It becomes a choice with its first option.')
    await page.keyboard.type('small')
    await page.keyboard.press('Enter')
    const sizes = async () => (await stored(page)).labels[1]?.attributes[1]?.options.map(({ name }) => name)
    await expect.poll(sizes).toEqual(['large', 'small'])
    await expect(option).toBeFocused()
  })
})

/** A set that is as full as one may get: many labels, names as long as they may be. */
async function crowded(page: Page): Promise<object> {
  const set = await stored(page)
  const long = 'A label whose name is as long as a name may be, which is eighty characters, no m'
  const more = Array.from({ length: 35 }, (_, at) => ({
    ...set.labels[4]!,
    id: `more-${at}`,
    name: at === 0 ? long : `MORE_${at}`,
    title: at === 0 ? long : `More of it ${at}`,
    role: null,
    key: null,
    enabled: true,
    hue: (['amber', 'teal', 'violet', 'blue', 'rose', 'green'] as const)[at % 6]!,
  }))
  return { ...set, labels: [...set.labels, ...more] }
}

for (const theme of ['light', 'dark'] as const) {
  test.describe(theme, () => {
    test.use({ appEnv: { DICTUM_THEME: theme } })

    test('axe finds nothing serious in the editor and in the guidelines, crowded too', async ({
      app,
      project: page,
      folder,
    }) => {
      test.slow()
      const check = async (name: string) => {
        const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
        expect(
          violations.filter(({ impact }) => impact === 'serious' || impact === 'critical'),
          name,
        ).toEqual([])
      }
      await mark(page, 'Friday', 'd')
      await page.keyboard.press('g')
      await expect(page.getByRole('region', { name: 'Guidelines', exact: true })).toBeVisible()
      await check('guidelines')
      await openEditor(page)
      await check('label')
      for (const tab of ['Attributes', 'Guidelines']) {
        await editor(page).getByRole('tab', { name: tab }).click()
        await check(tab)
      }
      await list(page, 'Relation types').getByRole('row').first().click()
      await expect(editor(page).getByText('Leads from')).toBeVisible()
      await check('relation type')
      await row(page, 'Date').click()
      await editor(page).getByRole('button', { name: 'Delete…' }).click()
      await expect(question(page, 'Delete Date?')).toContainText('Friday')
      await check('delete')
      await page.keyboard.press('Escape')
      await closeEditor(page)
      await takeSet(app, page, folder, await crowded(page))
      await expect(tools(page).getByRole('button', { name: /^More of it 34/ })).toHaveCount(1)
      await dragOver(page, 'Irina Dobre')
      await expect(page.getByRole('toolbar', { name: 'Mark the selected words' })).toBeVisible()
      await check('crowded popover')
      await openEditor(page)
      await expect(row(page, 'A label whose name')).toBeVisible()
      await check('crowded')
    })
  })
}
