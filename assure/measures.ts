/** Every measure, in the order of running. */
import { audit } from './audit.ts';
import { blobs } from './blobs.ts';
import { clock } from './clock.ts';
import { damage } from './damage.ts';
import { diskSync } from './disk-sync.ts';
import { disposal } from './disposal.ts';
import { endless } from './endless.ts';
import { fullDisk } from './full-disk.ts';
import { fuzz } from './fuzz.ts';
import { hostile } from './hostile.ts';
import { hunt } from './hunt.ts';
import { keeperDeath } from './keeper-death.ts';
import { kill } from './kill.ts';
import type { Measure } from './measure.ts';
import { saveTwice } from './save-twice.ts';
import { tamper } from './tamper.ts';
import { tornTail } from './torn-tail.ts';
import { traffic } from './traffic.ts';
import { twoWindows } from './two-windows.ts';

export const MEASURES: readonly Measure[] = [
  kill,
  tornTail,
  damage,
  diskSync,
  keeperDeath,
  saveTwice,
  fullDisk,
  twoWindows,
  hunt,
  tamper,
  disposal,
  blobs,
  audit,
  clock,
  fuzz,
  hostile,
  traffic,
  endless,
];
