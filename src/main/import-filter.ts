/** What an import reads by its ending, as the dialogs of systems ask for it. */
const ENDINGS = [
  ...['txt', 'text', 'md', 'markdown', 'mdown', 'mkd', 'html', 'htm', 'xhtml', 'docx'],
  ...['csv', 'tsv', 'tab', 'json', 'jsonl', 'ndjson', 'jsonlines', 'jsonld', 'zip'],
  ...['xmi', 'ann', 'conll', 'iob', 'iob2', 'bio', 'bioes', 'bilou'],
]

/** A file that is chosen by itself is read whatever its name. */
export const IMPORT_FILTERS = [
  { name: 'Texts, documents, tables, archives', extensions: ENDINGS },
  { name: 'All files', extensions: ['*'] },
]
