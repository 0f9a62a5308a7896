import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, launchApp, paintedPage, test } from './fixtures'

test.describe('the page', () => {
  test('has no Node and is sandboxed', async ({ app, page }) => {
    expect(
      await page.evaluate(() => ['require', 'process', 'module', 'Buffer', 'global'].filter((name) => name in window)),
    ).toEqual([])
    const preferences = await app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]!.webContents as unknown as {
        getLastWebPreferences(): Record<string, unknown>
      }
      return contents.getLastWebPreferences()
    })
    expect(preferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
    })
    expect(await app.evaluate(({ session }) => session.defaultSession.isSpellCheckerEnabled())).toBe(false)
  })

  test('runs under the system call filter of the sandbox', async ({ app, page }) => {
    test.skip(process.platform !== 'linux' || process.getuid?.() === 0, 'the sandbox cannot start as root')
    test.skip(process.env.DICTUM_SANDBOX === 'off', 'this system has no sandbox')
    await expect(page).toHaveURL(/^app:/)
    const pid = await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]!.webContents.getOSProcessId(),
    )
    expect(readFileSync(`/proc/${pid}/status`, 'utf8')).toMatch(/^Seccomp:\s+2$/m)
  })

  test('gets exactly the named functions', async ({ page }) => {
    const surface = await page.evaluate(() => {
      const names = (value: object, prefix: string): string[] =>
        Object.entries(value).flatMap(([key, inner]) =>
          typeof inner === 'object' ? names(inner, `${prefix}${key}.`) : [`${prefix}${key}: ${typeof inner}`],
        )
      return names(window.dictum, '').sort()
    })
    expect(surface).toEqual([
      'app.call: function',
      'app.importDropped: function',
      'app.onCommand: function',
      'engine.call: function',
      'engine.onEvent: function',
      'engine.onState: function',
      'platform: string',
    ])
  })

  test('cannot change what it was given', async ({ page }) => {
    const kept = await page.evaluate(() => {
      const before = window.dictum.engine.call
      try {
        Object.assign(window.dictum.engine, { call: null })
      } catch {
        // frozen objects throw in strict code
      }
      return window.dictum.engine.call === before
    })
    expect(kept).toBe(true)
  })
})

