import { Box, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './Door.module.css'
import { Text } from './Words.tsx'

/** The frame of the screens before sign-in: one narrow column. */
export function Door({ children }: { children: ReactNode }) {
  return (
    <Box component="main" className={classes.door}>
      <div className={classes.brand}>Carveout</div>
      {children}
      <Text className={classes.notice}>
        Carveout shows what a contract says and where. It is not legal advice.
      </Text>
    </Box>
  )
}

export function DoorTitle({ children, lead }: { children: ReactNode; lead?: ReactNode }) {
  return (
    <>
      <Title order={1} fz="xl" mb={lead ? 4 : 'md'}>
        {children}
      </Title>
      {lead && (
        <Text c="dimmed" mb="md" component="div">
          {lead}
        </Text>
      )}
    </>
  )
}

/** Says on every page that this is no place for real contracts. */
export const DemoBand = () => (
  <div className={classes.band} role="note">
    Demo: anybody here signs in as any role. Not for real contracts.
  </div>
)
