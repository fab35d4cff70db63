import { ActionIcon, AppShell, Box, Burger, Button, Group, useMantineColorScheme } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { Link, useLocation, useNavigation } from '@remix-run/react'
import { type ReactNode, useEffect } from 'react'
import { DemoBand } from './Door.tsx'
import { railFor } from './rail.ts'
import classes from './Shell.module.css'
import { Palette } from './search/Palette.tsx'
import { useUnfoldedPrint } from './use-unfolded-print.ts'
import { useCan, useDemo, useUser } from './user.ts'
import { WhoYouAre } from './WhoYouAre.tsx'
import { Text } from './Words.tsx'

/** The frame of every screen: the rail on the left, upload and appearance on top. */
export function Shell({ children }: { children: ReactNode }) {
  const [open, { toggle, close }] = useDisclosure(false)
  const { pathname } = useLocation()
  const busy = useNavigation().state !== 'idle'
  const mayUpload = useCan('agreement.add')
  const demo = useDemo()
  const user = useUser()
  const groups = railFor(user?.role)
  useUnfoldedPrint()
  // The drawer closes whenever the address changes.
  useEffect(() => {
    if (pathname) close()
  }, [pathname, close])

  return (
    <AppShell
      header={{ height: demo ? 76 : 48 }}
      navbar={{ width: 184, breakpoint: 'sm', collapsed: { mobile: !open } }}
      padding={0}
    >
      <a className={classes.skip} href="#content">
        Skip to the content
      </a>
      <AppShell.Header className={classes.header}>
        {demo && <DemoBand />}
        <Group h={48} px="md" justify="space-between" wrap="nowrap">
          <Group gap="sm" wrap="nowrap">
            <Burger opened={open} onClick={toggle} hiddenFrom="sm" size="sm" aria-label="Navigation" />
            <Link to="/" className={classes.brand}>
              Carveout
            </Link>
          </Group>
          <Group gap="xs" wrap="nowrap">
            <Palette />
            <Appearance />
            {mayUpload && (
              <Button component={Link} to="/upload" size="compact-md">
                Upload
              </Button>
            )}
            <WhoYouAre />
          </Group>
        </Group>
        <Box className={classes.progress} data-busy={busy || undefined} aria-hidden />
      </AppShell.Header>
      <AppShell.Navbar className={classes.rail} aria-label="Main">
        {groups.map(({ group, links }) => (
          <Box key={group} mb="md">
            <Text className={classes.group}>{group}</Text>
            {links.map(({ to, label }) => {
              const active = to === '/' ? pathname === '/' : pathname === to || pathname.startsWith(`${to}/`)
              return (
                <Link key={to} to={to} aria-current={active ? 'page' : undefined} className={classes.link}>
                  {label}
                </Link>
              )
            })}
          </Box>
        ))}
        <Text className={classes.notice}>
          Carveout shows what a contract says and where. It is not legal advice.
        </Text>
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1} className={classes.main}>
        {children}
      </AppShell.Main>
    </AppShell>
  )
}

function Appearance() {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const next = { auto: 'light', light: 'dark', dark: 'auto' } as const
  const sign = { auto: '◐', light: '○', dark: '●' }
  const words = { auto: 'as the system', light: 'light', dark: 'dark' }
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size="lg"
      onClick={() => setColorScheme(next[colorScheme])}
      aria-label={`Appearance: ${words[colorScheme]}. Change to ${words[next[colorScheme]]}.`}
      title={`Appearance: ${words[colorScheme]}`}
    >
      <span aria-hidden suppressHydrationWarning>
        {sign[colorScheme]}
      </span>
    </ActionIcon>
  )
}
