import { decodeText } from '../decode'
import { NOTHING_FOUND } from '../metadata'
import type { DocumentReader } from './reader'

export const textReader: DocumentReader = {
  kind: 'document',
  format: 'text',
  extensions: ['.txt', '.text'],
  // what nothing else recognises is text, or is refused by its decoder
  recognises: () => false,
  read: (bytes, _name, { encoding }) => ({ ...decodeText(bytes, { chosen: encoding }), declared: NOTHING_FOUND }),
}
