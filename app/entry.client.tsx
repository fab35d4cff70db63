import { RemixBrowser } from '@remix-run/react'
import { setNonce } from 'get-nonce'
import { StrictMode, startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { Nonce } from './components/nonce.ts'

const nonce = document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce
// Dialogs and drawers keep the page behind them from scrolling by a style sheet of their own.
if (nonce) setNonce(nonce)

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <Nonce.Provider value={nonce}>
        <RemixBrowser />
      </Nonce.Provider>
    </StrictMode>,
  )
})
