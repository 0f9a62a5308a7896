import { type LucideIcon, Monitor, Moon, Sun } from 'lucide-react'
import type { Settings } from '../../shared/contract/app-methods'
import { setTheme } from '../state/app-actions'
import { useAppStore } from '../state/app-store'
import { IconButton } from '../ui/icon-button'

type Theme = Settings['theme']

const THEMES: Record<Theme, { icon: LucideIcon; label: string; next: Theme }> = {
  system: { icon: Monitor, label: 'Theme: follows the system', next: 'light' },
  light: { icon: Sun, label: 'Theme: light', next: 'dark' },
  dark: { icon: Moon, label: 'Theme: dark', next: 'system' },
}

/** Shows the theme and goes on to the next: the system's, light, dark. */
export function ThemeButton() {
  const theme = useAppStore((state) => state.settings?.theme ?? 'system')
  const { icon, label, next } = THEMES[theme]
  return <IconButton icon={icon} label={label} onPress={() => void setTheme(next)} />
}
