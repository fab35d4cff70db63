import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Outlet, useLoaderData, useParams, useSearchParams } from '@remix-run/react'
import { filesOf, readingOf } from '#db/files.ts'
import { termsOfFile } from '#db/terms.ts'
import classes from '../components/Agreement.module.css'
import { AgreementHead } from '../components/AgreementHead.tsx'
import type { TermView } from '../components/agreement-view.ts'
import { FileProblem } from '../components/FileProblem.tsx'
import { Outline } from '../components/Outline.tsx'
import { PdfPages } from '../components/PdfPages.tsx'
import { TermList } from '../components/TermList.tsx'
import { TextPages } from '../components/TextPages.tsx'
import { requireAgreement } from '../services/agreement.server.ts'
import { agreementGaps } from '../services/assessment.server.ts'
import { absentViews, outlineOf, termViews } from '../services/term-views.server.ts'
import { today } from '../services/today.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.agreement.title ?? 'Agreement'} · Carveout` },
]

/** `?version=` shows an earlier paper, `?view=text` the stored text instead of the printed page. */
export async function loader(args: LoaderFunctionArgs) {
  const { house } = args.context
  const agreement = await requireAgreement(args)
  const search = new URL(args.request.url).searchParams
  const files = await filesOf(house.db, agreement.id)
  const wanted = Number(search.get('version'))
  const file = (wanted ? files.find((f) => f.version === wanted) : undefined) ?? files[0]
  const reading = file && (await readingOf(house.db, file.id))
  const asText = file?.format !== 'pdf' || search.get('view') === 'text'
  const held = await agreementGaps(house, agreement, today(args.request))
  return {
    agreement,
    files,
    file,
    terms: file ? termViews(await termsOfFile(house.db, file.id)) : [],
    absent: absentViews(reading?.absent ?? []),
    warnings: reading?.warnings ?? [],
    pages:
      reading?.document.pages.map(({ number, width, height, source }) => ({
        number,
        width,
        height,
        source,
      })) ?? [],
    outline: reading ? outlineOf(reading.document) : [],
    text: asText ? (reading?.document.text ?? '') : null,
    held,
  }
}

export default function AgreementScreen() {
  const { agreement, file, files, terms, absent, warnings, pages, outline, text, held } =
    useLoaderData<typeof loader>()
  const { term } = useParams()
  const [search] = useSearchParams()
  const current = terms.find((t) => t.slug === term)
  const kept = search.size > 0 ? `?${search}` : ''
  const linkTo = (to: TermView) => `/agreements/${agreement.slug}/terms/${to.slug}${kept}`
  const standing = terms.filter((t) => t.review !== 'rejected')

  return (
    <div className={classes.screen}>
      <AgreementHead
        agreement={agreement}
        file={file}
        files={files}
        terms={standing}
        asText={text !== null}
      />
      {file && <FileProblem file={file} warnings={warnings} />}
      <div className={classes.panes}>
        <nav className={classes.left} aria-label="Terms">
          <Outline clauses={outline} anchored={text === null} />
          <TermList terms={terms} absent={absent} held={held} current={current} linkTo={linkTo} />
        </nav>
        <section className={classes.middle} aria-label="The paper">
          {text !== null ? (
            <TextPages text={text} terms={standing} current={current} linkTo={linkTo} />
          ) : (
            <PdfPages
              url={`/agreements/${agreement.slug}/original?version=${file?.version ?? ''}`}
              pages={pages}
              terms={standing}
              current={current}
              linkTo={linkTo}
            />
          )}
        </section>
        <aside className={classes.right} aria-label="The term in hand">
          <Outlet context={{ agreement, terms, held, linkTo } satisfies AgreementOutlet} />
        </aside>
      </div>
    </div>
  )
}

/** What the right pane's routes get from the screen around them. */
export interface AgreementOutlet {
  agreement: Awaited<ReturnType<typeof loader>>['agreement']
  terms: TermView[]
  held: Awaited<ReturnType<typeof loader>>['held']
  linkTo(term: TermView): string
}
