import { z } from 'zod'
import { Party } from '../quantities/parties.ts'
import type { ReadingContext, Unit } from '../reading/context.ts'
import { byClause, inOrder, withLeadIn } from './shared/findings.ts'
import { inWords } from './shared/in-words.ts'
import { defineTerm } from './term.ts'

const Owned = z.enum(['outputs', 'fine_tuned_models', 'embeddings', 'prompts', 'customer_data'])
const OutputOwnership = z.object({ owner: Party, covers: z.array(Owned).min(1) })
type OutputOwnership = z.infer<typeof OutputOwnership>

/** Whose the answers are, and what was made of the customer's data. */
export const outputOwnership = defineTerm({
  type: 'output_ownership',
  title: 'Ownership of output',
  group: 'data',
  describes: 'Who owns what the model produces, models tuned on customer data, and what goes in.',
  looksFor: [
    'customer owns all output',
    'assigns right, title and interest in output',
    'retains all rights in input',
  ],
  value: OutputOwnership,
  version: 2,
  read(context) {
    const found = context.unitsThatMayMatch(OWNS, DISCLAIMS).flatMap((unit) => {
      const disclaims = DISCLAIMS.test(unit.plain)
      const covers = OWNED.filter(([, pattern]) => pattern.test(unit.plain.replace(MADE_FROM, ' '))).map(
        ([one]) => one,
      )
      if (covers.length === 0 || !(OWNS.test(unit.plain) || disclaims) || DENIES.test(unit.plain)) return []
      if (!covers.some((one) => one !== 'customer_data') && !OUTPUT_NEAR.test(nearby(context, unit)))
        return []
      const owner = ownerOf(context, unit)
      if (owner === 'nobody') return []
      const rule = /\bassign/i.test(unit.plain) ? 'assigns' : 'owns'
      return [
        {
          unit,
          value: { owner, covers: inOrder(Owned.options, covers) },
          rule,
          score: owner === 'unknown' ? 0.55 : disclaims ? 0.75 : 0.9,
        },
      ]
    })
    return splitByOwner(found).flatMap((group) =>
      byClause<OutputOwnership>(group, (values) => ({
        owner: values[0]?.owner ?? 'unknown',
        covers: inOrder(
          Owned.options,
          values.flatMap((value) => value.covers),
        ),
      })),
    )
  },
  plain: ({ owner, covers }) => `${owner} owns ${covers.map(inWords).join(', ')}`,
})

const OWNED: [z.infer<typeof Owned>, RegExp][] = [
  ['outputs', /\boutputs?\b|\bgenerated (?:content|results|responses)\b|\bcompletions\b/i],
  ['fine_tuned_models', /\b(?:fine-?tuned|custom(?:i[sz]ed)?|tuned|adapted) (?:\w{1,40} )?models?\b/i],
  ['embeddings', /\bembeddings?\b|\bvectors?\b/i],
  ['prompts', /\bprompts?\b|\binputs?\b/i],
  ['customer_data', /\b(?:customer|client|subscriber|your) (?:data|content|materials)\b/i],
]
/** "Output generated from Customer Data": what it was made of is not what is owned. */
const MADE_FROM =
  /\b(?:created|derived|generated|trained|developed|made|built) (?:\w{1,40} ){0,4}?(?:from|on|using|with|out of) (?:\w{1,40} ){0,4}?(?:data|content|materials|inputs?|prompts?)\b(?: (?:and|or) (?:\w{1,40} )?(?:data|content|inputs?|prompts?)\b)?/gi
/** "We don't claim ownership of your output": what one side lets go is the other's. */
const DISCLAIMS =
  /\b(?:not|never|no)\b (?:\w{1,40} ){0,3}?(?:claims?|asserts?|acquires?|obtains?)\b(?: (?:any|to|have|rights?|title|interest|or|,)){0,6} (?:own(?:ership)?|title|rights?)\b|\b(?:claims?|asserts?|acquires?|obtains?|has|have) no (?:\w{1,40} ){0,3}?(?:ownership|title|rights? in)\b|\bnot own\b/i
