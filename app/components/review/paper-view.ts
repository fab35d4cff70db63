import type { TermView } from '../agreement-view.ts'
import type { Range } from './words.ts'

/** What the paper shows beside its words. */
export interface PaperView {
  terms: TermView[]
  current?: TermView
  linkTo(term: TermView): string
  /** 1 is the width of the pane. */
  zoom: number
  /** Places that the search found. */
  hits: Range[]
  /** The place to bring into sight. */
  target: Range | null
}
