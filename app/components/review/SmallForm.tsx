import type { ReactNode } from 'react'

interface Props {
  address: string
  version: number
  /** Where to go on, without JavaScript. */
  goOn: string
  extra?: Record<string, string>
  onSend(): void
  children: ReactNode
}

/** A form of one button: works as it is, and is sent by the workbench where there is JavaScript. */
export function SmallForm({ address, version, goOn, extra = {}, onSend, children }: Props) {
  return (
    <form
      method="post"
      action={address}
      onSubmit={(event) => {
        event.preventDefault()
        onSend()
      }}
    >
      {Object.entries({ ...extra, version: String(version), goOn }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </form>
  )
}
