import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig } from 'vite'

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true
  }
}

export default defineConfig({
  plugins: [
    remix({
      future: {
        v3_fetcherPersist: true,
        v3_relativeSplatPath: true,
        v3_throwAbortReason: true,
        v3_singleFetch: true,
        // Off: what a page needs of the others is one file that a browser keeps, not a question to the server on every page.
        v3_lazyRouteDiscovery: false,
        v3_routeConfig: true,
      },
    }),
  ],
  // Mantine's style sheets are imported by the server build too.
  ssr: { noExternal: [/^@mantine\//] },
  build: { target: 'es2022', chunkSizeWarningLimit: 1500 },
})
