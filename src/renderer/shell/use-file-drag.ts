import { useEffect, useState } from 'react'

const carriesFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true

/** True while files are dragged over the window; `onDrop` gets what is let go. Words dragged inside it mean nothing. */
export function useFileDrag(onDrop: (files: File[]) => void): boolean {
  const [over, setOver] = useState(false)
  useEffect(() => {
    // enter and leave come for every element on the way, so they are counted
    let depth = 0
    const leaveAll = () => {
      depth = 0
      setOver(false)
    }
    const enter = (event: DragEvent) => {
      if (!carriesFiles(event)) return
      event.preventDefault()
      depth++
      setOver(true)
    }
    const move = (event: DragEvent) => {
      if (!carriesFiles(event)) return
      event.preventDefault()
      if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'copy'
    }
    const leave = (event: DragEvent) => {
      if (!carriesFiles(event)) return
      depth--
      if (depth <= 0) leaveAll()
    }
    const drop = (event: DragEvent) => {
      if (!carriesFiles(event)) return
      event.preventDefault()
      leaveAll()
      onDrop([...(event.dataTransfer?.files ?? [])])
    }
    const listeners = { dragenter: enter, dragover: move, dragleave: leave, drop } as const
    for (const [type, listener] of Object.entries(listeners)) window.addEventListener(type as 'drop', listener)
    return () => {
      for (const [type, listener] of Object.entries(listeners)) window.removeEventListener(type as 'drop', listener)
    }
  }, [onDrop])
  return over
}
