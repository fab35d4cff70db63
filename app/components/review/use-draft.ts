import { type FormEvent, useEffect, useState } from 'react'
import type { FormValues } from './term-form.ts'

/**
 * What is typed in a form and not yet sent, kept in this browser under a name, so that leaving the page loses nothing.
 * `key` changes when a draft came in after the first drawing: give it to the form, whose fields keep their own state.
 */
export function useDraft(name: string, values: FormValues) {
  const [draft, setDraft] = useState<FormValues>()
  useEffect(() => setDraft(kept(name)), [name])
  return {
    key: draft ? `${name} draft` : name,
    values: draft ?? values,
    isDraft: draft !== undefined,
    keep(event: FormEvent<HTMLFormElement>) {
      const all: FormValues = {}
      for (const [field, value] of new FormData(event.currentTarget))
        if (typeof value === 'string') all[field] = [...(all[field] ?? []), value]
      localStorage.setItem(place(name), JSON.stringify(all))
    },
    forget() {
      localStorage.removeItem(place(name))
      setDraft(undefined)
    },
  }
}

const place = (name: string) => `carveout draft ${name}`

function kept(name: string): FormValues | undefined {
  const text = localStorage.getItem(place(name))
  return text ? (JSON.parse(text) as FormValues) : undefined
}
