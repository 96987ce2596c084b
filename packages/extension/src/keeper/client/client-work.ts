/** Unfinished work from a page's side. */
import type { UnfinishedWork } from '../../ports/services.js';
import type { Line } from './line.js';

export function clientWork(line: Line): UnfinishedWork {
  return {
    save: (key, value, seen) => line.ask('work-save', [key, value, seen]),
    load: (key) => line.ask('work-load', [key]),
    keys: () => line.ask('work-keys', []),
    discard: (key) => line.ask('work-discard', [key]),
    subscribe: (listener) =>
      line.subscribe((news) => {
        if (news.name === 'work') listener(news.key);
      }),
  };
}
