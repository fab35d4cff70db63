import { Alert, Button, Code, Group, PasswordInput, Stack, TextInput } from '@mantine/core'
import { Form } from '@remix-run/react'
import { Section } from './Page.tsx'
import classes from './SecondFactor.module.css'
import { Anchor, Text } from './Words.tsx'

interface Props {
  secondFactor: boolean
  secondFactorRequired: boolean
  step?: { error: string } | { scan: { svg: string; key: string } } | { codes: string[] }
}

/** Setting a second factor up in two steps; once it is on, new backup codes and the way to turn it off. */
export function SecondFactorScreen({ secondFactor, secondFactorRequired, step }: Props) {
  const codes = step && 'codes' in step ? step.codes : []
  const error = step && 'error' in step ? step.error : undefined
  const scan = step && 'scan' in step ? step.scan : undefined
  return (
    <>
      {error && (
        <Alert color="red" role="alert" mb="md">
          {error}
        </Alert>
      )}
      {codes.length > 0 && <BackupCodes codes={codes} />}
      {secondFactor ? (
        <>
          <Text>It is on: after the password you are asked for a code of your app.</Text>
          <Section title="New backup codes">
            <Text mb="sm">The ones you have end. Make new ones when few are left or somebody saw them.</Text>
            <WithPassword what="new-codes" button="Make new backup codes" />
          </Section>
          <Section title="Turn it off">
            {secondFactorRequired ? (
              <Text>
                An administrator has set that everybody needs one. For a new phone, ask an administrator to
                remove the old one.
              </Text>
            ) : (
              <WithPassword what="off" button="Turn it off" />
            )}
          </Section>
        </>
      ) : (
        <SettingUp required={secondFactorRequired} scan={scan} />
      )}
      <Anchor to="/account" mt="lg" style={{ display: 'inline-block' }}>
        Your account
      </Anchor>
    </>
  )
}

function SettingUp({ required, scan }: { required: boolean; scan?: { svg: string; key: string } }) {
  if (scan)
    return (
      <Stack gap="sm" align="flex-start">
        <Text>
          1. Open an authenticator app and scan this, or type the key in. It counts once you have given a
          code.
        </Text>
        <img
          className={classes.code}
          src={`data:image/svg+xml;utf8,${encodeURIComponent(scan.svg)}`}
          alt="QR code of the key below"
        />
        <Code className={classes.key}>{scan.key}</Code>
        <Form method="post">
          <input type="hidden" name="do" value="confirm" />
          <Stack gap="sm" align="flex-start">
            <TextInput
              name="code"
              label="2. The six digits that the app shows"
              autoComplete="one-time-code"
              inputMode="numeric"
              required
              w={320}
            />
            <Button type="submit">Turn it on</Button>
          </Stack>
        </Form>
      </Stack>
    )
  return (
    <>
      <Text mb="md">
        {required && 'An administrator has set that everybody needs one before they go on. '}
        Your phone shows six digits that change every thirty seconds. Whoever has your password still needs
        them. Any authenticator app will do.
      </Text>
      <WithPassword what="begin" button="Set it up" />
    </>
  )
}

function WithPassword({ what, button }: { what: 'begin' | 'new-codes' | 'off'; button: string }) {
  return (
    <Form method="post">
      <input type="hidden" name="do" value={what} />
      <Group align="flex-end">
        <PasswordInput
          name="password"
          label="Your password"
          autoComplete="current-password"
          required
          w={320}
          visibilityToggleButtonProps={{ 'aria-label': 'Show the password' }}
        />
        <Button type="submit" variant={what === 'begin' ? 'filled' : 'default'}>
          {button}
        </Button>
      </Group>
    </Form>
  )
}

/** Shown once, to be kept by the person. */
const BackupCodes = ({ codes }: { codes: string[] }) => (
  <Alert variant="outline" color="gray" role="status" mb="lg" title="Keep these backup codes">
    <Text mb="sm">
      Each lets you in once, in place of the app’s code. They are shown this once: print them, or keep them
      where you keep passwords.
    </Text>
    <ul className={classes.codes}>
      {codes.map((code) => (
        <li key={code}>
          <Code>{code}</Code>
        </li>
      ))}
    </ul>
  </Alert>
)
