/** A JSON object whose values are not looked at yet. */
export type Values = Readonly<Record<string, unknown>>

/** All that a line has. */
export const KEYS = {
  line: new Set('schema id text text_sha256 text_length offset_unit meta spans relations entities'.split(' ')),
  meta: new Set('title published_on lang source sha256 status url tags extra fields'.split(' ')),
  span: new Set('id label start end text text_sha256 parts attributes entity note annotator origin'.split(' ')),
  relation: new Set('id type from to attributes annotator'.split(' ')),
  entity: new Set('id name kind'.split(' ')),
} as const satisfies Record<string, ReadonlySet<string>>
