/** Backups in memory, for tests of views: the test sets their answers, and can delay or refuse each. */
import type { Issue } from '@cyber-prevent/core';
import { PreventError } from '@cyber-prevent/core';
import type {
  BackupSeen,
  BackupService,
  LastBackup,
  RestoreCount,
  Watched,
} from '../ports/services.js';

export interface MemoryBackup extends BackupService {
  lastMade: LastBackup | undefined;
  seen: BackupSeen;
  count: RestoreCount;
  /** The refusal of the next piece of work. */
  refusal: Issue | undefined;
  /** True to make work wait half-way until it is stopped. */
  isHeldUp: boolean;
  /** The requests, in order. */
  readonly asked: string[];
}

export function memoryBackup(): MemoryBackup {
  const work = async (name: string, { onProgress, signal }: Watched): Promise<void> => {
    backup.asked.push(name);
    if (backup.refusal) throw new PreventError('CP_ENVELOPE_UNREADABLE', backup.refusal.message);
    onProgress(1, 2);
    if (backup.isHeldUp)
      await new Promise((_, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason as Error));
      });
  };
  const backup: MemoryBackup = {
    lastMade: undefined,
    seen: {
      madeAt: '2026-11-20T10:00:00.000Z',
      kind: 'practice',
      officer: 'DC Rowan Thackeray',
      isThisVault: true,
      batches: 12,
      records: 7,
      copies: 0,
      left: 0,
      disposedSince: 0,
      changed: 0,
      unconfirmed: [],
    },
    count: { taken: 3, held: 9, records: 2, conflicts: [], leftOut: 0, unended: 0 },
    refusal: undefined,
    isHeldUp: false,
    asked: [],
    last: async () => backup.lastMade,
    async make(watched) {
      await work('make', watched);
      backup.lastMade = { at: '2026-11-24T14:30:00.000Z', saves: 0 };
      return { device: 'de71ce00', content: new TextEncoder().encode('sealed') };
    },
    async drill(_, __, watched) {
      await work('drill', watched);
      return backup.seen;
    },
    async restore(_, __, disposed, watched) {
      await work(`restore ${disposed}`.trim(), watched);
      return backup.count;
    },
    async moveHere(_, __, disposed, watched) {
      await work(`move ${disposed}`.trim(), watched);
      return backup.count;
    },
    disposalList: async () => ({ device: 'de71ce00', content: '{}\n' }),
  };
  return backup;
}
