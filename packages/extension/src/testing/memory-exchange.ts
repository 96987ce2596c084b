/** Exchange files in memory, for tests of views. */
import { failed, passed, RecordId } from '@cyber-prevent/core';
import * as v from 'valibot';
import type {
  ColleagueCard,
  ExchangeAsked,
  ExchangeSeen,
  ExchangeService,
  RestoreCount,
} from '../ports/services.js';

export const TEST_CARD: ColleagueCard = {
  version: 1,
  officer: v.parse(RecordId, '0ff1ce00-0000-4000-8000-000000000002'),
  name: 'DS Ines Marlow',
  number: '2210',
  force: '43',
  role: 'Regional cyber Prevent officer',
  signingKey: 'A'.repeat(43),
  exchangeKey: 'B'.repeat(43),
};
const FINGERPRINT = '55555 10293 84756 56473 82910 01928 37465 64738';

export interface MemoryExchange extends ExchangeService {
  seen: ExchangeSeen;
  count: RestoreCount;
  readonly asked: ExchangeAsked[];
  readonly taken: string[];
  readonly ended: RecordId[];
}

export function memoryExchange(): MemoryExchange {
  const exchange: MemoryExchange = {
    seen: {
      id: v.parse(RecordId, 'e8c4a49e-0000-4000-8000-000000000001'),
      purpose: 'share',
      from: TEST_CARD,
      fingerprint: FINGERPRINT,
      madeAt: '2026-11-20T10:00:00.000Z',
      batches: 3,
      subject: v.parse(RecordId, '5b1ec700-0000-4000-8000-000000000001'),
      isHeld: false,
      cases: [],
      changes: [],
      endings: [],
      requests: [],
    },
    count: { taken: 3, held: 0, records: 2, conflicts: [], leftOut: 0, unended: 0 },
    asked: [],
    taken: [],
    ended: [],
    async readCard(text) {
      if (text === 'no card')
        return failed({ code: 'card-unreadable', severity: 'error', message: 'Not a card.' });
      return passed({ card: TEST_CARD, fingerprint: FINGERPRINT });
    },
    async make(asked) {
      exchange.asked.push(asked);
      return { device: 'e8c4a49e', content: new TextEncoder().encode('sealed') };
    },
    look: async () => exchange.seen,
    async takeIn(file, _, __, ended = []) {
      exchange.taken.push(await file.text());
      exchange.ended.push(...ended);
      return exchange.count;
    },
  };
  return exchange;
}
