/** The log from a page's side: every call goes to the keeper. */
import type { RecordId, RecordKind } from '@cyber-prevent/core';
import { type LogService, MOST_SHOWN } from '../../ports/log-service.js';
import { deepFreeze } from '../freeze.js';
import type { Line } from './line.js';

/** As the verb takes them. */
const MOST_LETTERS = 2000;

export function clientLog(line: Pick<Line, 'ask'>): LogService {
  return {
    async open(whose, reason) {
      const { log, kinds } = await line.ask('log-open', [whose, reason]);
      return {
        kinds: new Map(Object.entries(kinds) as [RecordId, RecordKind][]),
        read: async (filter, from, most) =>
          deepFreeze(await line.ask('log-read', [log, { ...filter }, from, most])),
        disclose: async (filter, { reason: why, recipients }) =>
          deepFreeze(
            await line.ask('log-disclose', [
              log,
              { ...filter },
              { reason: why, recipients: [...recipients] },
            ]),
          ),
      };
    },
    noteSearch: async ({ words, shown, fields = [] }) => {
      await line.ask('note-search', [
        // However much was typed, it is logged.
        words.slice(0, MOST_LETTERS),
        shown.slice(0, MOST_SHOWN),
        fields.slice(0, MOST_SHOWN),
      ]);
    },
  };
}
