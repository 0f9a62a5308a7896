/** What a brat configuration says of attributes: the values that each may have; none where it is there or not there. */
export type AttributeKinds = ReadonlyMap<string, readonly string[]>

const SECTION = /^\s*\[([^\]]+)\]/
/** `Mention   Arg:<ENTITY>, Value:Name|Nominal|Other`; see https://brat.nlplab.org/configuration.html#attribute-configuration */
const VALUES = /(?:^|[\s,])Value:\s*([^\s,]+)/

/** The attributes of an `annotation.conf`, by the names of the file. */
export function attributeKinds(conf: string): AttributeKinds {
  const kinds = new Map<string, readonly string[]>()
  let section = ''
  for (const line of conf.split(/\r\n?|\n/)) {
    const heading = SECTION.exec(line)
    if (heading !== null) section = heading[1]!.trim().toLowerCase()
    else if (section === 'attributes' && !/^\s*(#|$|<)/.test(line)) {
      const [name] = line.trim().replace(/^!/, '').split(/\s/, 1)
      kinds.set(name!, VALUES.exec(line)?.[1]?.split('|') ?? [])
    }
  }
  return kinds
}
