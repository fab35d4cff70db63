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
      <PasswordInput
        name="password"
        label="Password"
        description="At least 12 characters. A few unrelated words do well."
        autoComplete="new-password"
        required
        error={errors?.password}
        visibilityToggleButtonProps={{ 'aria-label': 'Show the password' }}
      />
    </>
  )
}
