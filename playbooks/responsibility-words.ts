import { z } from 'zod'
import type { Area } from '#domain/policy/areas.ts'
import type { Language } from '#domain/register/document-style.ts'
import file from './responsibility-words.json' with { type: 'json' }

/** Titles and sentences of the default areas in other languages. */
const { words } = z
  .object({ words: z.array(z.object({ en: z.string(), de: z.string(), fr: z.string() })) })
  .parse(file)

/** The areas in a language. What somebody wrote anew in the playbook stays in the words they wrote. */
export function areasIn(areas: Area[], language: Language): Area[] {
  if (language === 'en') return areas
  const inLanguage = new Map(words.map((one) => [one.en, one[language]]))
  const said = (text: string) => inLanguage.get(text) ?? text
  return areas.map((area) => ({
    ...area,
    title: said(area.title),
    ifUnallocated: said(area.ifUnallocated),
    signals: area.signals.map((signal) => ({ ...signal, note: said(signal.note) })),
  }))
}