test.describe('the content security policy', () => {
  test.use({ allowedConsole: ['Content Security Policy', 'Failed to load resource', 'ERR_BLOCKED_BY'] })

  test('is on every answer, and strict', async ({ page }) => {
    const headers = (await page.reload())!.headers()
    const policy = headers['content-security-policy']!
    for (const part of ["default-src 'none'", "script-src 'self'", "connect-src 'none'", "frame-ancestors 'none'"]) {
      expect(policy).toContain(part)
    }
    expect(policy).not.toContain('unsafe')
    expect(headers['x-content-type-options']).toBe('nosniff')
  })

  test('stops inline scripts, handlers and styles', async ({ page }) => {
    const ran = await page.evaluate(async () => {
      const script = document.createElement('script')
      script.textContent = 'window.inlineRan = true'
      document.head.append(script)
      const holder = document.createElement('div')
      holder.innerHTML =
        '<img src="data:image/png;base64,x" onerror="window.handlerRan = true"><p style="color: red">a</p>'
      document.body.append(holder)
      const style = document.createElement('style')
      style.textContent = 'html { --injected: yes }'
      document.head.append(style)
      await new Promise((resolve) => setTimeout(resolve, 200))
      const root = getComputedStyle(document.documentElement)
      const result = [
        'inlineRan' in window,
        'handlerRan' in window,
        getComputedStyle(holder.querySelector('p')!).color === 'rgb(255, 0, 0)',
        root.getPropertyValue('--injected') !== '',
      ]
      holder.remove()
      return result
    })
    expect(ran).toEqual([false, false, false, false])
  })

  test('stops eval, fetch, sockets, frames and foreign scripts', async ({ page }) => {
    const outcomes = await page.evaluate(async () => {
      const attempt = async (action: () => unknown): Promise<string> => {
        try {
          await action()
          return 'allowed'
        } catch {
          return 'refused'
        }
      }
      // what the debugger runs itself may use eval; a task of the page's own may not
      const later = (action: () => unknown): Promise<string> =>
        new Promise((resolve) => setTimeout(() => resolve(attempt(action))))
      const loaded = (element: HTMLElement): Promise<void> =>
        new Promise((resolve, reject) => {
          element.onload = () => resolve()
          element.onerror = () => reject(new Error('refused'))
          document.body.append(element)
          setTimeout(() => reject(new Error('nothing came')), 2_000)
        })
      return {
        // biome-ignore lint/security/noGlobalEval: the point of the test
        eval: await later(() => eval('1')),
        function: await later(() => new Function('return 1')()),
        ownFetch: await attempt(() => fetch('app://dictum/index.html')),
        foreignFetch: await attempt(() => fetch('https://example.com/')),
        fileFetch: await attempt(() => fetch('file:///etc/passwd')),
        socket: await attempt(
          () =>
            new Promise((resolve, reject) => {
              const socket = new WebSocket('ws://127.0.0.1:9')
              socket.onopen = resolve
              socket.onerror = reject
            }),
        ),
        script: await attempt(() =>
          loaded(Object.assign(document.createElement('script'), { src: 'https://example.com/a.js' })),
        ),
        image: await attempt(() => loaded(Object.assign(new Image(), { src: 'https://example.com/a.png' }))),
        worker: await attempt(
          () =>
            new Promise((resolve, reject) => {
              const worker = new Worker(URL.createObjectURL(new Blob(['postMessage(1)'])))
              worker.onmessage = resolve
              worker.onerror = reject
            }),
        ),
      }
    })
    expect(Object.entries(outcomes).filter(([, outcome]) => outcome !== 'refused')).toEqual([])
  })

  test('a request that slips past it is cancelled by the session', async ({ app, page }) => {
    await expect(page).toHaveURL('app://dictum/index.html')
    const outcome = await app.evaluate(async ({ session }) => {
      const ask = (url: string) =>
        session.defaultSession.fetch(url).then(
          (response) => `answered ${response.status}`,
          (error: Error) => error.message,
        )
      return Promise.all(['https://example.com/', 'http://127.0.0.1:9/', 'ftp://127.0.0.1/'].map(ask))
    })
    for (const message of outcome) expect(message).toContain('ERR_BLOCKED_BY_CLIENT')
  })
})

test('nothing is asked of the network', async ({ userData, folder }) => {
  const journal = join(folder, 'net.json')
  const app = await launchApp(userData, {}, [`--log-net-log=${journal}`, '--net-log-capture-mode=Everything'])
  const page = await paintedPage(app)
  // Chromium's own services wake up after the page has loaded
  await page.waitForTimeout(3_000)
  await app.close()
  const addresses = readFileSync(journal, 'utf8').match(/"(url|host)":"[^"]*"/g) ?? []
  expect(addresses.filter((address) => !/"(app|data|blob|devtools):/.test(address))).toEqual([])
})

test.describe('navigation', () => {
  test.use({ allowedConsole: ['Content Security Policy', 'Failed to load', 'Not allowed'] })

  test('leads nowhere', async ({ page }) => {
    const address = page.url()
    expect(address).toBe('app://dictum/index.html')
    for (const target of [
      'https://example.com/',
      'file:///etc/passwd',
      'app://dictum/other.html',
      'data:text/html,x',
    ]) {
      await page.evaluate((url) => {
        const link = Object.assign(document.createElement('a'), { href: url })
        document.body.append(link)
        link.click()
        link.remove()
      }, target)
      await page.waitForTimeout(100)
      expect(page.url()).toBe(address)
    }
    await page.evaluate(() => {
      const frame = Object.assign(document.createElement('iframe'), { src: 'https://example.com/' })
      document.body.append(frame)
    })
    await page.waitForTimeout(200)
    const frames = page.frames().filter((frame) => frame !== page.mainFrame())
    expect(frames.map((frame) => frame.url()).filter((url) => !/^(chrome-error:|about:blank|$)/.test(url))).toEqual([])
  })

  test('opens no windows', async ({ app, page }) => {
    const opened = await page.evaluate(() => [
      window.open('https://example.com/') === null,
      window.open('app://dictum/index.html') === null,
      window.open('about:blank') === null,
    ])
    expect(opened).toEqual([true, true, true])
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  })
})

test('permissions are denied', async ({ page }) => {
  const states = await page.evaluate(async () => {
    const attempt = (action: () => Promise<unknown>) =>
      action().then(
        () => 'granted',
        () => 'denied',
      )
    return {
      notifications: await Notification.requestPermission(),
      geolocation: await attempt(
        () => new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject)),
      ),
      camera: await attempt(() => navigator.mediaDevices.getUserMedia({ video: true })),
      clipboard: await attempt(() => navigator.clipboard.readText()),
      screen: await attempt(() => navigator.mediaDevices.getDisplayMedia()),
    }
  })
  expect(Object.entries(states).filter(([, state]) => state !== 'denied')).toEqual([])
})

