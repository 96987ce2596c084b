/** The log over a store in memory, for tests of views: the keeper’s own desk, with its own key. */
import type { RecordId, RecordKind, RecordStore } from '@cyber-prevent/core';
import { logDesk } from '../keeper/desk/log-desk.js';
import { searchDigests } from '../keeper/desk/search-digest.js';
import type { LogService } from '../ports/log-service.js';
import type { UnfinishedWork } from '../ports/services.js';

export function memoryLogService(
  store: RecordStore,
  officer: RecordId,
  work: Pick<UnfinishedWork, 'load' | 'save' | 'discard'>,
): LogService {
  const key = crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256', length: 256 }, false, [
    'sign',
  ]);
  const desk = logDesk({
    store,
    officer,
    write: (change) => change(store),
    digestOf: async (words) => searchDigests(work, await key).of(words),
  });
  return {
    async open(whose, reason) {
      const { log, kinds } = await desk.open(whose, reason);
      return {
        kinds: new Map(Object.entries(kinds) as [RecordId, RecordKind][]),
        read: (...asked) => desk.read(log, ...asked),
        disclose: (...asked) => desk.disclose(log, ...asked),
      };
    },
    noteSearch: desk.noteSearch,
  };
}
