/**
 * `npm run fuzz [-- --cases N --seed S]`: importers and readers on files that chance made out of ours. The same seed makes the
 * same files. It ends with 1 on a crash, a hang, a reading that is none, or memory that only grows.
 */
import { Command } from 'commander'
import { fuzz } from '../test/hostile/fuzz.ts'

const options = new Command()
  .option('--cases <n>', 'how many files', '2000')
  .option('--seed <n>', 'a whole number', '20261125')
  .parse()
  .opts<{ cases: string; seed: string }>()

const result = await fuzz({ cases: Number(options.cases), seed: Number(options.seed) })
console.log(
  `${result.cases} files: ${result.read} read, ${result.refused} refused with a code; memory grew by ${result.grownMb} MB, the slowest took ${result.slowestMs} ms of processor time (seed ${options.seed})`,
)
for (const fault of result.faults) console.error(fault)
if (result.faults.length > 0) process.exitCode = 1
