import { existsSync } from 'node:fs'
import type { Backup, BackupKind } from '../../shared/contract/backups'
import { DictumError } from '../../shared/domain/result'
import { type Command, EXIT } from '../command'
import { counted } from '../lay-out'
import { withEngine } from '../project-engine'

const KINDS: Readonly<Record<BackupKind, string>> = {
  automatic: 'automatic',
  manual: 'by hand',
  update: 'before update',
  restore: 'before restore',
  damaged: 'the damaged file',
}

export const backupsCommand: Command = {
  name: 'backups',
  summary: 'List the backups that Dictum keeps of a project.',
  usage: 'backups PROJECT',
  optionHelp: [],
  options: {},
  positionals: { least: 1, most: 1 },
  run: async ({ positionals, json, io }) => {
    const project = positionals[0]!
    const list = await withEngine(io, (engine) => engine.host('backup.listOf', { project }))
    if (list.backups.length === 0 && !existsSync(project)) {
      throw new DictumError('not_found', `Neither ${project} nor a backup of it is there.`)
    }
    if (json) io.out(`${JSON.stringify({ folder: list.folder, backups: list.backups })}\n`)
    else io.out(`${counted(list.backups.length, 'backup')} in ${list.folder}\n${list.backups.map(line).join('')}`)
    return EXIT.done
  },
}

function line({ name, kind, bytes, contents }: Backup): string {
  const held = contents
    ? [
        counted(contents.articles, 'article') + (contents.putAway === 0 ? '' : ` and ${contents.putAway} put away`),
        counted(contents.spans, 'span'),
        counted(contents.links, 'link'),
      ].join(', ')
    : 'cannot be read'
  return `  ${name}  ${KINDS[kind]}, ${Math.ceil(bytes / 1024)} KB, ${held}\n`
}
