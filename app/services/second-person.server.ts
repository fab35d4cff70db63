import type { House } from './house.server.ts'
import type { Right } from './permissions.ts'

/**
 * Names of the other people who have a right, without those named: who may do what the person in front of us may not do
 * alone. Empty when this register has one user.
 */
export async function othersWho(_house: House, _right: Right, _without: string[]): Promise<string[]> {
  return []
}
