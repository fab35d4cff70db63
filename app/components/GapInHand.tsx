import { Button, Group, List, NativeSelect, Stack, Textarea, TextInput, Title } from '@mantine/core'
import { Form, useLocation, useNavigation } from '@remix-run/react'
import type { Severity } from '#domain/policy/assess.ts'
import type { RiskClass } from '#domain/policy/risk.ts'
import { type Acceptance, type GapWork, gapStatusTitles } from '#domain/register/gap-work.ts'
import { useFormat } from './format.ts'
import { GapAcceptance } from './GapAcceptance.tsx'
import classes from './GapBoard.module.css'
import type { GapView } from './policy-view.ts'
import { RiskClassSign, SeveritySign } from './Signs.tsx'
import { Anchor, Text } from './Words.tsx'

interface Props {
  deployment: { slug: string; name: string; riskClass: RiskClass }
  rule: string
  gap?: GapView
  title: string
  trace: string[]
  work: GapWork
  acceptance: Acceptance | null
  needsSecond: boolean
  waiting: boolean
  mayApprove: boolean
  others: string[]
  comments: { id: string; author: string; body: string; at: string }[]
  history: { id: number; at: string; actor: string; action: string }[]
  mayWork: boolean
  mayAccept: boolean
  me: string
  refused: string | null
  error: string | null
}

/** One gap: the clause beside the language to ask for, who has it, what was said, and accepting its risk. */
export function GapInHand(props: Props) {
  const { deployment, gap, title, work, trace, comments, history, mayWork, me, error } = props
  const { moment, dated } = useFormat()
  const { search } = useLocation()
  const busy = useNavigation().state !== 'idle'
  const severity: Severity | undefined = gap?.severity
  return (
    <Stack gap="sm" pb="lg">
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <Title order={2} size="h3">
          {title}
        </Title>
        <Anchor to={`/gaps${search}`} size="sm" preventScrollReset data-screen-only>
          Close
        </Anchor>
      </Group>
      <Text size="sm" component="div">
        {severity && <SeveritySign severity={severity} />} · {gapStatusTitles[gap?.work?.status ?? 'closed']}{' '}
        ·{' '}
        <Anchor to={`/deployments/${deployment.slug}`} inherit>
          {deployment.name}
        </Anchor>{' '}
        <RiskClassSign riskClass={deployment.riskClass} />
      </Text>
      {!gap && <Text>The assessment no longer finds this gap: it is closed.</Text>}
      {gap?.work?.note && <Text className={classes.note}>{dated(gap.work.note)}</Text>}
      {gap && (
        <>
          <Text size="sm">
            <b>Required:</b> {gap.required}. {gap.why}
          </Text>
          <div className={classes.sides}>
            <div className={classes.side}>
              <div className={classes.sideTitle}>What the paper says</div>
              {gap.quote ? (
                <>
                  <blockquote>“{gap.quote}”</blockquote>
                  {gap.href && (
                    <Text size="sm">
                      <Anchor to={gap.href}>{gap.where}</Anchor>
                    </Text>
                  )}
                </>
              ) : (
                <div>{gap.found}</div>
              )}
            </div>
            <div className={classes.side} data-ours>
              <div className={classes.sideTitle}>What to ask for</div>
              {gap.ask}
            </div>
            <div className={classes.side}>
              <div className={classes.sideTitle}>What to settle for</div>
              {gap.fallback}
            </div>
          </div>
          <details>
            <summary>How it came out</summary>
            <List size="sm">
              {[gap.found, ...trace].map((line) => (
                <List.Item key={line}>{line}</List.Item>
              ))}
            </List>
          </details>
        </>
      )}
      {mayWork && gap && (
        <Form
          method="post"
          preventScrollReset
          key={`${props.rule} ${work.owner} ${work.dueOn} ${work.status}`}
        >
          <input type="hidden" name="what" value="assign" />
          <Group gap="xs" align="flex-end">
            <TextInput
              name="owner"
              label="Owner"
              size="xs"
              list="gap-owners"
              w={130}
              placeholder={me}
              defaultValue={work.owner ?? ''}
            />
            <TextInput
              type="date"
              name="dueOn"
              label="Due"
              size="xs"
              w={130}
              defaultValue={work.dueOn ?? ''}
            />
            <NativeSelect
              name="status"
              label="Status"
              size="xs"
              defaultValue={work.status === 'negotiating' ? 'negotiating' : 'open'}
              data={[
                { value: 'open', label: 'Open' },
                { value: 'negotiating', label: 'Negotiating' },
              ]}
            />
            <Button type="submit" size="xs" loading={busy}>
              Save
            </Button>
          </Group>
        </Form>
      )}
      <GapAcceptance {...props} />
      <div>
        <Title order={3} size="h4">
          Comments
        </Title>
        {comments.map((comment) => (
          <div key={comment.id} className={classes.comment}>
            <Text size="xs" c="dimmed">
              {comment.author}, <time dateTime={comment.at}>{moment(comment.at)}</time>
            </Text>
            {comment.body}
          </div>
        ))}
        {mayWork && (
          <Form method="post" preventScrollReset key={comments.length} data-screen-only>
            <input type="hidden" name="what" value="comment" />
            <Textarea name="body" aria-label="Comment" size="xs" autosize minRows={2} mt={6} error={error} />
            <Button type="submit" size="xs" variant="default" mt={6} loading={busy}>
              Comment
            </Button>
          </Form>
        )}
      </div>
      {history.length > 0 && (
        <details>
          <summary>History</summary>
          <List size="sm">
            {history.map((event) => (
              <List.Item key={event.id}>
                <time dateTime={event.at}>{moment(event.at)}</time>: {event.actor} {event.action} it
              </List.Item>
            ))}
          </List>
        </details>
      )}
    </Stack>
  )
}
