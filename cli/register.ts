import path from 'node:path'
import pino from 'pino'
import { readConfig } from '#app/services/config.server.ts'
import { type House, openHouse } from '#app/services/house.server.ts'

const root = path.dirname(import.meta.dirname)

/** Without a setting the register is the one that `npm start` serves, wherever the command was typed. */
export const dataFolderDefault = () => path.join(root, 'data')

/** Opens the register that the settings name, does the work, and closes it whatever happens. With `jobs` it does what waits there, too. */
export async function withRegister<T>(work: (house: House) => Promise<T>, { jobs = false } = {}): Promise<T> {
  const config = readConfig({ CARVEOUT_DATA: dataFolderDefault(), ...process.env })
  const house = await openHouse(config, {
    root,
    log: pino({ level: 'warn' }, pino.destination(2)),
    work: jobs,
  })
  try {
    return await work(house)
  } finally {
    await house.close()
  }
}
