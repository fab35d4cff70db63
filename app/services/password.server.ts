import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import * as common from '@zxcvbn-ts/language-common'
import { passwordLength } from './auth.server.ts'

let guesser: ZxcvbnFactory | undefined
/** Made when first needed: its lists of common passwords weigh some megabytes. */
const guess = () => {
  guesser ??= new ZxcvbnFactory({ dictionary: common.dictionary, graphs: common.adjacencyGraphs })
  return guesser
}

/**
 * Why a password can't be taken, as a sentence; null when it is fine. Length first, then whether it can be guessed: common
 * passwords, keyboard rows, dates, repeats, and the person's own name and address.
 */
export function passwordProblem(password: string, about: string[]): string | null {
  if (password.length < passwordLength.least)
    return `Take at least ${passwordLength.least} characters. A few unrelated words do well.`
  if (password.length > passwordLength.most) return `Take at most ${passwordLength.most} characters.`
  const own = about.flatMap((words) => [words, ...words.split(/[\s@.]+/)]).filter((word) => word.length > 2)
  const { score } = guess().check(password.slice(0, 100), [...own, 'carveout'])
  return score < 3 ? 'That password is easy to guess. A few unrelated words do well.' : null
}
