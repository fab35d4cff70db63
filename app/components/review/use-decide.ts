import { notifications } from '@mantine/notifications'
import { useRevalidator } from '@remix-run/react'
import { useCallback, useRef, useState } from 'react'
import type { Answer, DecisionView } from './review-view.ts'

/** A decision to be sent. */
export interface Step {
  /** What it is on: a term's id, or "file:type". */
  subject: string
  /** Of the term, for messages. */
  title: string
  /** Where it is sent to. */
  address: string
  version: number
  fields?: FormData
  /** What the person decides, in words: "confirm it". */
  words: string
}

/** Somebody decided first: both are shown, and the person chooses. */
export interface Conflict {
  step: Step
  since: DecisionView[]
  /** The number of decisions there are now. */
  version: number
}

export interface Decide {
  /** Sends a decision; resolves with what the server says, or undefined when it could not be reached. */
  decide(step: Step): Promise<Answer | undefined>
  /** Subjects whose decision is on its way. */
  sending: string[]
  /** A decision of this person is saved, and what the screen shows of the subject is from before it. */
  isBehind(shown: { id: string; version: number }): boolean
  conflicts: Conflict[]
  /** Lets the other's decision stand. */
  yieldTo(conflict: Conflict): void
  /** Decides all the same, on top of the other's. */
  insist(conflict: Conflict): void
  /** The last subject decided on here, with its number of decisions since, for undo after moving on. */
  last: LastDecided | null
  remember(last: LastDecided | null): void
}

export interface LastDecided extends Pick<Step, 'subject' | 'title' | 'version'> {
  /** Address of what was decided on. */
  href: string
}

/** Sends decisions one after the other while the person moves on; what could not be saved is said, never dropped. */
export function useDecide(): Decide {
  const { revalidate } = useRevalidator()
  const queue = useRef<Promise<unknown>>(Promise.resolve())
  const [sending, setSending] = useState<string[]>([])
  const [conflicts, setConflicts] = useState<Conflict[]>([])
  const [last, remember] = useState<Decide['last']>(null)
  const [saved, setSaved] = useState<Record<string, number>>({})

  const decide = useCallback(
    (step: Step) => {
      setSending((all) => [...all, step.subject])
      const sent = queue.current.then(async () => {
        try {
          const answer = await send(step)
          if (!answer.ok && 'since' in answer)
            setConflicts((all) => [...all, { step, since: answer.since, version: answer.version }])
          if (answer.ok && answer.left?.length)
            notifications.show({
              autoClose: false,
              title: 'Somebody decided first',
              message: `${answer.left.join(', ')}: what they decided stands.`,
            })
          if (answer.ok) setSaved((all) => ({ ...all, [step.subject]: step.version + 1 }))
          return answer
        } catch {
          notifications.show({
            color: 'red',
            autoClose: false,
            title: `${step.title}: not saved`,
            message:
              'Carveout could not be reached. What you decided is not lost: decide again when it is back.',
          })
          return undefined
        } finally {
          setSending((all) => all.filter((one) => one !== step.subject))
          revalidate()
        }
      })
      queue.current = sent
      return sent
    },
    [revalidate],
  )

  const drop = (conflict: Conflict) => setConflicts((all) => all.filter((one) => one !== conflict))
  return {
    decide,
    sending,
    isBehind: ({ id, version }) => (saved[id] ?? 0) > version,
    conflicts,
    yieldTo: drop,
    insist(conflict) {
      drop(conflict)
      void decide({ ...conflict.step, version: conflict.version })
    },
    last,
    remember,
  }
}

async function send({ address, version, fields }: Step): Promise<Answer> {
  const body = fields ?? new FormData()
  body.set('version', String(version))
  body.delete('goOn')
  const response = await fetch(address, { method: 'POST', body })
  if (!response.headers.get('Content-Type')?.includes('json')) throw new Error(await response.text())
  return (await response.json()) as Answer
}
