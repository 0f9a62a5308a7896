import { useEffect, useRef, useState } from 'react'

/** The text of a field that stands for a value: what is being typed stays as it is while the value follows it. */
export function useTyped(stored: string, onType: (text: string) => void) {
  const [value, setValue] = useState(stored)
  const isEdited = useRef(false)
  useEffect(() => {
    if (!isEdited.current) setValue(stored)
  }, [stored])
  return {
    value,
    onChange: (text: string) => {
      isEdited.current = true
      setValue(text)
      onType(text)
    },
    onBlur: () => {
      isEdited.current = false
      setValue(stored)
    },
  }
}