const OUTPUT_NEAR = /\boutputs?\b|\bfine-?tun|\bembeddings?\b|\bprompts?\b|\binputs?\b/i
const OWNS =
  /\b(?:own(?:s|ed|ership)?|retains?\b[^.;]{0,40}?\b(?:ownership|rights?|title|interest)|assigns?|vest(?:s|ed)?|owners? of|belongs? (?:\w{1,40} )?to|property of|sole property|title (?:and interest )?(?:in|to)|right, title|remains? with)\b/i
/** Licences and duties that only mention rights. */
const DENIES =
  /\b(?:represents?|warrants?)\b[^.]{0,80}\b(?:owns?|rights)\b|\b(?:do(?:es)? not|not) (?:constitute|considered|include)\b|\bmay not\b[^.;]{0,60}\bown|\bindemnif|\bwithout (?:\w{1,40} ){0,3}ownership|\bconfidential information\b[^.;]{0,60}\b(?:remain|property)|\bretain(?:s|ed)?\b[^.;]{0,40}\b(?:for|days|logs|copies)\b|\bown (?:risk|expense|cost|discretion|use|products?|internal|business|account|policies)\b(?![^.]{0,1000}\bowns\b)/i

/** The owner named; the customer where it is only said that the vendor is not, nobody where the customer isn't. */
function ownerOf(context: ReadingContext, unit: Unit): OutputOwnership['owner'] | 'nobody' {
  const at = unit.plain.search(DISCLAIMS)
  const without =
    at < 0
      ? 'unknown'
      : context.roleOf(
          unit.plain
            .slice(0, at)
            .split(/[,;:(]/)
            .at(-1) ?? '',
        )
  const named = namedOwner(context, unit)
  if (without === 'unknown' || (named !== 'unknown' && named !== without)) return named
  return without === 'vendor' ? 'customer' : 'nobody'
}

function namedOwner(context: ReadingContext, unit: Unit): OutputOwnership['owner'] {
  const words = withLeadIn(unit)
  const assignee =
    /\bassigns?\b(?: and transfers?)?[^.;]{0,30}? to (?:the )?([\w.&’' -]{2,40}?)(?:[,.;]| all| any| such| its|’s| the|$)/i.exec(
      words,
    )?.[1]
  const to = assignee ? context.roleOf(assignee) : 'unknown'
  if (to !== 'unknown') return to
  const belongs =
    /\b(?:owned by|belongs? (?:solely |exclusively )?to|property of|vest(?:s|ed)? in|pass(?:es)? to|remains? with) (?:the )?([\w.&’' -]{2,40}?)(?:[,.;]| and| upon|$)/i.exec(
      words,
    )?.[1]
  const owner = belongs ? context.roleOf(belongs) : 'unknown'
  if (owner !== 'unknown') return owner
  const named =
    /(?:^|[,;:)] ?)(?:the )?([\w.&’' -]{2,40}?)(?:,? (?:\(i\)|\(a\)|will|shall|hereby|exclusively|solely|and its licensors|or its licensors)){0,3}:? (?:\((?:i|a)\) )?(?:owns?|retains?)\b/i.exec(
      words,
    )?.[1]
  const role = named
    ? context.roleOf(
        named
          .replace(/^(?:as between [^,]*,)/i, '')
          .split(/\b(?:agrees?|acknowledges?|confirms?) that /i)
          .at(-1) ?? named,
      )
    : 'unknown'
  return role !== 'unknown' ? role : context.subjectOf(unit)
}

const nearby = (context: ReadingContext, unit: Unit) =>
  context.units
    .slice(Math.max(0, unit.index - 2), unit.index + 3)
    .map((other) => other.plain)
    .join(' ')

function splitByOwner<T extends { value: OutputOwnership }>(found: T[]): T[][] {
  return Party.options.map((party) => found.filter((one) => one.value.owner === party))
}
