import { List } from '@mantine/core'
import { Link } from '@remix-run/react'
import type { ControlState } from '#domain/governance/controls.ts'
import { type VersionKind, versionKindTitles } from '#domain/governance/versions.ts'
import { Section } from '../Page.tsx'
import { Text } from '../Words.tsx'

interface Props {
  slug: string
  governance: {
    controls: Pick<ControlState, 'id' | 'title' | 'standing' | 'why'>[]
    served: string[]
    refused: string[]
    versions: { kind: VersionKind; name: string; version: string }[]
  }
}

/** Our own side on the brief: controls, uses and versions, each leading to its page. */
export function GovernanceSections({ slug, governance }: Props) {
  const base = `/deployments/${slug}`
  const { controls, served, refused, versions } = governance
  const open = controls.filter((c) => c.standing !== 'ok')
  return (
    <>
      <Section title="Controls" aside={<Link to={`${base}/controls`}>owners and evidence</Link>}>
        <Text>
          {open.length === 0
            ? `All ${controls.length} are in order.`
            : `${controls.length - open.length} of ${controls.length} are in order.`}
        </Text>
        {open.length > 0 && (
          <List size="md">
            {open.slice(0, 4).map((c) => (
              <List.Item key={c.id}>
                {c.title}: {c.why}
              </List.Item>
            ))}
            {open.length > 4 && <List.Item>and {open.length - 4} more</List.Item>}
          </List>
        )}
      </Section>
      <Section title="Uses" aside={<Link to={`${base}/uses`}>against the vendors’ terms</Link>}>
        <Text>
          {served.length > 0
            ? `It serves: ${served.join(', ')}.`
            : 'Nobody has said what it may be used for.'}
        </Text>
        {refused.length > 0 && <Text>It refuses: {refused.join(', ')}.</Text>}
      </Section>
      <Section title="Versions" aside={<Link to={`${base}/versions`}>changes and the way back</Link>}>
        <Text>
          {versions.length > 0
            ? versions.map((v) => `${versionKindTitles[v.kind]} ${v.name} ${v.version}`).join(' · ')
            : 'No version of its prompts, policies and models is registered.'}
        </Text>
      </Section>
    </>
  )
}
