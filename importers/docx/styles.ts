import { child, type Element, toggle, value } from './xml.ts'

/** Looks of letters, as far as they change what a reader sees. Undefined: nothing is said here. */
export interface Letters {
  bold?: boolean
  capitals?: boolean
  /** Hidden text, letters of no size, or white ones on nothing. */
  unseen?: boolean
}

export interface Style {
  letters: Letters
  numId?: string
  level?: number
  /** 1 to 6 for a heading. */
  headingLevel?: number
}

export interface Styles {
  /** The style with everything it inherits; an empty one for an unknown id. */
  style(id: string | undefined): Style
  /** What holds for paragraphs that name no style. */
  defaultId: string | undefined
}

const smallestHalfPoints = 3

export function lettersOf(properties: Element | undefined): Letters {
  const size = Number(value(properties, 'sz') ?? '24')
  const vanish = toggle(properties, 'vanish')
  const white = value(properties, 'color')?.toUpperCase() === 'FFFFFF' && !child(properties, 'shd')
  return {
    bold: toggle(properties, 'b'),
    capitals: toggle(properties, 'caps'),
    unseen: vanish || white || size <= smallestHalfPoints ? true : vanish,
  }
}

/** What the inner says, and where it says nothing, the outer. */
export function over(inner: Letters, outer: Letters): Letters {
  return {
    bold: inner.bold ?? outer.bold,
    capitals: inner.capitals ?? outer.capitals,
    unseen: inner.unseen ?? outer.unseen,
  }
}

export function readStyles(part: Element | undefined): Styles {
  const sources = new Map<string, Element>()
  let defaultId: string | undefined
  for (const element of part?.children ?? []) {
    const { styleId, type, default: isDefault } = element.attributes
    if (element.name !== 'style' || !styleId) continue
    sources.set(styleId, element)
    if (type === 'paragraph' && isDefault === '1') defaultId = styleId
  }
  const base = lettersOf(child(child(child(part, 'docDefaults'), 'rPrDefault'), 'rPr'))
  const known = new Map<string, Style>()

  function style(id: string | undefined, depth = 0): Style {
    const source = id === undefined ? undefined : sources.get(id)
    if (!id || !source || depth > 20) return { letters: base }
    const cached = known.get(id)
    if (cached) return cached
    const parent = style(value(source, 'basedOn'), depth + 1)
    const paragraph = child(source, 'pPr')
    const numbering = child(paragraph, 'numPr')
    const made: Style = {
      letters: over(lettersOf(child(source, 'rPr')), parent.letters),
      numId: value(numbering, 'numId') ?? parent.numId,
      level: value(numbering, 'ilvl') ? Number(value(numbering, 'ilvl')) : parent.level,
      headingLevel: headingLevel(source, paragraph) ?? parent.headingLevel,
    }
    known.set(id, made)
    return made
  }
  return { style: (id) => style(id), defaultId }
}

function headingLevel(source: Element, paragraph: Element | undefined): number | undefined {
  const name = value(source, 'name')?.toLowerCase() ?? ''
  if (name === 'title') return 1
  const named = /^heading (\d)$/.exec(name)?.[1]
  const outline = value(paragraph, 'outlineLvl')
  const level = named ? Number(named) : outline ? Number(outline) + 1 : undefined
  return level !== undefined && level >= 1 && level <= 6 ? level : undefined
}
