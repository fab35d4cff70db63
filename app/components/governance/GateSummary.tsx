import { List } from '@mantine/core'
import type { Gate } from '#domain/policy/gate.ts'
import { Anchor, Text } from '../Words.tsx'
import { Mark } from './Mark.tsx'

/** Whether it may launch or go on, with each reason and where to put it right; `most` cuts a long list. */
export function GateSummary({ gate, most, more }: { gate: Gate; most?: number; more?: string }) {
  const shown = gate.reasons.slice(0, most)
  const left = gate.reasons.length - shown.length
  return (
    <>
      <Text>
        {gate.pass ? (
          <Mark ok="yes">Passes: nothing stands against it.</Mark>
        ) : (
          <Mark ok="no">
            Fails: {gate.reasons.length} {gate.reasons.length === 1 ? 'thing stands' : 'things stand'} against
            it.
          </Mark>
        )}
      </Text>
      <List size="md" mt={4}>
        {shown.map((reason) => (
          <List.Item key={reason.check + reason.why}>
            {reason.href ? (
              <Anchor to={reason.href} inherit>
                {reason.why}
              </Anchor>
            ) : (
              reason.why
            )}
          </List.Item>
        ))}
        {left > 0 && more && (
          <List.Item>
            <Anchor to={more} inherit>
              and {left} more
            </Anchor>
          </List.Item>
        )}
      </List>
      {gate.accepted.length > 0 && (
        <Text mt={4}>
          Passed over, since somebody took the risk: {gate.accepted.map(({ why }) => why).join(' ')}
        </Text>
      )}
    </>
  )
}
