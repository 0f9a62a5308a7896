import type { CasType } from '../../interchange/cas-types'
import type { OutputFiles } from '../format'
import { escapeXml } from './xml'

const TYPE_SYSTEM_FILE = 'TypeSystem.xml'

/** Writes `TypeSystem.xml`, by which UIMA, INCEpTION and cassis know the types of the files beside it. */
export async function writeTypeSystem(out: OutputFiles, types: readonly CasType[]): Promise<void> {
  const file = await out.file(TYPE_SYSTEM_FILE)
  await file.write(typeSystemXml(types))
  await file.close()
}

/** See https://uima.apache.org/d/uimaj-current/references.html#ugr.ref.xml.component_descriptor.type_system */
function typeSystemXml(types: readonly CasType[]): string {
  const lines = types.flatMap(({ name, supertype, features }) => [
    '    <typeDescription>',
    `      <name>${escapeXml(name)}</name>`,
    '      <description/>',
    `      <supertypeName>${escapeXml(supertype)}</supertypeName>`,
    '      <features>',
    ...features.flatMap(([feature, range]) => [
      '        <featureDescription>',
      `          <name>${escapeXml(feature)}</name>`,
      '          <description/>',
      `          <rangeTypeName>${escapeXml(range)}</rangeTypeName>`,
      '        </featureDescription>',
    ]),
    '      </features>',
    '    </typeDescription>',
  ])
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier">',
    '  <types>',
    ...lines,
    '  </types>',
    '</typeSystemDescription>',
    '',
  ].join('\n')
}
