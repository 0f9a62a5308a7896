/** The folder beside a project where its backups lie: `Harbour.dictum` has `Harbour.backups`. */
export const backupFolder = (projectPath: string): string => projectPath.replace(/(\.[^.\\/]*)?$/u, '.backups')
