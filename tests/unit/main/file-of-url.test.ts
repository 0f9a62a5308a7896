import { expect, test } from 'vitest'
import { fileOfUrl } from '../../../src/main/file-of-url'

const table: [string, string | null][] = [
  ['app://dictum/index.html', '/app/out/renderer/index.html'],
  ['app://dictum/assets/inter%20x.woff2?v=1#a', '/app/out/renderer/assets/inter x.woff2'],
  // the URL parser takes dots away before they are a path
  ['app://dictum/../main/index.js', '/app/out/renderer/main/index.js'],
  ['app://dictum/%2e%2e/main/index.js', '/app/out/renderer/main/index.js'],
  ['app://dictum/..%2fmain/index.js', null],
  ['app://dictum/assets/..%2f..%2f..%2fpackage.json', null],
  ['app://dictum/..%2frenderer-secret/a.js', null],
  ['app://dictum/..%5cmain%5cindex.js', null],
  ['app://dictum/index.html%00.js', null],
  ['app://dictum/%E0%A4%A', null],
  // has no type of its own, so it is not served
  ['app://dictum/', '/app/out/renderer/'],
  ['app://other/index.html', null],
  ['file:///app/out/renderer/index.html', null],
  ['https://dictum/index.html', null],
  ['nonsense', null],
]

test.each(table)('%s', (address, file) => {
  expect(fileOfUrl(address, '/app/out/renderer')).toBe(file)
})
