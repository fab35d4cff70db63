import path from 'node:path'
import type { House, HouseConfig } from '#app/services/house.server.ts'

const root = path.dirname(import.meta.dirname)

/** Without a setting the register is the one that `npm start` serves, wherever the command was typed. */
const dataFolderDefault = () => path.join(root, 'data')

/** The settings of the environment. */
export async function settings() {
  const { readConfig } = await import('#app/services/config.server.ts')
  return readConfig({ CARVEOUT_DATA: dataFolderDefault(), ...process.env })
}

/** Opens a register; whoever does closes it. With `jobs` it does what waits there, too. */
export async function openRegister(config: HouseConfig, { jobs }: { jobs: boolean }): Promise<House> {
  const { default: pino } = await import('pino')
  const { openHouse } = await import('#app/services/house.server.ts')
  const house = await openHouse(config, {
    root,
    log: pino({ level: 'warn' }, pino.destination(2)),
    work: jobs,
  })
  if (jobs) {
    const { takeOnJobs } = await import('#app/services/work.server.ts')
    takeOnJobs(house)
  }
  return house
}

/** Opens the register that the settings name, does the work, and closes it whatever happens. */
export async function withRegister<T>(work: (house: House) => Promise<T>, { jobs = false } = {}): Promise<T> {
  const house = await openRegister(await settings(), { jobs })
  try {
    return await work(house)
  } finally {
    await house.close()
  }
}
