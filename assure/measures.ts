/** Every measure, in the order in which they are run. */
import { damage } from './damage.ts';
import { diskSync } from './disk-sync.ts';
import { fullDisk } from './full-disk.ts';
import { keeperDeath } from './keeper-death.ts';
import { kill } from './kill.ts';
import type { Measure } from './measure.ts';
import { tornTail } from './torn-tail.ts';
import { twoWindows } from './two-windows.ts';

export const MEASURES: readonly Measure[] = [
  kill,
  tornTail,
  damage,
  diskSync,
  keeperDeath,
  fullDisk,
  twoWindows,
];
