import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { backupFolder } from '../../shared/domain/corpus/backup-folder'
import { type Command, EXIT } from '../command'
import { userName, withEngine } from '../project-engine'

export const restoreCommand: Command = {
  name: 'restore',
  summary: 'Put a backup in the place of a project. What is there becomes a backup itself.',
  usage: 'restore PROJECT BACKUP',
  optionHelp: [['BACKUP', 'its name as `dictum backups` tells it, or the path of any project file']],
  options: {},
  positionals: { least: 2, most: 2 },
  run: async ({ positionals, json, io }) => {
    const [project, wanted] = positionals as [string, string]
    const named = join(backupFolder(project), wanted)
    const backup = existsSync(named) ? named : wanted
    const { kept } = await withEngine(io, (engine) =>
      engine.host('backup.restoreFile', { project, backup, annotator: userName() }),
    )
    if (json) io.out(`${JSON.stringify({ project, backup, kept })}\n`)
    else io.out(`Restored ${project} from ${backup}.\n${kept === null ? '' : `What was there is kept as ${kept}.\n`}`)
    return EXIT.done
  },
}
