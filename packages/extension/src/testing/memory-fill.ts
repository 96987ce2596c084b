/** A fill service over a page in HTML, for tests of views: read like a page, typed into a map. */
import { type Adapter, failed, knowsLabel, passed, readPage } from '@cyber-prevent/core';
import {
  type ControlFacts,
  type FillOutcome,
  type FillStep,
  findReferences,
  nameForm,
} from '@cyber-prevent/core/fill';
import { snapshotOfHtml } from '@cyber-prevent/core/page/html';
import type { GrantedTab } from '../ports/capture-service.js';
import type { FillService } from '../ports/fill-service.js';

export interface MemoryFill extends FillService {
  /** Subscribes to presses, as the capture service of a page of ours does. */
  subscribe(listener: (tab: GrantedTab) => void): () => void;
  /** Presses the action on a page with this HTML. */
  press(html: string): void;
  /** Changes the address of the page in the tab. */
  goTo(url: string): void;
  /** The text in each box that was typed into, by its selector. */
  readonly typed: ReadonlyMap<string, string>;
  /** The box that is shown on the page. */
  shown(): string | undefined;
  /** The page sends its contents by itself. */
  sends(): void;
}

export interface MemoryFillOptions {
  readonly url?: string;
  readonly adapters?: readonly Adapter[];
  /** The outcome of a step, unless the value is simply there; a page may take its time. */
  readonly outcome?: (step: FillStep) => FillOutcome | undefined | Promise<FillOutcome | undefined>;
}

export function memoryFill(options: MemoryFillOptions = {}): MemoryFill {
  const { adapters = [], outcome } = options;
  let { url = 'https://rms.example.org/contact' } = options;
  const listeners = new Set<(tab: GrantedTab) => void>();
  const typed = new Map<string, string>();
  const watching = new Set<() => void>();
  let hasSent = false;
  let html: string | undefined;
  let presses = 0;
  let shown: string | undefined;
  const standing = (facts: ControlFacts): ControlFacts => {
    const value = typed.get(facts.target.selector);
    return value === undefined ? facts : { ...facts, value };
  };
  return {
    typed,
    shown: () => shown,
    sends() {
      hasSent = true;
      for (const onSent of [...watching]) onSent();
      watching.clear();
    },
    hasSent: async () => hasSent,
    watch(_, onSent) {
      watching.add(onSent);
      return () => watching.delete(onSent);
    },
    press(next) {
      html = next;
      presses += 1;
      for (const listener of [...listeners])
        listener({ tabId: 1, windowId: 1, way: 'page', press: presses });
    },
    goTo(next) {
      url = next;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async read(_, kind) {
      if (html === undefined) return failed(NO_PAGE);
      const snapshot = snapshotOfHtml(html, { url });
      const reading = readPage(snapshot, { knows: knowsLabel });
      const form = nameForm(snapshot, reading, { kind, adapters });
      return passed({
        tabId: 1,
        form,
        facts: form.controls.map(({ control }) => standing(control.facts)),
        system: form.adapter?.title ?? new URL(url).host,
        url: form.url,
        references: findReferences(snapshot, reading, { kind, adapters }).map(({ text }) => text),
      });
    },
    async fill(_, steps, { onStep, signal } = {}) {
      const outcomes: FillOutcome[] = [];
      hasSent = false;
      for (const step of steps) {
        if (signal?.aborted) break;
        const said = (await outcome?.(step)) ?? typing(step, typed);
        outcomes.push(said);
        onStep?.(said);
        if (said.kind === 'stopped') break;
      }
      return outcomes;
    },
    async undo() {
      const back = [...typed.keys()].map((id): FillOutcome => ({ id, kind: 'done', now: '' }));
      typed.clear();
      return back;
    },
    async point(_, target) {
      shown = target?.selector;
      return true;
    },
    async release() {
      typed.clear();
    },
  };
}

function typing({ id, target, act }: FillStep, typed: Map<string, string>): FillOutcome {
  const now = act.kind === 'tick' ? String(act.isTicked) : act.text;
  typed.set(target.selector, act.kind === 'choose' ? act.value : now);
  return { id, kind: 'done', now };
}

const NO_PAGE = {
  code: 'grant-gone',
  severity: 'error',
  message: 'This page can no longer be read. Press the toolbar button on this page.',
} as const;
