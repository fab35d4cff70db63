/** Who acts, until there is sign-in: whoever sits at this machine. */
export const localUser = 'local user'
