import {
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
  FieldError,
  Input,
  Label,
  Text,
} from 'react-aria-components'
import styles from './field.module.css'

interface TextFieldProps extends Omit<AriaTextFieldProps, 'className' | 'children' | 'style'> {
  readonly label: string
  readonly hint?: string
  /** Shown while `isInvalid` is set. */
  readonly error?: string
}

/** One line of text with its label above and a hint below. */
export function TextField({ label, hint, error, ...rest }: TextFieldProps) {
  return (
    <AriaTextField {...rest} className={styles.field}>
      <Label className={styles.label}>{label}</Label>
      <Input className={styles.input} />
      {hint !== undefined && (
        <Text slot="description" className={styles.hint}>
          {hint}
        </Text>
      )}
      {error !== undefined && <FieldError className={styles.error}>{error}</FieldError>}
    </AriaTextField>
  )
}
