import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Outlet, useActionData, useLoaderData, useParams } from '@remix-run/react'
import { GapAssignment } from '#domain/register/gap-work.ts'
import { BehindBand } from '../components/BehindBand.tsx'
import { FirstSteps } from '../components/FirstSteps.tsx'
import { useFormat } from '../components/format.ts'
import classes from '../components/GapBoard.module.css'
import { GapBoard } from '../components/GapBoard.tsx'
import { Empty, Page } from '../components/Page.tsx'
import { gapBoard } from '../services/gap-board.server.ts'
import { assignGaps, gapKey } from '../services/gap-work.server.ts'
import { can } from '../services/permissions.ts'
import { today } from '../services/today.server.ts'

export const meta: MetaFunction = () => [{ title: 'Gaps · Carveout' }]

/** Filters, grouping and page stand in the address; see `GapSearch`. */
export async function loader({ request, context: { house, user } }: LoaderFunctionArgs) {
  const date = today(request)
  return {
    date,
    ...(await gapBoard(house, date, new URL(request.url).searchParams)),
    mayWork: can(user.role, 'gap.work'),
    me: user.email,
  }
}

/** Gives the ticked gaps to somebody. */
export async function action({ request, context: { house, user } }: ActionFunctionArgs) {
  const form = await request.formData()
  const to = GapAssignment.safeParse(Object.fromEntries(form))
  if (!to.success) return data({ message: to.error.issues[0]?.message ?? 'That can’t be read.' }, 400)
  const keys = await Promise.all(form.getAll('gap').map((address) => gapKey(house, String(address))))
  const known = keys.filter((key) => key !== undefined)
  if (known.length === 0) return data({ message: 'Tick the gaps it is about first.' }, 400)
  await assignGaps(house, user, known, to.data)
  return { message: `${known.length} ${known.length === 1 ? 'gap' : 'gaps'} changed.` }
}

export default function Gaps() {
  const board = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const inHand = useParams()
  const format = useFormat()
  return (
    <Page
      title="Gaps"
      lead={`What the contracts don't give that the deployments need, as of ${format.date(board.date)}`}
    >
      <BehindBand behind={board.behind} />
      {board.deployments === 0 ? (
        <Empty>
          A gap is the distance between what a deployment needs and what its contracts say, so it takes both:
          an agreement and a deployment.
          <FirstSteps />
        </Empty>
      ) : (
        <div className={classes.panes} data-open={inHand.rule ? true : undefined}>
          <GapBoard {...board} message={result?.message} inHand={`${inHand.deployment}/${inHand.rule}`} />
          {inHand.rule && (
            <aside className={classes.pane} aria-label="The gap in hand">
              <Outlet />
            </aside>
          )}
        </div>
      )}
    </Page>
  )
}
