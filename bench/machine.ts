/** The machine that was measured on: without it the figures mean nothing. */
import { arch, cpus, loadavg, platform, totalmem } from 'node:os';
import { tenths } from './figures.ts';

export interface Machine {
  readonly processor: string;
  readonly coreCount: number;
  readonly memoryGb: number;
  readonly platform: string;
  readonly node: string;
  /** Load averages over 1, 5 and 15 minutes, before the start. */
  readonly load: readonly number[];
}

export function machine(): Machine {
  const [first] = cpus();
  return {
    processor: first?.model ?? 'unknown',
    coreCount: cpus().length,
    memoryGb: tenths(totalmem() / 2 ** 30),
    platform: `${platform()} ${arch()}`,
    node: process.version,
    load: loadavg().map(tenths),
  };
}
