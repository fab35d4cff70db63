import { type CSSVariablesResolver, createTheme, Table } from '@mantine/core'

const sans = "'Inter Variable', system-ui, sans-serif"
const serif = "'Source Serif 4 Variable', Georgia, serif"

/** Calm and dense: one accent, a serif for what is read, a sans for what is worked with. */
export const theme = createTheme({
  primaryColor: 'indigo',
  primaryShade: { light: 8, dark: 8 },
  autoContrast: true,
  defaultRadius: 'sm',
  fontFamily: sans,
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  components: {
    Table: Table.extend({ defaultProps: { fz: 'md' } }),
  },
  headings: {
    fontFamily: serif,
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.75rem', lineHeight: '1.2' },
      h2: { fontSize: '1.25rem', lineHeight: '1.3' },
      h3: { fontSize: '1rem', lineHeight: '1.4' },
    },
  },
})

/** Mantine's own soft grey and light accent are too faint to read at our sizes (WCAG 2.2, 4.5 to 1). */
export const readableColours: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': 'var(--mantine-color-gray-7)',
    '--mantine-color-placeholder': 'var(--mantine-color-gray-7)',
    '--mantine-primary-color-light-color': 'var(--mantine-color-indigo-9)',
    '--mantine-color-indigo-light-color': 'var(--mantine-color-indigo-9)',
  },
  dark: {
    '--mantine-color-dimmed': 'var(--mantine-color-dark-1)',
    '--mantine-color-placeholder': 'var(--mantine-color-dark-1)',
    '--mantine-primary-color-light-color': 'var(--mantine-color-indigo-2)',
    '--mantine-color-indigo-light-color': 'var(--mantine-color-indigo-2)',
  },
})
