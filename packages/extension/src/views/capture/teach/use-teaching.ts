/** A teaching in a view: its page, the answers, and the elements that the officer points at. Stored at every change. */
import { codeLabel, type Issue, type RecordId } from '@cyber-prevent/core';
import { type ReadonlySignal, type Signal, useSignal } from '@preact/signals';
import { useCallback, useEffect, useRef } from 'preact/hooks';
import { useApp, useOpenVault } from '../../../app/app.js';
import type { OpenWork } from '../../../app/open-work.js';
import { useUnfinished } from '../../../app/use-unfinished.js';
import { DRAFT_KEY } from '../../../app/work-keys.js';
import type { PagePointed, TeachService } from '../../../ports/teach-service.js';
import { saidAgain, valueAgain } from '../../../sandbox/teach-find.js';
import type { Said, TeachPage } from '../../../sandbox/teach-order.js';
import { copyOf } from '../review/page-copies.js';
import { PAGE_KEY, TEACH_KEY } from '../review/teach-key.js';
import { pointedValues } from './heard.js';
import { hostOf, type Masked, maskedIn, startingAbout, type Teaching } from './teaching.js';

/** `unread` until the page has been looked for; `nothing` if there is none, `another` if two pages are to be taught. */
type Standing = 'unread' | 'nothing' | 'no-copy' | 'another' | 'ready';

export interface TeachingState {
  readonly teaching: Signal<Teaching | null>;
  readonly work: OpenWork<Teaching | null>;
  readonly service: ReadonlySignal<TeachService | undefined>;
  /** The page and its text, once read. */
  readonly page: ReadonlySignal<TeachPage | undefined>;
  readonly pageText: ReadonlySignal<string>;
  readonly masked: ReadonlySignal<readonly Masked[]>;
  /** True if the page can be pointed at. */
  readonly isWatched: ReadonlySignal<boolean>;
  /** Message about the last element pointed at; a new object each time. */
  readonly told: Signal<{ readonly message: string } | undefined>;
  readonly trouble: ReadonlySignal<readonly Issue[]>;
  readonly standing: ReadonlySignal<Standing>;
  change(part: Partial<Teaching>): void;
  /** Answers “What is this?”, or closes the question. */
  answer(said?: Said): void;
  goOn(): void;
  beginAnew(): void;
  discard(): Promise<void>;
}

export function useTeaching(capture: RecordId | undefined): TeachingState {
  const { services } = useApp();
  const { officer } = useOpenVault();
  const teaching = useSignal<Teaching | null>(null);
  const work = useUnfinished<Teaching | null>(TEACH_KEY, teaching);
  const service = useSignal<TeachService | undefined>(undefined);
  const page = useSignal<TeachPage | undefined>(undefined);
  const pageText = useSignal('');
  const masked = useSignal<readonly Masked[]>([]);
  const isWatched = useSignal(false);
  const told = useSignal<{ readonly message: string } | undefined>(undefined);
  const trouble = useSignal<readonly Issue[]>([]);
  const standing = useSignal<Standing>('unread');
  const isGone = useRef(false);

  const change = useCallback((part: Partial<Teaching>): void => {
    if (teaching.value) teaching.value = { ...teaching.value, ...part };
  }, []);
  const stand = useCallback(
    async (text: string, read: TeachPage, id: RecordId): Promise<void> => {
      const kept = await services.work.load(PAGE_KEY);
      if (kept?.value !== text) await services.work.save(PAGE_KEY, text, kept?.version ?? 0);
      // Left in the meantime: nobody would notice the pointing.
      if (isGone.current) return;
      pageText.value = text;
      page.value = read;
      const before = teaching.value;
      const force = codeLabel(services.lists, 'force', officer.force);
      teaching.value = before
        ? { ...before, capture: id, said: before.said.map((each) => onPage(each, read)) }
        : {
            capture: id,
            system: hostOf(read.url),
            said: [],
            hidden: [],
            about: startingAbout(read, force),
            seed: Number.parseInt(services.host.random.salt(6), 16),
            step: 'values',
          };
      standing.value = 'ready';
      isWatched.value = (await service.value?.watch(id)) ?? false;
    },
    [services, officer],
  );

  const read = useCallback(
    async (isAnew: boolean): Promise<void> => {
      service.value = await services.teach();
      await work.flush();
      masked.value = maskedIn((await services.work.load(DRAFT_KEY))?.value);
      const before = isAnew ? null : teaching.value;
      const fresh = capture && (await copyOf(services, capture));
      const isKept = before !== null && (capture === undefined || capture === before.capture);
      const held = isKept || !fresh ? (await services.work.load(PAGE_KEY))?.value : undefined;
      const text = (isKept ? held : undefined) ?? fresh ?? (before ? held : undefined);
      if (typeof text !== 'string') {
        standing.value = capture ? 'no-copy' : 'nothing';
        return;
      }
      const answer = await service.value.ask({ kind: 'read', page: text });
      if (isGone.current) return;
      if (!answer.ok) {
        trouble.value = answer.issues;
        standing.value = 'no-copy';
        return;
      }
      const id = text === fresh ? capture : (before?.capture ?? capture);
      if (before && before.system !== hostOf(answer.value.url)) {
        standing.value = 'another';
        return;
      }
      if (isAnew) teaching.value = null;
      if (id) await stand(text, answer.value, id);
    },
    [services, capture, work, stand],
  );

  useEffect(() => {
    isGone.current = false;
    void read(false).catch(() => {
      standing.value = 'no-copy';
    });
    return () => {
      isGone.current = true;
      void service.value?.stop();
    };
  }, [read]);

  const hear = useCallback((pointed: PagePointed | undefined): void => {
    if (!page.value || !teaching.value) return;
    if (pointed) isWatched.value = true;
    const outcome = pointedValues(pointed, page.value, teaching.value.system, masked.value);
    told.value = typeof outcome === 'string' ? { message: outcome } : undefined;
    if (typeof outcome !== 'string') change({ step: 'values', picked: outcome });
  }, []);
  useEffect(() => service.value?.onPoint(hear), [service.value, hear]);

  return {
    teaching,
    work,
    service,
    page,
    pageText,
    masked,
    isWatched,
    told,
    trouble,
    standing,
    change,
    answer(said) {
      if (!teaching.value) return;
      const { picked: _, ...rest } = teaching.value;
      teaching.value = { ...rest, said: said ? saidAgain(rest.said, said) : rest.said };
    },
    goOn() {
      void services.work.load(PAGE_KEY).then(async (held) => {
        const text = held?.value;
        const before = teaching.value;
        if (typeof text !== 'string' || !before) return;
        const answer = await service.value?.ask({ kind: 'read', page: text });
        if (answer?.ok) await stand(text, answer.value, before.capture);
      });
    },
    beginAnew: () => void read(true),
    async discard() {
      await service.value?.stop();
      const over = work.discard();
      teaching.value = null;
      await over;
      await services.work.discard(PAGE_KEY);
    },
  };
}

/** An answer with the value from this copy of the page; unchanged if the copy lacks the value. */
function onPage(said: Said, { values }: TeachPage): Said {
  const value = said.value.id === '' ? undefined : valueAgain(said.value, values);
  return value ? { ...said, value } : said;
}
