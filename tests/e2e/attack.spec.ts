import type { Page } from '@playwright/test'
import { expect, test } from './fixtures'
import { articleText, clickOn, dragOver, drawn, openTexts } from './text'
import { expectText, TRICKY_TEXT as TEXT } from './untouched'

const expectUntouched = (page: Page) => expectText(page, TEXT)

test('nothing that is done to the text changes it', async ({ app, page, folder }) => {
  await openTexts(app, page, folder, TEXT)
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')

  await test.step('typing, Enter, Backspace, Delete', async () => {
    await page.keyboard.type('zzz ')
    for (const key of ['Enter', 'Shift+Enter', 'Backspace', 'Delete', 'Control+Backspace'])
      await page.keyboard.press(key)
    await expectUntouched(page)
  })

  await test.step('pasting and cutting', async () => {
    await app.evaluate(({ clipboard }) => clipboard.writeText('PASTED'))
    await page.keyboard.press('Control+v')
    await page.keyboard.press('Control+a')
    await page.keyboard.press('Control+x')
    await page.keyboard.press('Control+Shift+v')
    await expectUntouched(page)
  })

  await test.step('an input method', async () => {
    const devtools = await page.context().newCDPSession(page)
    await devtools.send('Input.imeSetComposition', { text: 'かな', selectionStart: 2, selectionEnd: 2 })
    await devtools.send('Input.imeSetComposition', { text: '仮名', selectionStart: 0, selectionEnd: 2 })
    await devtools.send('Input.insertText', { text: '仮名' })
    await devtools.detach()
    await expectUntouched(page)
  })

  await test.step('editing commands', async () => {
    await page.evaluate(() => {
      for (const [command, value] of [
        ['insertText', 'x'],
        ['selectAll', ''],
        ['delete', ''],
        ['insertHTML', '<b>x</b>'],
        ['formatBlock', 'h1'],
        ['undo', ''],
      ] as const) {
        document.execCommand(command, false, value)
      }
    })
    await expectUntouched(page)
  })

  await test.step('dragging words, and dropping others', async () => {
    await dragOver(page, 'Irina Dobre')
    await dragOver(page, 'Irina Dobre')
    await articleText(page).evaluate((root) => {
      const dataTransfer = new DataTransfer()
      dataTransfer.setData('text/plain', 'DROPPED')
      for (const type of ['dragenter', 'dragover', 'drop']) {
        root.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }))
      }
    })
    await expectUntouched(page)
  })

  await test.step('scripts that reach into the DOM', async () => {
    const attacks: ((root: Element) => void)[] = [
      (root) => {
        root.querySelector('.line span')!.firstChild!.nodeValue = 'changed'
      },
      (root) => root.querySelectorAll('.line')[2]!.append('foreign'),
      (root) => root.append(document.createElement('div')),
      (root) => root.querySelectorAll('.line span')[1]!.remove(),
      (root) => root.querySelectorAll('.line')[2]!.remove(),
      (root) => root.replaceChildren('gone'),
    ]
    for (const attack of attacks) {
      await articleText(page).evaluate(attack)
      await expectUntouched(page)
    }
  })
})

