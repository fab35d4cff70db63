import { createContext, useContext } from 'react'

/**
 * This answer's nonce, without which the Content-Security-Policy lets no script run and no style sheet in. The server has it
 * from the request, the browser from the first script of the page.
 */
export const Nonce = createContext<string | undefined>(undefined)

export const useNonce = () => useContext(Nonce)
