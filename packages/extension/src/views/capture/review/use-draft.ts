/** The open draft: read from the page on the officer's press, put away at every change, there again after a restart. */
import {
  choosePerson,
  type DateOrder,
  type Decision,
  type Draft,
  type DraftRow,
  decide,
  type FieldPath,
  type Issue,
  mergeDraft,
  type Result,
  withConditionAnswer,
} from '@cyber-prevent/core';
import { type ReadonlySignal, type Signal, useSignal } from '@preact/signals';
import { useCallback, useEffect, useMemo, useRef } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import type { DateOrders } from '../../../app/date-orders.js';
import { loaded } from '../../../app/loaded.js';
import type { OpenWork } from '../../../app/open-work.js';
import { useUnfinished } from '../../../app/use-unfinished.js';
import type { GrantedTab } from '../../../ports/capture-service.js';
import type { Services, UnfinishedWork } from '../../../ports/services.js';
import { asIssue } from '../../act/as-issue.js';
import type { DraftAnswers } from './draft-answers.js';
import { dropCopies, putCopiesAway } from './page-copies.js';

/**
 * Readers and the save: not needed to paint a draft, so asked for once it is painted, and there by the time of a key.
 */
export const late = () => import('./late.js');

/** Which of two days a date is: fetched beside the reading of a page. Until it is here, every such date is asked. */
const lateDates = () => import('../../../app/date-orders.js');

interface KnownOrders {
  readonly file: Awaited<ReturnType<typeof lateDates>>;
  readonly orders: DateOrders;
}

/** Name of the piece of unfinished work that the draft is. */
export const DRAFT_KEY = 'draft';

/** Milliseconds before the panel says that it is reading: most pages are there by then, and saying so costs a frame. */
const SLOW_MS = 200;

export interface DraftState extends DraftAnswers {
  readonly draft: Signal<Draft | null>;
  readonly work: OpenWork<Draft | null>;
  readonly isReading: ReadonlySignal<boolean>;
  /** Why the last page or text could not be read. */
  readonly trouble: ReadonlySignal<readonly Issue[]>;
  /** A page was pressed while another page's draft is open: the officer chooses. */
  readonly waiting: ReadonlySignal<Draft | null>;
  add(): void;
  replace(): void;
  keep(): void;
  /** Takes in what was read elsewhere: text, a file. */
  take(result: Result<Draft>): void;
  decide(row: string, decision: Decision): void;
  /** Which comes first in a date that can be two days: for the page, and from then on for its host. A later answer replaces it. */
  settleDate(row: DraftRow, order: DateOrder): void;
  name(row: string, path: FieldPath | undefined): void;
  /** Says which person of a list it is about; null: none of them. */
  choosePerson(list: string, row: string | null): void;
  /** It is not wanted. Where that cannot be kept, it stays, and why is said. */
  discard(): Promise<void>;
  /** It is a record by now. */
  letGo(): Promise<void>;
}

