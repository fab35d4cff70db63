import net from 'node:net'

/** What a reader process is given of the environment: where programs and temporary files are, and how words sort. No secret, no address of a database. */
const given = /^(?:PATH|HOME|TMPDIR|TMP|TEMP|TZ|LANG|LC_\w{1,40}|SYSTEMROOT|WINDIR)$/i

/** The environment of a reader process, out of that of its parent. */
export function readerEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { NODE_ENV, ...others } = env
  const kept = Object.entries(others).filter(([name]) => given.test(name))
  return { NODE_ENV, ...Object.fromEntries(kept) }
}

/** Takes the network from this process: whatever a file asks for, nothing outside is opened. */
export function closeNetwork(): void {
  net.Socket.prototype.connect = () => {
    throw new Error('A reader has no network.')
  }
}
