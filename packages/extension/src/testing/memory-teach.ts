/** Teaching in memory, for tests of views: the real steps without a worker, and a page that points on command. */
import type { Adapter, Host } from '@cyber-prevent/core';
import type { PagePointed, TeachService } from '../ports/teach-service.js';
import { parsePage } from '../sandbox/parse-page.js';
import { parseSettings } from '../sandbox/parse-settings.js';
import { teachAnswer } from '../sandbox/teach-page.js';
import { readTeachReply } from '../sandbox/teach-reply.js';

export interface MemoryTeachOptions {
  readonly host: Host;
  /** The adapters in use when a page is read again. */
  readonly adapters: () => Promise<readonly Adapter[]>;
}

export interface MemoryTeach extends TeachService {
  /** Acts like the officer who points on the page and presses the keys. */
  point(pointed: PagePointed | undefined): void;
  readonly shown: string[];
}

export function memoryTeach({ host, adapters }: MemoryTeachOptions): MemoryTeach {
  const heard = new Set<(pointed: PagePointed | undefined) => void>();
  const shown: string[] = [];
  return {
    ask: async (order) =>
      readTeachReply<(typeof order)['kind']>(order.kind, JSON.stringify(teachAnswer(order))),
    readAgain: async (page) =>
      parsePage({
        kind: 'snapshot',
        pieces: [page],
        settings: parseSettings(host, await adapters()),
      }).result,
    watch: async () => true,
    onPoint(listener) {
      heard.add(listener);
      return () => heard.delete(listener);
    },
    async show(value) {
      if (value) shown.push(value.text);
      return true;
    },
    stop: async () => undefined,
    shown,
    point(pointed) {
      for (const listener of heard) listener(pointed);
    },
  };
}
