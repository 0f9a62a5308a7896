import { hash } from 'node:crypto'
import { ImportFailure } from '../failure'
import { inOrderOfTrust } from '../metadata'
import type { Input, ReadOptions } from '../readers/reader'
import type { AnnotatedReader } from './annotated-reader'
import { firstRecords } from './finding/first-records'
import { jsonElementsOf } from './finding/json-objects'
import type { FoundText, FoundTrouble } from './found-text'
import { annotationsIn, isWebAnnotation } from './w3c/annotation'
import { type Collected, Collector } from './w3c/collector'
import { factsOf } from './w3c/facts'
import { failure, type Group, type Link, relationsOf, spansOf } from './w3c/group'
import { textOfSource } from './w3c/text-of-source'

/** W3C Web Annotation: a list of annotations, each of a place in some text, which is not in the file. */
export const w3cReader: AnnotatedReader = {
  format: 'w3c',
  extensions: ['.json', '.jsonld'],
  // by intent, see https://github.com/w3c/web-annotation/issues/206; many programs count UTF-16
  unit: 'codepoint',
  recognises: (head) => {
    const [first] = firstRecords(head)
    return first !== undefined && isWebAnnotation(first)
  },
  read: async function* (input, options) {
    const collector = new Collector()
    /** Whether all texts are known together, at the end. */
    let isWhole = true
    for await (const one of jsonElementsOf(input, options)) {
      if (one.kind !== 'object') {
        yield one
        continue
      }
      const annotations = annotationsIn(one.object, one.place)
      if (annotations === null) yield failure(one.place, 'bad_record', 'This is no annotation with a target.')
      for (const annotation of annotations ?? []) {
        for (const done of collector.add(annotation)) {
          isWhole = false
          yield* textsOf(done, false, input, options)
        }
      }
    }
    const last = [...collector.end()]
    const isOnly = isWhole && last.filter((done) => 'group' in done).length === 1
    for (const done of last) yield* textsOf(done, isOnly, input, options)
  },
}

async function* textsOf(
  done: Collected,
  isOnly: boolean,
  input: Input,
  options: ReadOptions,
): AsyncIterable<FoundText | FoundTrouble> {
  if (!('group' in done)) {
    yield done
    return
  }
  const { source, group, links } = done
  try {
    const beside = await textOfSource(input, source, isOnly, options)
    if (beside === null && source === '') yield failure('', 'text_missing', whichText(input.name))
    else yield foundText(source, group, links, beside)
  } catch (error) {
    if (!(error instanceof ImportFailure)) throw error
    yield failure(source, error.code, `The text of these annotations was not read. ${error.message}`)
  }
}

function foundText(
  source: string,
  group: Group,
  links: readonly Link[],
  beside: Awaited<ReturnType<typeof textOfSource>>,
): FoundText {
  const { declared, own, entities, unit } = factsOf(group.whole)
  const isUrl = /^https?:\/\//i.test(source)
  const elsewhere = {
    uid: own?.uid ?? null,
    sha256: null,
    url: declared.url ?? (isUrl ? source : null),
    source: own?.source ?? source,
  }
  return {
    kind: 'text',
    part: source,
    text: beside?.text ?? elsewhere,
    decoded: beside?.decoded ?? { encoding: 'utf-8', bom: false, confidence: 1, warnings: [] },
    sha256: beside?.sha256 ?? hash('sha256', ''),
    declared: inOrderOfTrust([
      isUrl ? { ...declared, url: declared.url ?? source } : declared,
      ...(beside === null ? [] : [beside.declared]),
    ]),
    own,
    unit,
    spans: spansOf(group, links, beside, unit ?? 'codepoint', entities),
    relations: relationsOf(links),
    entities,
    quotes: [],
  }
}

const whichText = (name: string): string =>
  `These annotations do not say which text they are of. Put it beside them as ${name.replace(/\.[^.]*$/, '')}.txt, ` +
  `and import ${name} again.`
