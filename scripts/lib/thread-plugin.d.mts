import type { Plugin } from 'vite'

export function threadPlugin(): Plugin
