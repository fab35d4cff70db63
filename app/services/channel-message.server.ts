import type { ChannelForm } from '#db/channels.ts'

interface Message {
  title: string
  lines: { head: string; more: string }[]
  /** What a program reads. */
  data: Record<string, unknown>
}

/** More than this many lines no reader of a channel takes; Slack refuses 50 blocks and more. */
const MOST = 45

/** A message as its receiver reads it: ours as data, Slack's blocks, an adaptive card for Teams. */
export function messageFor(form: ChannelForm, { title, lines, data }: Message): Record<string, unknown> {
  if (form === 'slack')
    return {
      text: title,
      blocks: [
        { type: 'header', text: { type: 'plain_text', text: title } },
        ...lines.slice(0, MOST).map(({ head, more }) => ({
          type: 'section',
          text: { type: 'mrkdwn', text: `${plain(head)}\n${plain(more)}`.slice(0, 2900) },
        })),
      ],
    }
  if (form === 'teams')
    return {
      type: 'message',
      attachments: [
        {
          contentType: 'application/vnd.microsoft.card.adaptive',
          content: {
            $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
            type: 'AdaptiveCard',
            version: '1.4',
            body: [
              { type: 'TextBlock', size: 'Medium', weight: 'Bolder', text: title },
              ...lines
                .slice(0, MOST)
                .map(({ head, more }) => ({ type: 'TextBlock', wrap: true, text: `${head} ${more}` })),
            ],
          },
        },
      ],
    }
  return data
}

/** Slack reads & < > as its own marks. */
const plain = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
