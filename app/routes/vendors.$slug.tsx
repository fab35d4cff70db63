import { Button, Table } from '@mantine/core'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { agreementKindTitles, agreementStatusTitles } from '#domain/register/agreement.ts'
import { DeadlineList } from '../components/DeadlineList.tsx'
import { FileStateWords } from '../components/FileStateWords.tsx'
import { useFormat } from '../components/format.ts'
import { GapTable } from '../components/GapTable.tsx'
import { Empty, Page, Section } from '../components/Page.tsx'
import { RiskClassSign } from '../components/Signs.tsx'
import { useCan } from '../components/user.ts'
import {
  VendorAssurance,
  VendorIncidents,
  VendorMissing,
  VendorSpend,
} from '../components/VendorSections.tsx'
import { Anchor, Text } from '../components/Words.tsx'
import { vendorBrief } from '../services/overview.server.ts'
import { today } from '../services/today.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.vendor.name ?? 'Vendor'} · Carveout` },
]

export async function loader({ request, params, context: { house } }: LoaderFunctionArgs) {
  const brief = await vendorBrief(house, params.slug ?? '', today(request))
  if (!brief) throw new Response('There is no vendor at this address.', { status: 404 })
  return brief
}

export default function VendorScreen() {
  const {
    vendor,
    papers,
    deployments,
    gaps,
    deadlines,
    undated,
    concentration,
    spend,
    incidents,
    missing,
    assurance,
  } = useLoaderData<typeof loader>()
  const { date, money } = useFormat()
  const mayEdit = useCan('vendor.edit')
  return (
    <Page
      title={vendor.name}
      lead={
        <>
          {vendor.website && (
            <Anchor href={vendor.website} rel="noreferrer">
              {vendor.website}
            </Anchor>
          )}
          {vendor.owner && ` Looked after by ${vendor.owner}.`}
        </>
      }
      actions={
        mayEdit && (
          <Button component={Link} to={`/vendors/${vendor.slug}/edit`} variant="default" size="compact-md">
            Edit
          </Button>
        )
      }
    >
      {concentration && <Text fw={550}>{concentration}</Text>}
      <VendorSpend {...spend} />
      {vendor.notes && <Text>{vendor.notes}</Text>}
      <Section
        title="Papers"
        aside={<Link to={`/vendors/${vendor.slug}/family`}>how they belong together, and what holds</Link>}
      >
        {papers.length === 0 ? (
          <Empty>
            No paper of this vendor yet. <Link to="/upload">Upload one</Link>.
          </Empty>
        ) : (
          <Table.ScrollContainer minWidth={640}>
            <Table verticalSpacing={6}>
              <Table.Tbody>
                {papers.map(({ agreement, file, counts }) => (
                  <Table.Tr key={agreement.id}>
                    <Table.Td>
                      <Anchor to={`/agreements/${agreement.slug}`} fw={550}>
                        {agreement.title}
                      </Anchor>
                    </Table.Td>
                    <Table.Td>{agreementKindTitles[agreement.kind]}</Table.Td>
                    <Table.Td>{agreementStatusTitles[agreement.status]}</Table.Td>
                    <Table.Td>{agreement.effectiveOn && `from ${date(agreement.effectiveOn)}`}</Table.Td>
                    <Table.Td>{agreement.annualFees && `${money(agreement.annualFees)} a year`}</Table.Td>
                    <Table.Td>
                      <FileStateWords file={file} {...counts} />
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        )}
      </Section>
      <Section title="What we run on them">
        {deployments.length === 0 ? (
          <Empty>Nothing in the register rests on this vendor's papers.</Empty>
        ) : (
          <ul>
            {deployments.map((d) => (
              <li key={d.id}>
                <Anchor to={`/deployments/${d.slug}`}>{d.name}</Anchor>{' '}
                <RiskClassSign riskClass={d.riskClass} /> {d.purpose}
              </li>
            ))}
          </ul>
        )}
      </Section>
      <VendorMissing missing={missing} vendorSlug={vendor.slug} />
      <VendorAssurance {...assurance} vendorSlug={vendor.slug} />
      <Section title="Gaps" aside={`${gaps.length} open gaps of deployments that rest on them`}>
        <GapTable gaps={gaps} by="deployment" />
      </Section>
      <VendorIncidents incidents={incidents} />
      <Section title="Dates">
        <DeadlineList deadlines={deadlines} undated={undated} />
      </Section>
    </Page>
  )
}
