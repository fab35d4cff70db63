import { Button, Group } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { useNavigate, useSearchParams } from '@remix-run/react'
import { useState } from 'react'
import { CorrectionForm } from './CorrectionForm.tsx'
import { Key } from './Key.tsx'
import { RejectionForm } from './RejectionForm.tsx'
import { SmallForm } from './SmallForm.tsx'
import type { TermPanelProps } from './term-panel-props.ts'

const NOT_THERE = 'Not there: the paper does not say this.'

/** Confirm, correct, reject, not there, undo: by button, by key, and without JavaScript by form. */
export function TermDecision({ base, term, inHand, review, me, nextOpen }: TermPanelProps) {
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const asked = search.get('edit')
  const [open, setOpen] = useState<'correction' | 'rejection' | null>(
    asked === 'correction' || asked === 'rejection' ? asked : null,
  )
  const here = `${base}/terms/${term.slug}`
  const sending = review.sending.includes(term.id)
  const agreed = term.people.includes(me) && term.review !== 'unreviewed'
  const decided = term.review !== 'unreviewed'

  const send = (name: string, words: string, fields?: FormData) =>
    review.decide({
      subject: term.id,
      title: term.title,
      address: `/terms/${term.id}/${name}`,
      version: term.version,
      fields,
      words,
    })
  /** Sends a decision that needs no more words and goes on at once. */
  const sendAndGo = (name: string, words: string, fields?: FormData) => {
    if (sending) return
    void send(name, words, fields)
    review.remember({ subject: term.id, href: here })
    if (nextOpen) navigate(nextOpen, { preventScrollReset: true })
  }
  const reject = (reason: string) => {
    const fields = new FormData()
    fields.set('reason', reason)
    sendAndGo('rejection', 'reject it', fields)
  }
  const undo = () => {
    if (decided) void send('retraction', 'take the last decision back')
    else if (review.last) navigate(review.last.href, { preventScrollReset: true })
  }
  useHotkeys([
    ['c', () => !agreed && sendAndGo('confirmation', 'confirm it')],
    ['e', () => setOpen('correction')],
    ['r', () => setOpen('rejection')],
    ['n', () => reject(NOT_THERE)],
    ['u', undo],
  ])
  const common = { goOn: here, version: term.version, busy: sending }

  if (open === 'correction')
    return (
      <CorrectionForm
        address={`/terms/${term.id}/correction`}
        draft={`${term.id} ${term.version}`}
        fields={inHand.fields}
        values={inHand.values}
        {...common}
        onClose={() => setOpen(null)}
        onSend={async (fields) => {
          const answer = await send('correction', 'correct it', fields)
          if (!answer?.ok) return answer
          review.remember({ subject: term.id, href: here })
          setOpen(null)
          return answer
        }}
      />
    )
  if (open === 'rejection')
    return (
      <RejectionForm
        address={`/terms/${term.id}/rejection`}
        {...common}
        onClose={() => setOpen(null)}
        onSend={reject}
      />
    )
  return (
    <Group gap={6} my="sm">
      {!agreed && (
        <SmallForm
          address={`/terms/${term.id}/confirmation`}
          {...common}
          onSend={() => sendAndGo('confirmation', 'confirm it')}
        >
          <Button type="submit" size="compact-sm" loading={sending}>
            {term.review === 'rejected' ? 'Confirm after all' : 'Confirm'} <Key letter="c" />
          </Button>
        </SmallForm>
      )}
      {agreed && term.review === 'rejected' ? null : (
        <>
          <Button
            component="a"
            href={`${here}?edit=correction`}
            size="compact-sm"
            variant="default"
            onClick={(event) => {
              event.preventDefault()
              setOpen('correction')
            }}
          >
            Correct <Key letter="e" />
          </Button>
          <Button
            component="a"
            href={`${here}?edit=rejection`}
            size="compact-sm"
            variant="default"
            onClick={(event) => {
              event.preventDefault()
              setOpen('rejection')
            }}
          >
            Reject <Key letter="r" />
          </Button>
        </>
      )}
      {!decided && (
        <SmallForm
          address={`/terms/${term.id}/rejection`}
          {...common}
          extra={{ reason: NOT_THERE }}
          onSend={() => reject(NOT_THERE)}
        >
          <Button type="submit" size="compact-sm" variant="default" disabled={sending}>
            Not there <Key letter="n" />
          </Button>
        </SmallForm>
      )}
      {decided && (
        <SmallForm address={`/terms/${term.id}/retraction`} {...common} onSend={undo}>
          <Button type="submit" size="compact-sm" variant="default" disabled={sending}>
            Undo <Key letter="u" />
          </Button>
        </SmallForm>
      )}
    </Group>
  )
}
