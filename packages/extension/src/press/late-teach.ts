/** Teaching, assembled for this page of ours at its first use. */
import type { RecordId } from '@cyber-prevent/core';
import { createHighlighter } from '../page/highlight.js';
import { createPointing } from '../page/pointing/point-at.js';
import type { TeachService } from '../ports/teach-service.js';
import { askTeacher } from '../sandbox/teach-client.js';
import type { TeachOrder } from '../sandbox/teach-order.js';
import { onPointPress } from './point-press.js';

export interface LateTeachOptions {
  readonly windowId: number;
  /** The tab of a capture, for as long as this page of ours remembers it. */
  readonly tabOf: (capture: RecordId) => number | undefined;
  readonly readAgain: TeachService['readAgain'];
}

export const askTeachWorker = <O extends TeachOrder>(order: O) =>
  askTeacher(chrome.runtime.getURL('parse.html'), order);

export function lateTeach({ windowId, tabOf, readAgain }: LateTeachOptions): TeachService {
  const pointing = createPointing(chrome.scripting);
  const highlighter = createHighlighter(chrome.scripting);
  let tab: number | undefined;
  // No listener of ours stays in a page that nobody is teaching.
  addEventListener('pagehide', () => void pointing.stop());
  return {
    ask: askTeachWorker,
    readAgain,
    async watch(capture) {
      const tabId = tabOf(capture) ?? tab;
      if (tabId === undefined) return false;
      tab = tabId;
      return pointing.watch(tabId);
    },
    onPoint: (listener) =>
      onPointPress(windowId, ({ tabId }) => {
        tab = tabId;
        void pointing.pointed(tabId).then(listener);
      }),
    async show(value) {
      if (value && tab !== undefined) {
        const { frame, selector, text } = value;
        return highlighter.show(tab, { frame, selector, verbatim: text }, true);
      }
      await highlighter.clear();
      return value === undefined;
    },
    async stop() {
      await highlighter.clear();
      await pointing.stop();
    },
  };
}
