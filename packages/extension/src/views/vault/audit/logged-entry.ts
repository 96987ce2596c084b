/** An entry of the log, as the store returns it. */

import type { RecordStore } from '@cyber-prevent/core';

export type LoggedEntry = Awaited<ReturnType<RecordStore['audit']>>[number];
