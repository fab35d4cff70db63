import { Button, Kbd, Modal } from '@mantine/core'
import { useDisclosure, useHotkeys } from '@mantine/hooks'
import classes from './Review.module.css'

const keys: [key: string, does: string][] = [
  ['j', 'next term'],
  ['k', 'previous term'],
  ['c', 'confirm, and go on to the next that waits'],
  ['e', 'correct: the fields of the term (Enter saves, Esc leaves them as they were)'],
  ['r', 'reject, with a reason'],
  ['n', 'not there: the paper does not say this'],
  ['u', 'undo the last decision'],
  ['o', 'go to the words on the page'],
  ['/', 'search in the paper (Enter: next hit, Shift Enter: the one before)'],
  ['a', 'add a missed term from the words selected or found'],
  ['= -', 'larger, smaller'],
  ['?', 'this help'],
]

/** All keys of the workbench, on `?` and by a button. */
export function KeysHelp() {
  const [opened, { open, close, toggle }] = useDisclosure(false)
  useHotkeys([
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
