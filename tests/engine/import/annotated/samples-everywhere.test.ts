import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { goesThereAndBack, ROUND_TRIPS } from '../../export/support/round-trip'
import { folderBeside } from '../../support/beside'
import { TestEngine } from '../../support/test-engine'

const samples = folderBeside('samples', 'SOURCES.txt')

/** Of pages that are not at hand: see web-samples. */
const WITHOUT_TEXT = /w3c\.json$/
const ANNOTATED = /\.(?:ann|tsv|conll|jsonl|json|xmi)$/
/** A model’s guesses are suggestions, which do not go out; what has one line in three without a text is told. */
const FILES =
  samples === null
    ? []
    : readdirSync(samples, { recursive: true, encoding: 'utf8' })
        .filter((name) => ANNOTATED.test(name) && !WITHOUT_TEXT.test(name) && !name.endsWith('tasks.json'))
        .sort()

describe.skipIf(samples === null)('files of other tools, beside the checkout', () => {
  test.each(FILES)('%s goes out in every format, and is there again', async (name) => {
    const engine = new TestEngine()
    await engine.create()
    const report = await engine.import([join(samples!, name)])
    expect(report.imported).toBeGreaterThan(0)
    expect(report.spans).toBeGreaterThan(0)
    for (const trip of ROUND_TRIPS) await goesThereAndBack(trip, engine)
  })
})
