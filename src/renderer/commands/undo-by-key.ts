import type { KeyboardEvent } from 'react'
import { useAppStore } from '../state/app-store'
import { comboOf } from './key-combo'
import { runCommand } from './registry'

/** Undo and redo by key in a room of its own; a field that is being written in keeps its own. */
export function undoByKey(event: KeyboardEvent): void {
  const inField = event.target instanceof Element && event.target.matches('input:not([readonly]), textarea')
  const combo = comboOf(event.nativeEvent, useAppStore.getState().platform)
  const command =
    combo === 'mod+z' ? 'history.undo' : combo === 'mod+shift+z' || combo === 'mod+y' ? 'history.redo' : null
  if (command === null || inField) return
  event.preventDefault()
  runCommand(command)
}
