import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { answer } from '../services/api/answer.server.ts'

/** Every address of the API; the list of operations says what each asks for and who may. */
export const loader = ({ request, context: { house, user } }: LoaderFunctionArgs) =>
  answer(request, { house, visitor: user })

export const action = ({ request, context: { house, user } }: ActionFunctionArgs) =>
  answer(request, { house, visitor: user })
