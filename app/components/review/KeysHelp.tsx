import { Button, Kbd, Modal } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import classes from './Review.module.css'
import { useKeys } from './use-keys.ts'

type Keys = [key: string, does: string][]

const decisions: Keys = [
  ['c', 'confirm, and go on to the next that waits'],
  ['e', 'correct: the fields of the term (Enter saves, Esc leaves them as they were)'],
  ['r', 'reject, with a reason (its number, or your own words; Enter sends)'],
]

const bench: Keys = [
  ['j', 'next term'],
  ['k', 'previous term'],
  ...decisions,
  ['n', 'not there: the paper does not say this; under “All of these”, for all that was not found at once'],
  ['u', 'undo the last decision; pressed on another term, go back to the one you decided on'],
  ['o', 'go to the words on the page'],
  ['g', 'go to a clause: opens the list of clauses (Tab and Enter choose)'],
  ['/', 'search in the paper (Enter: next hit, Shift Enter: the one before, Esc: clear)'],
  ['a', 'add a missed term from the words selected or found'],
  ['= -', 'larger, smaller'],
  ['?', 'this help'],
]

const queue: Keys = [
  ['j', 'next term'],
  ['k', 'previous term'],
  ...decisions,
  ['n', 'not there: the paper does not say this'],
  ['u', 'undo your last decision'],
  ['o', 'open the page that it stands on'],
  ['?', 'this help'],
]

/** All keys of the workbench, on `?` and by a button. */
export const BenchKeys = () => <KeysHelp keys={bench} />

/** All keys of the queue. */
export const QueueKeys = () => <KeysHelp keys={queue} />

function KeysHelp({ keys }: { keys: Keys }) {
  const [opened, { open, close, toggle }] = useDisclosure(false)
  useKeys([
    ['?', toggle],
    ['shift+?', toggle],
  ])
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={open}>
        Keys{' '}
        <Kbd size="xs" ml={6}>
          ?
        </Kbd>
      </Button>
      <Modal opened={opened} onClose={close} title="Keys" closeButtonProps={{ 'aria-label': 'Close' }}>
        <dl className={classes.keys}>
          {keys.map(([key, does]) => (
            <div key={key} style={{ display: 'contents' }}>
              <dt>
                <Kbd>{key}</Kbd>
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
      </Modal>
    </>
  )
}
