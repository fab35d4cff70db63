import { cellBreak } from '../writer.ts'
import { type Letters, lettersOf, over, type Styles } from './styles.ts'
import { child, type Element, value } from './xml.ts'

/** The words of one paragraph, as they are printed when all changes are accepted. */
export interface ParagraphText {
  text: string
  /** Words that the paragraph holds but doesn't show. */
  hidden: string
  /** True when all that is shown is bold. */
  bold: boolean
  /** Text boxes that hang on the paragraph. */
  boxes: Element[]
  /** Numbers of the footnotes that it refers to. */
  notes: { kind: 'footnote' | 'endnote'; id: string }[]
}

/** What was met on the way, for the warnings. */
export interface Findings {
  trackedChanges: boolean
}

/** Struck out, or moved away from here. */
const gone = new Set(['del', 'moveFrom'])
const added = new Set(['ins', 'moveTo'])
const skipped = new Set(['pPr', 'rPr', 'sdtPr', 'instrText', 'delText', 'commentReference', 'annotationRef'])

/** Ticked and empty boxes of Wingdings; its other signs serve as bullets. */
const symbols: Record<string, string> = {
  F0A8: '☐',
  F06F: '☐',
  F0FE: '☒',
  F0FD: '☒',
  F052: '☑',
}

export function textOfParagraph(
  paragraph: Element,
  styles: Styles,
  base: Letters,
  findings: Findings,
): ParagraphText {
  const result: ParagraphText = { text: '', hidden: '', bold: true, boxes: [], notes: [] }

  const write = (words: string, letters: Letters) => {
    const shown = letters.capitals ? words.toUpperCase() : words
    if (letters.unseen) {
      result.hidden += shown
      return
    }
    result.text += shown
    if (shown.trim() !== '' && !letters.bold) result.bold = false
  }

  const walk = (element: Element, letters: Letters): void => {
    for (const one of element.children) {
      if (gone.has(one.name)) {
        findings.trackedChanges = true
        continue
      }
      if (added.has(one.name)) findings.trackedChanges = true
      if (skipped.has(one.name)) continue
      switch (one.name) {
        case 'r': {
          const properties = child(one, 'rPr')
          const named = styles.style(value(properties, 'rStyle')).letters
          const style = value(properties, 'rStyle') ? over(named, letters) : letters
          walk(one, over(lettersOf(properties), style))
          break
        }
        case 't':
          write(one.text, letters)
          break
        case 'tab':
        case 'ptab':
          write(' ', letters)
          break
        case 'br':
        case 'cr':
          write(one.attributes.type === 'page' || one.attributes.type === 'column' ? ' ' : '\n', letters)
          break
        case 'noBreakHyphen':
          write('-', letters)
          break
        case 'sym':
          write(symbols[one.attributes.char?.toUpperCase() ?? ''] ?? '•', letters)
          break
        case 'footnoteReference':
        case 'endnoteReference':
          result.notes.push({
            kind: one.name === 'footnoteReference' ? 'footnote' : 'endnote',
            id: one.attributes.id ?? '',
          })
          break
        case 'AlternateContent': {
          // The same thing twice, for newer and for older programs.
          const chosen = child(one, 'Choice') ?? child(one, 'Fallback')
          if (chosen) walk(chosen, letters)
          break
        }
        case 'txbxContent':
          result.boxes.push(one)
          break
        default:
          walk(one, letters)
      }
    }
  }
  walk(paragraph, base)
  result.text = result.text.replaceAll(cellBreak, ' ')
  result.bold &&= result.text.trim() !== ''
  return result
}
