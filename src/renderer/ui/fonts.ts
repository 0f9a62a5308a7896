// Latin, Cyrillic, Greek and Vietnamese as files of the application: the window never asks a network for a font.
import '@fontsource-variable/inter'
import '@fontsource-variable/source-serif-4'
import '@fontsource-variable/source-serif-4/wght-italic.css'
import '@fontsource-variable/jetbrains-mono'
