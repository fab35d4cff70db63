import pino from 'pino'
import { readConfig } from '#app/services/config.server.ts'
import { type House, openHouse } from '#app/services/house.server.ts'

/** Opens the register that the settings name, does the work, and closes it whatever happens. */
export async function withRegister<T>(work: (house: House) => Promise<T>): Promise<T> {
  const house = await openHouse(readConfig(process.env), pino({ level: 'warn' }, pino.destination(2)))
  try {
    return await work(house)
  } finally {
    await house.close()
  }
}
