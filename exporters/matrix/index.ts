import type { Language } from '#domain/register/document-style.ts'
import { english } from './english.ts'
import { french } from './french.ts'
import { german } from './german.ts'
import type { MatrixWords } from './words.ts'

export const matrixWords: Record<Language, MatrixWords> = { en: english, de: german, fr: french }