test.describe('app://', () => {
  test('serves the built page and nothing beside it', async ({ app, page }) => {
    await expect(page).toHaveURL('app://dictum/index.html')
    const answers = await app.evaluate(async ({ session }) => {
      const status = async (url: string) =>
        (await session.defaultSession.fetch(url).catch(() => ({ status: 0 }))).status
      const urls = {
        page: 'app://dictum/index.html',
        folder: 'app://dictum/',
        missing: 'app://dictum/missing.js',
        dots: 'app://dictum/../main/index.js',
        encodedDots: 'app://dictum/%2e%2e/main/index.js',
        encodedSlash: 'app://dictum/..%2fmain%2findex.js',
        deep: 'app://dictum/assets/..%2f..%2f..%2fpackage.json',
        backslash: 'app://dictum/..%5cmain%5cindex.js',
        nul: 'app://dictum/index.html%00.js',
        brokenEscape: 'app://dictum/%E0%A4%A.js',
        otherHost: 'app://other/index.html',
      }
      return Object.fromEntries(
        await Promise.all(Object.entries(urls).map(async ([name, url]) => [name, await status(url)] as const)),
      ) as Record<keyof typeof urls, number>
    })
    const { page: served, ...others } = answers
    expect(served).toBe(200)
    expect(Object.entries(others).filter(([, status]) => status !== 404 && status !== 0)).toEqual([])
  })
})

test.describe('the contract', () => {
  test('methods with paths are refused to the window', async ({ page }) => {
    const results = await page.evaluate(async () => {
      // the types forbid these calls; a page that was taken over knows no types
      const call = window.dictum.engine.call as unknown as (method: string, params: unknown) => Promise<{ ok: boolean }>
      const methods = ['project.create', 'project.open', 'import.start', 'export.start', 'session.setAnnotator']
      return Promise.all(
        [...methods, 'no.such', '__proto__', 'toString'].map((method) => call(method, { path: '/tmp/x' })),
      )
    })
    for (const result of results) expect(result).toMatchObject({ ok: false, error: { code: 'bad_request' } })
  })

  test('unknown methods and wrong parameters of the main process are refused', async ({ page }) => {
    const results = await page.evaluate(async () => {
      const call = window.dictum.app.call as unknown as (method: unknown, params?: unknown) => Promise<unknown>
      return Promise.all([
        call('no.such', {}),
        call('constructor', {}),
        call('settings.set', { theme: 'pink' }),
        call('settings.set', null),
        call('import.choose', { what: '/etc' }),
        call('app.info', { more: true }),
        call('project.openRecent', { path: '/etc/passwd' }),
        call('export.reveal', { path: '/etc/passwd' }),
      ])
    })
    for (const result of results) expect(result).toMatchObject({ ok: false, error: { code: 'bad_request' } })
  })

  test('another frame or page is not answered', async ({ app, page }) => {
    await expect(page).toHaveURL('app://dictum/index.html')
    const answer = await app.evaluate(async ({ ipcMain }) => {
      const handlers = (ipcMain as unknown as { _invokeHandlers: Map<string, (...args: unknown[]) => unknown> })
        ._invokeHandlers
      const frame = { origin: 'https://example.com', url: 'https://example.com/' }
      return handlers.get('app')?.({ senderFrame: frame, sender: { mainFrame: frame } }, 'app.info', {})
    })
    expect(answer).toMatchObject({ ok: false, error: { code: 'bad_request' } })
  })
})
