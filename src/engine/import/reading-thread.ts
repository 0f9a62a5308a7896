import { parentPort, workerData } from 'node:worker_threads'
import { mappingAmong } from '../store/rows/import-mappings'
import { UnitsByFormat } from './annotated/placing/unit-tally'
import type { Prepared } from './prepare'
import { readArticleFile } from './read-file'
import { readFiles } from './read-files'
import type { ReadOptions } from './readers/reader'
import type { FromThread, NumberedFile, NumberedItem, ThreadStart, ToThread } from './reading-messages'

const TELL_BYTES_EVERY_MS = 100
/** So much text may be on its way to be stored: a thread that is ahead does not fill the memory. */
const MOST_CHARACTERS_AHEAD = 1024 * 1024

const { options, remembered } = workerData as ThreadStart
const port = parentPort!
const waiting: (readonly NumberedFile[])[] = []
let charactersAhead = 0
let toldBytesAtMs = Number.NEGATIVE_INFINITY
let wake = () => {}

port.on('message', (message: ToThread) => {
  if (message.kind === 'files') waiting.push(message.files)
  else charactersAhead -= message.characters
  wake()
})

const heard = () => new Promise<void>((resolve) => (wake = resolve))
const tell = (message: FromThread) => port.postMessage(message)

const readOptions: ReadOptions = {
  ...options,
  // files come in groups, and are of one import
  unitsSoFar: new UnitsByFormat(),
  rememberedMapping: mappingAmong(remembered),
  onTable: (table) => tell({ kind: 'table', table }),
  onBytes: (told) => {
    if (performance.now() - toldBytesAtMs < TELL_BYTES_EVERY_MS) return
    toldBytesAtMs = performance.now()
    tell({ kind: 'bytes', told })
  },
}

void run()

async function run(): Promise<never> {
  for (;;) {
    const files = waiting.shift()
    if (files === undefined) await heard()
    else await readAll(files)
  }
}

async function readAll(given: readonly NumberedFile[]): Promise<void> {
  // what is bytes here was copied, and came as an array
  const files = given.map((file) => (file.rawPath ? { ...file, rawPath: Buffer.from(file.rawPath) } : file))
  for await (const { items, filesDone } of readFiles(files, readOptions, readArticleFile)) {
    while (charactersAhead > MOST_CHARACTERS_AHEAD) await heard()
    const characters = items.reduce((sum, item) => sum + (item.kind === 'article' ? item.decoded.text.length : 0), 0)
    charactersAhead += characters
    tell({ kind: 'slice', items: items.map(numbered), filesDone, characters })
  }
}

/** Without what is copied for nothing: the file, and what is in the metadata already. */
function numbered(item: Prepared): NumberedItem {
  const { number } = item.file as NumberedFile
  if (item.kind !== 'article') return { ...item, file: number }
  const { text, encoding, bom, lineEnding, confidence, warnings } = item.decoded
  return { ...item, decoded: { text, encoding, bom, lineEnding, confidence, warnings }, file: number }
}
