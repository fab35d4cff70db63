import type { LoaderFunctionArgs } from '@remix-run/node'
import { answer } from '../services/api/answer.server.ts'

/** Every address of the API; the list of operations says what each asks for and who may. */
export const loader = ({ request, context: { house, paced, visitor, token } }: LoaderFunctionArgs) =>
  answer(request, { house, paced, visitor, token })

export const action = loader
