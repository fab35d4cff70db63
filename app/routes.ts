import { flatRoutes } from '@remix-run/fs-routes'

/** One file a screen or endpoint: `app/routes/agreements.$slug.tsx` answers `/agreements/acme-msa`. */
export default flatRoutes()
