import helmet, { contentSecurityPolicy } from 'helmet'
import type { Config } from './config.server.ts'

/** What every answer tells the browser: no frames of others, no guessed types, no base or form that leads elsewhere. */
export const securityHeaders = ({ baseUrl }: Pick<Config, 'baseUrl'>) =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: contentSecurityPolicy.dangerouslyDisableDefaultSrc,
        baseUri: ["'self'"],
        objectSrc: ["'none'"],
        frameAncestors: ["'self'"],
        formAction: ["'self'"],
      },
    },
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: baseUrl?.startsWith('https:') ? { maxAge: 31_536_000 } : false,
  })
