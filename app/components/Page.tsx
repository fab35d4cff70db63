import { Box, Group, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './Page.module.css'
import { Text } from './Words.tsx'

/** The column of a screen, with what it answers on top. */
export function Page(props: {
  title: string
  /** One line below the title. */
  lead?: ReactNode
  actions?: ReactNode
  narrow?: boolean
  children: ReactNode
}) {
  return (
    <Box className={classes.page} data-narrow={props.narrow || undefined}>
      <Group justify="space-between" align="flex-start" mb="lg" gap="md" className={classes.head}>
        <Box className={classes.titles}>
          <Title order={1}>{props.title}</Title>
          {props.lead && (
            <Text c="dimmed" mt={4} component="div">
              {props.lead}
            </Text>
          )}
        </Box>
        {props.actions && (
          <Group gap="xs" className={classes.actions}>
            {props.actions}
          </Group>
        )}
      </Group>
      {props.children}
    </Box>
  )
}

/** A part of a screen under its own heading. */
export function Section(props: { title: string; aside?: ReactNode; id?: string; children: ReactNode }) {
  return (
    <Box component="section" className={classes.section} id={props.id}>
      <Group justify="space-between" align="baseline" className={classes.sectionHead}>
        <Title order={2}>{props.title}</Title>
        {props.aside && (
          <Text size="sm" c="dimmed" component="div">
            {props.aside}
          </Text>
        )}
      </Group>
      {props.children}
    </Box>
  )
}

/** What stands where there is nothing yet: what to do first. */
export function Empty({ children }: { children: ReactNode }) {
  return (
    <Text component="div" className={classes.empty}>
      {children}
    </Text>
  )
}
