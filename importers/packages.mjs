// Loads packages as they are. The loader for TypeScript rewrites every module that it sees, and pdf.js alone takes it three seconds.
// Import this after the loader: of two, the later one is asked first.
import { register } from 'node:module'

register('./packages-hooks.mjs', import.meta.url)
