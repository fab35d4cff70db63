import PostalMime from 'postal-mime'

/** Attachments that are papers; pictures of signatures and calendar invitations are not. */
const paper = /\.(?:pdf|docx|html?|md|txt)$/i

/** The papers that a mail brings, or why there are none. */
export async function papersOfMail(
  mail: Uint8Array,
): Promise<{ fileName: string; bytes: Uint8Array }[] | string> {
  try {
    const { attachments } = await PostalMime.parse(mail, { attachmentEncoding: 'arraybuffer' })
    const papers = attachments.flatMap(({ filename, content }) =>
      filename && paper.test(filename) && content instanceof ArrayBuffer
        ? [{ fileName: filename, bytes: new Uint8Array(content) }]
        : [],
    )
    return papers.length > 0
      ? papers
      : 'Nothing is attached that is a paper (PDF, Word, HTML, Markdown, text).'
  } catch {
    return 'It is no mail that can be read.'
  }
}
