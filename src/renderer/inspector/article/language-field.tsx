import { languageName } from '../../ui/format'
import { DropDown } from '../controls/drop-down'

/** Languages that one can choose; a text that is in another keeps it, and has it among them. */
const LANGUAGES = (
  'am ar az be bg bn bs ca cs da de el en eo es et eu fa fi fr ga gl gu he hi hr hu hy id is it ja ka kk kn ko ku la lb lo ' +
  'lt lv mk ml mn mr ms mt nl no or pa pl ps pt ro ru sk sl sq sr sv sw ta te th tl tr uk ur uz vi yi yo zh'
).split(' ')

interface LanguageFieldProps {
  readonly lang: string | null
  onChoose(lang: string | null): void
}

/** The language that an article is in, or none. */
export function LanguageField({ lang, onChoose }: LanguageFieldProps) {
  const tags = lang === null || LANGUAGES.includes(lang) ? LANGUAGES : [...LANGUAGES, lang]
  const options = tags
    .map((tag) => ({ id: tag, name: languageName(tag) }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en'))
  return (
    <DropDown
      name="Language"
      value={lang}
      options={options}
      none="not known"
      onChoose={(chosen) => chosen !== lang && onChoose(chosen)}
    />
  )
}
