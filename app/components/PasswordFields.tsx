import { PasswordInput, TextInput } from '@mantine/core'

/** Who one is and the password one chooses, as set-up and invitation ask for them. */
export function PasswordFields({ name, errors }: { name: string; errors?: Record<string, string> }) {
  return (
    <>
      <TextInput
        name="name"
        label="Your name"
        autoComplete="name"
        required
        defaultValue={name}
        error={errors?.name}
      />
      <NewPasswordInput label="Password" error={errors?.password} />
    </>
  )
}

export const NewPasswordInput = ({ label, error }: { label: string; error?: string }) => (
  <PasswordInput
    name="password"
    label={label}
    description="At least 12 characters. A few unrelated words do well."
    autoComplete="new-password"
    required
    error={error}
    visibilityToggleButtonProps={{ 'aria-label': `Show: ${label}` }}
  />
)
