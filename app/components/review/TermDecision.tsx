import { Button, Group } from '@mantine/core'
import { useSearchParams } from '@remix-run/react'
import { type ReactNode, useState } from 'react'
import type { TermView } from '../agreement-view.ts'
import { Text } from '../Words.tsx'
import { CorrectionForm } from './CorrectionForm.tsx'
import { Key } from './Key.tsx'
import { RejectionForm } from './RejectionForm.tsx'
import { SmallForm } from './SmallForm.tsx'
import type { TermForm } from './term-form.ts'
import type { Decide } from './use-decide.ts'
import { useKeys } from './use-keys.ts'

const NOT_THERE = 'Not there: the paper does not say this.'

interface Props {
  term: Pick<TermView, 'id' | 'title' | 'version' | 'review' | 'people'>
  /** Address of the term in its paper: where its forms are without JavaScript. */
  href: string
  /** Where to go on without JavaScript. */
  goOn: string
  /** The fields of a correction; absent until they are here. */
  form?: TermForm
  /** Told when the fields are asked for. */
  onCorrect?(): void
  /** Told when a correction was saved. */
  onCorrected?(): void
  review: Decide
  me: string
  /** On to the next, after a decision that needs no more words. */
  goNext(): void
  /** Undo, pressed on a term that nobody has decided on: the decision before. */
  undoEarlier(): void
}

/** Confirm, correct, reject, not there, undo: by button, by key, and without JavaScript by form. */
export function TermDecision(props: Props) {
  const { term, href, goOn, form, onCorrected, review, me, goNext, undoEarlier } = props
  const [search] = useSearchParams()
  const asked = search.get('edit')
  const [open, setOpen] = useState<'correction' | 'rejection' | null>(
    asked === 'correction' || asked === 'rejection' ? asked : null,
  )
  const sending = review.sending.includes(term.id) || review.isBehind(term)
  const decided = term.review !== 'unreviewed'
  const agreed = decided && term.people.includes(me)

  const send = (name: string, words: string, fields?: FormData) => {
    if (name !== 'retraction')
      review.remember({ subject: term.id, title: term.title, href, version: term.version + 1 })
    return review.decide({
      subject: term.id,
      title: term.title,
      address: `/terms/${term.id}/${name}`,
      version: term.version,
      fields,
      words,
    })
  }
  const sendAndGo = (name: string, words: string, fields?: FormData) => {
    if (sending) return
    void send(name, words, fields)
    goNext()
  }
  const reject = (reason: string) => {
    const fields = new FormData()
    fields.set('reason', reason)
    sendAndGo('rejection', 'reject it', fields)
  }
  const correct = () => {
    props.onCorrect?.()
    setOpen('correction')
  }
  const undo = () => {
    if (decided) void send('retraction', 'take the last decision back')
    else undoEarlier()
  }
  useKeys([
    ['c', () => (agreed ? goNext() : sendAndGo('confirmation', 'confirm it'))],
    ['e', correct],
    ['r', () => setOpen('rejection')],
    ['n', () => reject(NOT_THERE)],
    ['u', undo],
  ])
  const common = { goOn, version: term.version, busy: sending }

  if (open === 'correction')
    return form ? (
      <CorrectionForm
        address={`/terms/${term.id}/correction`}
        draft={`${term.id} ${term.version}`}
        fields={form.fields}
        values={form.values}
        {...common}
        onClose={() => setOpen(null)}
        onSend={async (fields) => {
          const answer = await send('correction', 'correct it', fields)
          if (answer?.ok) {
            setOpen(null)
            onCorrected?.()
          }
          return answer
        }}
      />
    ) : (
      <Text my="sm">Fetching its fields …</Text>
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
          <Opener href={`${href}?edit=correction`} open={correct}>
            Correct <Key letter="e" />
          </Opener>
          <Opener href={`${href}?edit=rejection`} open={() => setOpen('rejection')}>
            Reject <Key letter="r" />
          </Opener>
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

/** Opens a form in place; without JavaScript a link to the page that has it. */
const Opener = ({ href, open, children }: { href: string; open(): void; children: ReactNode }) => (
  <Button
    component="a"
    href={href}
    size="compact-sm"
    variant="default"
    onClick={(event) => {
      event.preventDefault()
      open()
    }}
  >
    {children}
  </Button>
)
