import '@mantine/core/styles.css'
import '@mantine/dropzone/styles.css'
import '@mantine/notifications/styles.css'
import '@mantine/spotlight/styles.css'
import '@fontsource-variable/inter/index.css'
import '@fontsource-variable/source-serif-4/index.css'
import './styles.css'
import { ColorSchemeScript, MantineProvider, mantineHtmlProps } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useRouteLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { DemoBand, Door } from './components/Door.tsx'
import { useNonce } from './components/nonce.ts'
import { Problem } from './components/Problem.tsx'
import { Shell } from './components/Shell.tsx'
import { readableColours, theme } from './components/theme.ts'
import type { RootUser } from './components/user.ts'
import { localeOf } from './services/locale.server.ts'
import { localDay } from './services/today.server.ts'

export const loader = ({ request, context: { visitor, access } }: LoaderFunctionArgs) => ({
  ...({
    user: visitor && { id: visitor.id, name: visitor.name, email: visitor.email, role: visitor.role },
    demo: access.demo,
  } satisfies RootUser),
  locale: localeOf(request),
  /** The day that "today" means on every screen: the server's. */
  today: localDay(),
})

export const meta: MetaFunction = () => [{ title: 'Carveout' }]

export function Layout({ children }: { children: ReactNode }) {
  const root = useRouteLoaderData<typeof loader>('root')
  const nonce = useNonce()
  return (
    <html lang={root?.locale ?? 'en'} {...mantineHtmlProps}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <Meta />
        <Links />
        <ColorSchemeScript nonce={nonce} defaultColorScheme="auto" />
      </head>
      <body>
        <MantineProvider
          theme={theme}
          cssVariablesResolver={readableColours}
          defaultColorScheme="auto"
          getStyleNonce={() => nonce ?? ''}
        >
          <Notifications position="bottom-right" />
          {children}
        </MantineProvider>
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  )
}

/** Inside the shell, or before it until somebody has signed in. */
function Frame({ children }: { children: ReactNode }) {
  const root = useRouteLoaderData<typeof loader>('root')
  const Around = root?.user ? Shell : Door
  return (
    <>
      {root?.demo && !root.user && <DemoBand />}
      <Around>{children}</Around>
    </>
  )
}

export default function App() {
  return (
    <Frame>
      <Outlet />
    </Frame>
  )
}

export function ErrorBoundary() {
  return (
    <Frame>
      <Problem />
    </Frame>
  )
}
