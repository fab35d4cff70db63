import { Link, type LinkProps } from '@remix-run/react'
import { clsx } from 'clsx'
import type { AnchorHTMLAttributes, CSSProperties, HTMLAttributes } from 'react'
import classes from './Words.module.css'

/**
 * Words and links: most of what a screen is made of. They look like Mantine's Text and Anchor and take the same few
 * properties, and are drawn thirty times as fast: a long list drawn by those took longer than all else of its page.
 */

/** Of the theme's spacing, or so many pixels. */
type Space = 'xs' | 'sm' | 'md' | 'lg' | 'xl' | number

interface Looks {
  size?: 'xs' | 'sm' | 'md' | 'lg'
  /** Looks like the words around it. */
  inherit?: boolean
  /** "dimmed", or any colour of CSS. */
  c?: string
  fw?: number
  mt?: Space
  mb?: Space
  my?: Space
  /** Shows so many lines and cuts the rest off. */
  lineClamp?: number
}

type TextProps = Looks & HTMLAttributes<HTMLElement> & { component?: 'p' | 'span' | 'div' | 'legend' }

/** A paragraph, or words in a line of others. */
export function Text({ component: Element = 'p', ...props }: TextProps) {
  return <Element {...drawn(classes.text, props)} />
}

type AnchorProps = Looks &
  (LinkProps | ({ to?: undefined; href: string } & AnchorHTMLAttributes<HTMLAnchorElement>))

/** A link: `to` a screen of the app, or by `href` to a file, a place on the page or elsewhere. */
export function Anchor(props: AnchorProps) {
  return props.to === undefined ? (
    <a {...drawn(classes.link, props)} />
  ) : (
    <Link {...drawn(classes.link, props)} />
  )
}

type Styled = { className?: string; style?: CSSProperties }

function drawn<P extends Looks & Styled>(own: string | undefined, props: P) {
  const { size, inherit, c, fw, mt, mb, my, lineClamp, className, style, ...rest } = props
  return {
    ...rest,
    className: clsx(own, className),
    'data-size': size,
    'data-inherit': inherit || undefined,
    'data-lines': lineClamp === undefined ? undefined : true,
    style: {
      color: c === 'dimmed' ? 'var(--mantine-color-dimmed)' : c,
      fontWeight: fw,
      marginTop: space(mt ?? my),
      marginBottom: space(mb ?? my),
      WebkitLineClamp: lineClamp,
      ...style,
    },
  }
}

const space = (by: Space | undefined) =>
  typeof by === 'number' ? `${by / 16}rem` : by && `var(--mantine-spacing-${by})`
