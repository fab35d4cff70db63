import { Alert, Button, Group, NativeSelect, TextInput } from '@mantine/core'
import { Form, Link, useNavigation } from '@remix-run/react'
import { type ControlState, controlStatusTitles } from '#domain/governance/controls.ts'
import { useFormat } from '../format.ts'
import { Anchor, Text } from '../Words.tsx'
import { Item, Mark } from './Mark.tsx'

const words: Record<ControlState['standing'], string> = {
  ok: 'In order',
  not_in_place: 'Not in place',
  no_owner: 'No owner',
  no_evidence: 'No evidence',
  expired: 'Evidence expired',
  failed: 'Test failed',
}

interface Props {
  slug: string
  controls: ControlState[]
  mayGovern: boolean
  /** What was wrong with the form of one control. */
  problem?: { control: string; error: string }
}

/** Each control that the class needs: how it stands, who owns it, what shows it; opens to record more. */
export function ControlList({ slug, controls, mayGovern, problem }: Props) {
  return controls.map((control) => (
    <Item
      key={control.id}
      id={control.id}
      mark={
        <Mark ok={control.standing === 'ok' ? 'yes' : 'no'}>
          {control.status === 'not_applicable' ? controlStatusTitles.not_applicable : words[control.standing]}
        </Mark>
      }
      head={
        <>
          <Text component="span" fw={550}>
            {control.title}
          </Text>
          {control.owner && ` · ${control.owner}`}
        </>
      }
    >
      <Text size="sm">
        {control.describes} {control.why && <b>{control.why}</b>}
        {control.status === 'not_applicable' && ` Why: ${control.reason}`}
      </Text>
      <EvidenceLines slug={slug} control={control} />
      <Text size="sm">
        <Link to={`/deployments/${slug}/controls/${control.id}`} aria-label={`History of ${control.title}`}>
          History{control.evidence.length > SHOWN && ` and ${control.evidence.length - SHOWN} more`}
        </Link>
      </Text>
      {mayGovern && (
        <details open={problem?.control === control.id || undefined}>
          <summary>Record owner, status or evidence</summary>
          {problem?.control === control.id && (
            <Alert color="red" my="xs" role="alert">
              {problem.error}
            </Alert>
          )}
          <ControlForms control={control} />
        </details>
      )}
    </Item>
  ))
}

/** The newest pieces of evidence; the others stand in the control's history. */
const SHOWN = 2

function EvidenceLines({ slug, control }: { slug: string; control: ControlState }) {
  const format = useFormat()
  return control.evidence.slice(0, SHOWN).map((e) => (
    <Text key={e.id} size="sm" c="dimmed">
      {e.kind === 'test' && (e.passed ? 'Test passed: ' : 'Test failed: ')}
      {e.fileName ? (
        <Anchor href={`/deployments/${slug}/evidence/${e.id}`} inherit>
          {e.title}
        </Anchor>
      ) : e.kind === 'link' ? (
        <Anchor href={e.detail} rel="noreferrer" inherit>
          {e.title}
        </Anchor>
      ) : (
        `${e.title}. ${e.detail}`
      )}
      {` · counts until ${format.date(e.expiresOn)} · ${e.recordedBy}`}
    </Text>
  ))
}

function ControlForms({ control }: { control: ControlState }) {
  const busy = useNavigation().state !== 'idle'
  return (
    <>
      <Form method="post" preventScrollReset>
        <input type="hidden" name="control" value={control.id} />
        <Group gap="xs" align="flex-end" mt="xs">
          <NativeSelect
            name="status"
            label="Status"
            defaultValue={control.status}
            data={Object.entries(controlStatusTitles).map(([value, label]) => ({ value, label }))}
          />
          <TextInput name="owner" label="Owner" defaultValue={control.owner} />
          <TextInput
            name="reason"
            label="Why, if it does not apply"
            defaultValue={control.reason}
            style={{ flex: 1 }}
          />
          <Button type="submit" name="do" value="set" loading={busy}>
            Save
          </Button>
        </Group>
      </Form>
      <Form method="post" encType="multipart/form-data" preventScrollReset>
        <input type="hidden" name="control" value={control.id} />
        <Text size="sm" c="dimmed" mt="sm">
          Convincing: {control.shownBy}
        </Text>
        <Group gap="xs" align="flex-end">
          <NativeSelect
            name="kind"
            label="Evidence"
            data={[
              { value: 'test', label: 'Test passed' },
              { value: 'failed', label: 'Test failed' },
              { value: 'link', label: 'Link' },
              { value: 'file', label: 'File' },
            ]}
          />
          <TextInput name="title" label="What it is" style={{ flex: 1 }} />
          <TextInput name="detail" label="Address or result" style={{ flex: 1 }} />
          <TextInput type="date" name="expiresOn" label="Counts until" />
        </Group>
        <Group gap="xs" align="flex-end" mt={4}>
          <TextInput type="file" name="file" label="File" />
          <Button type="submit" name="do" value="evidence" variant="default" loading={busy}>
            Record evidence
          </Button>
        </Group>
      </Form>
    </>
  )
}