export function useDraft(): DraftState {
  const { services, session } = useApp();
  const draft = useSignal<Draft | null>(null);
  const work = useUnfinished<Draft | null>(DRAFT_KEY, draft);
  const isReading = useSignal(false);
  const trouble = useSignal<readonly Issue[]>([]);
  const waiting = useSignal<Draft | null>(null);
  const seenPress = useRef(0);
  const known = useRef<KnownOrders | undefined>(undefined);

  const take = useCallback((result: Result<Draft>): void => {
    if (!result.ok) {
      trouble.value = result.issues;
      return;
    }
    trouble.value = [];
    const open = draft.value;
    // What is said of the save before this draft would read as if it were said of this one.
    if (!open) session.unsay();
    const read = settled(result.value, known.current);
    if (!open) draft.value = read;
    else if (isSamePage(open, read)) draft.value = joined(open, read, known.current);
    else waiting.value = read;
  }, []);

  useEffect(() => {
    let gone = false;
    const kind = session.open.value?.kind;
    const read = async (tab: GrantedTab): Promise<void> => {
      if (tab.press <= seenPress.current) return;
      seenPress.current = tab.press;
      const slow = setTimeout(() => {
        isReading.value = true;
      }, SLOW_MS);
      // What was put away has to be there before the page joins it, not before the page is read.
      const [result, orders] = await Promise.all([
        services.capture.fromTab(tab),
        // Without them dates are asked: that is no failure of the capture.
        knownOrders(services).catch(() => undefined),
        work.flush(),
      ]);
      known.current = orders;
      clearTimeout(slow);
      if (gone) {
        const isSameVault = session.open.value?.kind === kind;
        if (result.ok && isSameVault)
          await putAside(services.work, settled(result.value, orders)).catch(() => undefined);
        return;
      }
      isReading.value = false;
      take(result);
      markPainted(tab.press);
      if (result.ok)
        afterPaint(
          () =>
            void orders?.file
              .keepProvedOrders(services, result.value.origins)
              .catch(() => undefined),
        );
      // Only so that it is there sooner: what needs it asks for it again, and says when it is gone.
      afterPaint(() => void late().catch(() => undefined));
    };
    void services.capture.granted().then((tab) => tab && read(tab));
    const stop = services.capture.subscribe((tab) => void read(tab), true);
    return () => {
      gone = true;
      stop();
      void services.capture.highlight(undefined);
    };
  }, [services, work, take]);

  const pages = draft.value?.origins.map(({ id }) => id).join();
  useEffect(() => {
    const open = draft.value;
    // Its pages are put away once it is painted; the copy is not worth a failure that the officer is told of.
    if (open) afterPaint(() => void putCopiesAway(services, open).catch(() => undefined));
  }, [services, pages]);

  const now = (): Draft['updatedAt'] => services.host.clock.now();
  return useMemo(
    () => ({
      draft,
      work,
      isReading,
      trouble,
      waiting,
      add() {
        const { value: page } = waiting;
        // The draft that was open may be a record by now: then the page is a draft of its own.
        if (page) draft.value = draft.value ? joined(draft.value, page, known.current) : page;
        waiting.value = null;
      },
      replace() {
        draft.value = waiting.value;
        waiting.value = null;
      },
      keep() {
        waiting.value = null;
      },
      take,
      decide(row, decision) {
        if (draft.value) draft.value = decide(draft.value, row, decision, now());
      },
      settleDate({ origin }, order) {
        void loaded(lateDates()).then(async (file) => {
          if (!file.ok) {
            trouble.value = [...file.issues];
            return;
          }
          const open = draft.value;
          const page = open?.origins.find(({ id }) => id === origin);
          if (!open || !page) return;
          draft.value = file.value.answered(open, origin, order, now());
          // It holds for this draft; where it cannot be kept, another page of the host asks again.
          await file.value.keepDateOrder(services, page, order).catch(() => undefined);
          known.current = await knownOrders(services).catch(() => known.current);
        });
      },
      name(row, path) {
        void loaded(late()).then((file) => {
          if (!file.ok) trouble.value = [...file.issues];
          else if (draft.value) draft.value = file.value.assignPath(draft.value, row, path, now());
        });
      },
      choosePerson(list, row) {
        if (draft.value) draft.value = choosePerson(draft.value, list, row, now());
      },
      condition(need, answer) {
        if (draft.value) draft.value = withConditionAnswer(draft.value, need, answer);
      },
      authority(answer) {
        if (draft.value) draft.value = { ...draft.value, authority: answer };
      },
      async discard() {
        const open = draft.value;
        const over = work.discard();
        draft.value = null;
        trouble.value = [];
        try {
          await over;
        } catch (error) {
          draft.value ??= open;
          trouble.value = [asIssue(error)];
          return;
        }
        if (open) await dropCopies(services, open).catch(() => undefined);
      },
      async letGo() {
        const open = draft.value;
        const over = work.letGo();
        draft.value = null;
        trouble.value = [];
        await over;
        if (open) await dropCopies(services, open).catch(() => undefined);
      },
    }),
    [work, take],
  );
}

async function knownOrders(services: Pick<Services, 'work'>): Promise<KnownOrders> {
  const file = await lateDates();
  return { file, orders: await file.dateOrders(services).catch(() => ({})) };
}

function settled(draft: Draft, known: KnownOrders | undefined): Draft {
  return known ? known.file.settledByHost(draft, known.orders) : draft;
}

/** Another page of the same host may say how the dates of the first are read. */
function joined(open: Draft, read: Draft, known: KnownOrders | undefined): Draft {
  return settled(mergeDraft(open, read), known && { ...known, orders: {} });
}

/** Pressing again on the page that the draft came from is a second look, not another page. */
function isSamePage(open: Draft, read: Draft): boolean {
  const [page] = read.origins;
  return (
    page !== undefined &&
    page.way !== 'paste' &&
    page.way !== 'typed' &&
    open.origins.some(({ url, way }) => url === page.url && way === page.way)
  );
}

/** The screen was left while the page was read: no press is lost, and the page is there when the officer comes back. */
async function putAside(work: UnfinishedWork, read: Draft): Promise<void> {
  const held = await work.load(DRAFT_KEY);
  const open = held?.value as Draft | null | undefined;
  // Whether another page joins an open draft is the officer’s to say.
  if (open && !isSamePage(open, read)) return;
  await work.save(DRAFT_KEY, open ? mergeDraft(open, read) : read, held?.version ?? 0);
}

/** Milliseconds from the press to the painted draft, where a measuring run can read it. */
function markPainted(press: number): void {
  afterPaint(() =>
    performance.measure('cp-press-to-draft', {
      start: Math.max(0, press - performance.timeOrigin),
      end: performance.now(),
      // The press that opened this panel came before anything that can be counted from here.
      detail: { press },
    }),
  );
}

/** In the first task after the next frame. */
function afterPaint(act: () => void): void {
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      act();
    };
    port2.postMessage(null);
  });
}
