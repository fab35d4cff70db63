import { z } from 'zod'

/** Languages that a responsibility matrix can be written in. */
export const Language = z.enum(['en', 'de', 'fr'])
export type Language = z.infer<typeof Language>

export const languageTitles: Record<Language, string> = { en: 'English', de: 'Deutsch', fr: 'Français' }

/** A picture for the head of documents; sizes in pixels. */
export interface LogoPicture {
  type: 'png' | 'jpg'
  width: number
  height: number
}
