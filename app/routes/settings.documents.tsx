import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { documentStyle } from '#db/document-style.ts'
import { matrixTemplate } from '#db/matrices.ts'
import { Language } from '#domain/register/document-style.ts'
import { matrixPlaces, TemplateProblem } from '#exporters/matrix-in-template.ts'
import { LanguageForm, LogoForm, MatrixPlaces, TemplateForm } from '../components/DocumentForms.tsx'
import { Page, Section } from '../components/Page.tsx'
import { chooseLanguage, dropLogo, LogoProblem, takeLogo } from '../services/document-style.server.ts'
import { parseForm } from '../services/form.server.ts'
import type { House } from '../services/house.server.ts'
import { dropMatrixTemplate, takeMatrixTemplate } from '../services/matrix-template.server.ts'
import { parseUpload } from '../services/uploads.server.ts'
import type { User } from '../services/user.server.ts'

export const meta: MetaFunction = () => [{ title: 'Documents · Carveout' }]

export async function loader({ context: { house } }: LoaderFunctionArgs) {
  const own = await matrixTemplate(house.db)
  const { language, logo } = await documentStyle(house.db)
  return {
    language,
    logo: logo?.fileName ?? null,
    own: own ? { fileName: own.file_name, by: own.made_by, at: own.made_at } : null,
    places: matrixPlaces,
  }
}

const Change = z.discriminatedUnion('change', [
  z.object({ change: z.literal('language'), language: Language }),
  z.object({ change: z.literal('drop_logo') }),
  z.object({ change: z.literal('drop_template') }),
])

/** Takes a Word file as the template or a picture as the logo, drops one of them, or sets the language. */
export async function action({ request, context: { house, user } }: ActionFunctionArgs) {
  const type = request.headers.get('Content-Type') ?? ''
  if (type.startsWith('multipart/form-data')) return takeFile(request, house, user)
  const form = parseForm(await request.formData(), Change)
  if (!form.ok) return data({ of: 'language', error: 'Choose a language.' }, 400)
  const { value } = form
  if (value.change === 'language') await chooseLanguage(house, user, value.language)
  else if (value.change === 'drop_logo') await dropLogo(house, user)
  else await dropMatrixTemplate(house, user)
  return redirect('/settings/documents')
}

/** What the file is for stands in the address: `?of=logo`. */
async function takeFile(request: Request, house: House, user: User) {
  const of = new URL(request.url).searchParams.get('of') === 'logo' ? 'logo' : 'template'
  const upload = await parseUpload(request, house.config.dataFolder)
  if ('error' in upload) return data({ of, error: upload.error }, upload.status)
  const [file] = upload.files
  try {
    if (!file) return data({ of, error: 'Choose a file.' }, 400)
    const given = { fileName: file.fileName, bytes: await file.bytes() }
    if (of === 'logo') await takeLogo(house, user, given)
    else await takeMatrixTemplate(house, user, given)
    return redirect('/settings/documents')
  } catch (error) {
    if (!(error instanceof TemplateProblem || error instanceof LogoProblem)) throw error
    return data({ of, error: error.message }, 400)
  } finally {
    await upload.release()
  }
}

export default function Documents() {
  const { own, places, language, logo } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()
  const problemOf = (of: string) => (problem?.of === of ? problem.error : undefined)
  return (
    <Page title="Documents" lead="How the Word documents of this register look." narrow>
      <Section title="Language and logo">
        <LanguageForm language={language} />
        <LogoForm logo={logo} error={problemOf('logo')} />
      </Section>
      <Section title="A Word file of your own for matrices" aside="your fonts, your head and foot">
        <TemplateForm own={own} error={problemOf('template')} />
        <MatrixPlaces places={places} />
      </Section>
    </Page>
  )
}
