import { FolderInput } from 'lucide-react'
import { dropFiles } from '../state/app-actions'
import { useAppStore } from '../state/app-store'
import styles from './drop-zone.module.css'
import { useFileDrag } from './use-file-drag'

const importAll = (files: File[]): void => {
  if (files.length > 0) void dropFiles(files)
}

/** Takes folders and files dropped anywhere on the window, and says so while they are held over it. */
export function DropZone() {
  const over = useFileDrag(importAll)
  const name = useAppStore((state) => state.project?.name)
  if (!over) return null
  return (
    <div className={styles.overlay}>
      <div className={styles.frame}>
        <FolderInput size={32} strokeWidth={1.5} aria-hidden="true" />
        <p className={styles.title}>Drop to import</p>
        <p className={styles.text}>
          {name === undefined ? 'You will be asked where to keep the new project.' : `Into “${name}”.`} Folders are read
          with everything in them.
        </p>
      </div>
    </div>
  )
}
