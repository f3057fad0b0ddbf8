import { parseArgs } from 'node:util';
import type { SeedSize } from './seed';

/** What `npm start --` was asked for. */
export interface StartOptions {
  readonly fresh: boolean;
  readonly web: boolean;
  readonly processes: number;
  readonly size: SeedSize;
  /** Seeds a database that was given by address, which otherwise is left as it is. */
  readonly seed: boolean;
}

const maxProcesses = 16;

/** Reads the command line. Throws with one sentence on anything it does not know. */
export function readStartOptions(args: readonly string[]): StartOptions {
  const { values } = parseArgs({
    args: [...args],
    allowNegative: true,
    options: {
      fresh: { type: 'boolean', default: false },
      web: { type: 'boolean', default: true },
      processes: { type: 'string', default: '1' },
      size: { type: 'string', default: 'small' },
      seed: { type: 'boolean', default: false },
    },
  });
  const processes = Number(values.processes);
  if (!Number.isInteger(processes) || processes < 1 || processes > maxProcesses) {
    throw new Error(`--processes is a whole number from 1 to ${maxProcesses}.`);
  }
  if (values.size !== 'small' && values.size !== 'county') throw new Error('--size is small or county.');
  return { fresh: values.fresh, web: values.web, processes, size: values.size, seed: values.seed };
}
