import { Avatar, Box, Button, Menu } from '@mantine/core'
import { Form, Link } from '@remix-run/react'
import { roleTitles } from '../services/permissions.ts'
import { useUser } from './user.ts'
import { Text } from './Words.tsx'

/** Top right: who is signed in, their account, and the way out. */
export function WhoYouAre() {
  const user = useUser()
  if (!user) return null
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <Button variant="subtle" color="gray" size="compact-md" aria-label={user.name}>
          <Box visibleFrom="sm">{user.name}</Box>
          <Avatar name={user.name} size={26} hiddenFrom="sm" aria-hidden />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Text size="sm" component="span">
            {user.email}
          </Text>
          <br />
          {roleTitles[user.role]}
        </Menu.Label>
        <Menu.Item component={Link} to="/account">
          Your account
        </Menu.Item>
        <Menu.Item component={Link} to="/account/tokens">
          API tokens
        </Menu.Item>
        <Form method="post" action="/sign-out" reloadDocument>
          <Menu.Item type="submit">Sign out</Menu.Item>
        </Form>
      </Menu.Dropdown>
    </Menu>
  )
}