test('nothing that the system does for its user changes it either', async ({ app, page, folder }) => {
  await openTexts(app, page, folder, TEXT)
  // over a span as well as beside one
  await dragOver(page, 'orașul nu vinde portul')
  await page.keyboard.press('c')
  await expect.poll(() => drawn(page, '.focused')).toEqual(['orașul nu vinde portul'])
  const devtools = await page.context().newCDPSession(page)

  await test.step('spelling, dictation and the menu of the system', async () => {
    for (const selectFirst of [false, true]) {
      if (selectFirst) await dragOver(page, 'vinde')
      await app.evaluate(({ BrowserWindow, clipboard }) => {
        const contents = BrowserWindow.getAllWindows()[0]!.webContents
        clipboard.writeText('PASTED')
        contents.replaceMisspelling('SPELLED')
        contents.replace('REPLACED')
        contents.paste()
        contents.pasteAndMatchStyle()
        contents.cut()
        contents.delete()
        contents.undo()
        contents.redo()
        return contents.insertText('dictated words. ')
      })
      await expectUntouched(page)
    }
  })

  await test.step('an input method that replaces, is broken off, and commits over a selection', async () => {
    await clickOn(page, 'Ministerul')
    const compose = (text: string, more = {}) =>
      devtools.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
        ...more,
      })
    await compose('ni')
    await compose('你', { replacementStart: 0, replacementEnd: 10 })
    await page.keyboard.press('ArrowRight')
    await expectUntouched(page)
    await compose('にほん')
    await page.keyboard.press('Escape')
    await compose('')
    await expectUntouched(page)
    await dragOver(page, 'Irina Dobre')
    await compose('한')
    await devtools.send('Input.insertText', { text: '한글' })
    await expectUntouched(page)
    await devtools.send('Input.insertText', { text: '👨‍👩‍👧‍👦' })
    await expectUntouched(page)
  })

  await test.step('a drop from another program, and a drag of the selection itself', async () => {
    const { x, y } = await articleText(page)
      .locator('.line', { hasText: 'Ministerul' })
      .evaluate((line) => ({ x: line.getBoundingClientRect().left + 60, y: line.getBoundingClientRect().top + 16 }))
    const data = {
      items: [
        { mimeType: 'text/plain', data: 'DROPPED' },
        { mimeType: 'text/html', data: '<i>DROPPED</i>' },
      ],
      dragOperationsMask: 19,
    }
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await devtools.send('Input.dispatchDragEvent', { type, x, y, data })
    await expectUntouched(page)
    await dragOver(page, 'Irina Dobre')
    await dragOver(page, 'Irina Dobre a declarat')
    await page.mouse.move(x, y)
    await page.mouse.down()
    await page.mouse.move(x + 80, y - 40, { steps: 5 })
    await page.mouse.up()
    await expectUntouched(page)
  })

  await test.step('keys that edit elsewhere', async () => {
    await clickOn(page, 'Ministerul')
    for (const key of ['Shift+Insert', 'Control+Insert', 'Control+Delete', 'Control+h', 'Control+d', 'Control+u'])
      await page.keyboard.press(key)
    await dragOver(page, 'Irina Dobre')
    for (const key of ['Shift+Delete', 'Control+Shift+x', 'Alt+Backspace', 'Control+Shift+Backspace', 'é', '你'])
      await (key.length > 1 ? page.keyboard.press(key) : page.keyboard.insertText(key))
    await expectUntouched(page)
  })

  await test.step('events that a page could make up', async () => {
    await articleText(page).evaluate((root) => {
      const dataTransfer = new DataTransfer()
      dataTransfer.setData('text/plain', 'x')
      for (const inputType of [
        'insertText',
        'insertReplacementText',
        'insertFromDrop',
        'deleteContentBackward',
        'insertFromYank',
      ])
        for (const type of ['beforeinput', 'input'])
          root.dispatchEvent(
            new InputEvent(type, { inputType, data: 'x', dataTransfer, bubbles: true, cancelable: true }),
          )
      for (const type of ['compositionstart', 'compositionupdate', 'compositionend'])
        root.dispatchEvent(new CompositionEvent(type, { data: 'か', bubbles: true, cancelable: true }))
      root.dispatchEvent(new ClipboardEvent('paste', { clipboardData: dataTransfer, bubbles: true, cancelable: true }))
    })
    await expectUntouched(page)
  })

  await test.step('an element that is made editable', async () => {
    await articleText(page).evaluate((root) => {
      ;(root as HTMLElement).contentEditable = 'true'
      document.designMode = 'on'
    })
    await clickOn(page, 'Ministerul')
    await page.keyboard.insertText('typed')
    await devtools.send('Input.imeSetComposition', { text: 'かな', selectionStart: 2, selectionEnd: 2 })
    await devtools.send('Input.insertText', { text: '仮名' })
    await page.keyboard.press('Delete')
    await page.keyboard.press('Enter')
    await expectUntouched(page)
    await page.evaluate(() => {
      document.designMode = 'off'
    })
  })
  await devtools.detach()
})
