import { createServer, type Server, type Socket } from 'node:net'

/** A mail server that takes everything, and keeps what it took. */
export function mailServer(mails: string[]): Server {
  return createServer((socket: Socket) => {
    let inData = false
    let mail = ''
    socket.write('220 mail.example\r\n')
    socket.on('data', (chunk) => {
      const words = chunk.toString()
      if (inData) {
        mail += words
        if (!mail.endsWith('\r\n.\r\n')) return
        mails.push(mail.replaceAll('=\r\n', '').replaceAll('=3D', '='))
        inData = false
        mail = ''
        socket.write('250 taken\r\n')
      } else if (/^DATA/i.test(words)) {
        inData = true
        socket.write('354 go on\r\n')
      } else if (/^QUIT/i.test(words)) socket.end('221 bye\r\n')
      else socket.write('250 mail.example\r\n')
    })
    socket.on('error', () => undefined)
  })
}
