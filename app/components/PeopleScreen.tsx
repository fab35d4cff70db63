import { Button, Checkbox, Group, NativeSelect, Stack, Table, TextInput } from '@mantine/core'
import { Form, useNavigation } from '@remix-run/react'
import { Role, roleTitles } from '../services/permissions.ts'
import { OneTimeAddress } from './OneTimeAddress.tsx'
import { Section } from './Page.tsx'
import { Anchor, Text } from './Words.tsx'

interface Props {
  people: {
    id: string
    name: string
    email: string
    role: string
    unitNames: string[]
    secondFactor: boolean
    state: string
  }[]
  units: { id: string; name: string }[]
  secondFactorRequired: boolean
  owned: { kind: 'vendor' | 'deployment'; id: string; name: string; unit: string | null }[]
  errors?: Record<string, string>
  handedOut?: { sentTo: string } | { showOnce: string } | null
}

const titleOf = (role: string) => {
  const known = Role.safeParse(role)
  return known.success ? roleTitles[known.data] : role
}

export function PeopleScreen({ people, units, owned, secondFactorRequired, errors, handedOut }: Props) {
  const busy = useNavigation().state === 'submitting'
  return (
    <>
      {handedOut && <OneTimeAddress handedOut={handedOut} />}
      <Table.ScrollContainer minWidth={640}>
        <Table verticalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Name</Table.Th>
              <Table.Th>E-mail</Table.Th>
              <Table.Th>Role</Table.Th>
              <Table.Th>Business units</Table.Th>
              <Table.Th>Second factor</Table.Th>
              <Table.Th>State</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {people.map((person) => (
              <Table.Tr key={person.id}>
                <Table.Td>
                  <Anchor to={`/settings/people/${person.id}`} fw={550}>
                    {person.name}
                  </Anchor>
                </Table.Td>
                <Table.Td>{person.email}</Table.Td>
                <Table.Td>{titleOf(person.role)}</Table.Td>
                <Table.Td>{person.unitNames.join(', ') || 'all'}</Table.Td>
                <Table.Td>{person.secondFactor ? 'on' : 'off'}</Table.Td>
                <Table.Td>{person.state}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <Section title="Second factor">
        <Text c="dimmed" mb="sm">
          {secondFactorRequired
            ? 'Everybody who signs in with a password needs one; who has none sets it up before anything else.'
            : 'Everybody may set one up for themselves. Who comes by single sign-on has it there.'}
        </Text>
        <Form method="post" action="/settings/people/second-factor">
          <Button type="submit" name="required" value={secondFactorRequired ? 'no' : 'yes'} variant="default">
            {secondFactorRequired ? 'Leave it to each person' : 'Require it of everybody'}
          </Button>
        </Form>
      </Section>
      <Section title="Invite somebody">
        <Form method="post">
          <Stack gap="sm" maw={420}>
            <TextInput name="email" type="email" label="E-mail" required error={errors?.email} />
            <NativeSelect
              name="role"
              label="Role"
              defaultValue="legal"
              data={Role.options.map((role) => ({ value: role, label: roleTitles[role] }))}
            />
            {units.length > 0 && (
              <Checkbox.Group label="Business units" description="With none ticked they see every unit">
                {units.map((unit) => (
                  <Checkbox key={unit.id} name="units" value={unit.id} label={unit.name} mt={6} />
                ))}
              </Checkbox.Group>
            )}
            <Group>
              <Button type="submit" loading={busy}>
                Invite
              </Button>
            </Group>
          </Stack>
        </Form>
      </Section>
      <Section title="Business units">
        <Text c="dimmed" mb="sm">
          A vendor or a deployment that belongs to a unit is seen by that unit, and by those who belong to
          none.
          {units.length > 0 && ` There are: ${units.map((unit) => unit.name).join(', ')}.`}
        </Text>
        <Form method="post" action="/settings/people/units">
          <Group align="flex-end">
            <TextInput name="name" label="New unit" required />
            <Button type="submit" variant="default">
              Add
            </Button>
          </Group>
        </Form>
        {units.length > 0 && owned.length > 0 && (
          <Form method="post" action="/settings/people/belongs">
            <Group align="flex-end" mt="sm">
              <NativeSelect
                name="thing"
                label="Vendor or deployment"
                data={owned.map(({ kind, id, name, unit }) => ({
                  value: `${kind} ${id}`,
                  label: `${name} (${kind}, ${units.find((u) => u.id === unit)?.name ?? 'everybody’s'})`,
                }))}
              />
              <NativeSelect
                name="unit"
                label="Belongs to"
                data={[
                  { value: '', label: 'Everybody' },
                  ...units.map((unit) => ({ value: unit.id, label: unit.name })),
                ]}
              />
              <Button type="submit" variant="default">
                Save
              </Button>
            </Group>
          </Form>
        )}
      </Section>
    </>
  )
}
