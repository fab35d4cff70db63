/** Wakes those who rest between two looks for work. */
export interface Bell {
  ring(): void
  /** Resolves at the next ring. */
  rest(): Promise<void>
}

export function createBell(): Bell {
  let wake = () => {}
  let rest = new Promise<void>((resolve) => {
    wake = resolve
  })
  return {
    ring() {
      wake()
      rest = new Promise<void>((resolve) => {
        wake = resolve
      })
    },
    rest: () => rest,
  }
}

export const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
