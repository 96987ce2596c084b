/** The open draft: read from the page on the officer's press, stored at every change, and restored after a restart. */
import {
  choosePerson,
  type DateOrder,
  type Decision,
  type Draft,
  type DraftRow,
  decide,
  type FieldPath,
  type Issue,
  type Result,
  withConditionAnswer,
  withWordsAnswer,
} from '@cyber-prevent/core';
import { type ReadonlySignal, type Signal, useSignal } from '@preact/signals';
import { useCallback, useEffect, useMemo, useRef } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import type { DateOrders } from '../../../app/date-orders.js';
import { loadFile } from '../../../app/loaded.js';
import type { OpenWork } from '../../../app/open-work.js';
import { useUnfinished } from '../../../app/use-unfinished.js';
import { DRAFT_KEY } from '../../../app/work-keys.js';
import type { GrantedTab } from '../../../ports/capture-service.js';
import type { Services } from '../../../ports/services.js';
import { asIssue } from '../../act/as-issue.js';
import { afterPaint } from './after-paint.js';
import type { DraftAnswers } from './draft-answers.js';
import { loadReviewParts } from './load-parts.js';
import { dropCopies, putCopiesAway } from './page-copies.js';
import { isSamePage } from './waiting/same-page.js';
import { useWaiting } from './waiting/use-waiting.js';

/**
 * Day-and-month orders of dates, loaded alongside the reading of a page. Until they arrive, every ambiguous date is
 * asked about.
 */
const lateDates = () => import('../../../app/date-orders.js');

interface KnownOrders {
  readonly file: Awaited<ReturnType<typeof lateDates>>;
  readonly orders: DateOrders;
}

/**
 * Milliseconds before the panel says that it is reading. Most pages are ready by then, and the message costs a frame.
 */
const SLOW_MS = 200;

/** Code of the issue if the page of the press has been left since. */
const LAPSED = 'grant-gone';

export interface DraftState extends DraftAnswers {
  readonly draft: Signal<Draft | null>;
  readonly work: OpenWork<Draft | null>;
  readonly isReading: ReadonlySignal<boolean>;
  /** Reasons that the last page or text could not be read. */
  readonly trouble: ReadonlySignal<readonly Issue[]>;
  /** A page pressed while another page's draft is open: the officer chooses. */
  readonly waiting: ReadonlySignal<Draft | null>;
  /** Fulfilled once it is known whether a page waits: until then nothing is saved. */
  looked(): Promise<void>;
  /** Adds the waiting page to the open draft; with its values left if it may be about a namesake. */
  add(isLeft?: boolean): void;
  /** Makes the waiting page a draft of its own, and sets the open one aside: it is found under Unfinished. */
  begin(): Promise<void>;
  /** Sets the waiting page aside, and continues with the open draft. */
  keep(): void;
  /** Adds what the officer typed for the open draft: no other page, so nothing is asked. */
  join(typed: Draft): Promise<void>;
  /** Takes a draft read elsewhere: from text or a file. */
  take(result: Result<Draft>): void;
  decide(row: string, decision: Decision): void;
  /**
   * Sets the order of day and month in an ambiguous date, for the page and from then on for its host. A later answer
   * replaces it.
   */
  settleDate(row: DraftRow, order: DateOrder): void;
  name(row: string, path: FieldPath | undefined): void;
  /** Sets the person on a list that the draft is about; null: none of them. */
  choosePerson(list: string, row: string | null): void;
  /** Discards the draft. If that cannot be stored, the draft stays and the reason is shown. */
  discard(): Promise<void>;
  /** Clears the draft once it is a record. */
  letGo(): Promise<void>;
}

export function useDraft(): DraftState {
  const { services, session } = useApp();
  const draft = useSignal<Draft | null>(null);
  const work = useUnfinished<Draft | null>(DRAFT_KEY, draft);
  const isReading = useSignal(false);
  const trouble = useSignal<readonly Issue[]>([]);
  const seenPress = useRef(0);
  const known = useRef<KnownOrders | undefined>(undefined);
  const { page: waiting, desk } = useWaiting({
    draft,
    work,
    trouble,
    settled: (joined) => settled(joined, known.current && { ...known.current, orders: {} }),
  });

  const take = useCallback((result: Result<Draft>): void => {
    if (!result.ok) {
      trouble.value = result.issues;
      return;
    }
    trouble.value = [];
    const open = draft.value;
    // The message about the earlier save would read as if it were about this draft.
    if (!open) session.unsay();
    const read = settled(result.value, known.current);
    if (!open) draft.value = read;
    else if (isSamePage(open, read))
      void desk()
        .then((pages) => pages.join(read))
        .catch((error) => {
          trouble.value = [asIssue(error)];
        });
    else {
      waiting.value = read;
      void desk().then((pages) => pages.wait(read));
    }
  }, []);

  useEffect(() => {
    let gone = false;
    const kind = session.open.value?.kind;
    const read = async (tab: GrantedTab, isEarlier = false): Promise<void> => {
      if (tab.press <= seenPress.current) return;
      seenPress.current = tab.press;
      const slow = setTimeout(() => {
        isReading.value = true;
      }, SLOW_MS);
      // The stored draft is needed before the page joins it, not before the page is read.
      const [result, orders] = await Promise.all([
        services.capture.fromTab(tab),
        // Without them dates are asked about: that is not a failure of the capture.
        knownOrders(services).catch(() => undefined),
        work.flush(),
      ]);
      known.current = orders;
      clearTimeout(slow);
      if (gone) {
        const isSameVault = session.open.value?.kind === kind;
        if (result.ok && isSameVault)
          await desk()
            .then((pages) => pages.leave(settled(result.value, orders)))
            .catch(() => undefined);
        return;
      }
      isReading.value = false;
      // Of a press from before the vault was open the officer knows nothing any more: it is no problem of this screen.
      const isLapsed =
        isEarlier && !result.ok && result.issues.every(({ code }) => code === LAPSED);
      if (isLapsed) return;
      take(result);
      markPainted(tab.press);
      if (result.ok)
        afterPaint(
          () =>
            void orders?.file
              .keepProvedOrders(services, result.value.origins)
              .catch(() => undefined),
        );
      // Only loads it sooner. Callers load it again, and report a failure.
      afterPaint(() => void loadReviewParts().catch(() => undefined));
    };
    void services.capture.granted().then((tab) => tab && read(tab, true));
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
    // Stores its pages after the paint. A missing copy is not worth an error message.
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
      looked: () => desk().then((pages) => pages.looked),
      add: (isLeft) => void desk().then((pages) => pages.add(isLeft)),
      begin: () => desk().then((pages) => pages.begin()),
      keep() {
        const { value: page } = waiting;
        // The open draft is free at once.
        waiting.value = null;
        if (page) void desk().then((pages) => pages.keep(page));
      },
      async join(typed) {
        (await desk()).join(typed);
      },
      take,
      decide(row, decision) {
        if (draft.value) draft.value = decide(draft.value, row, decision, now());
      },
      settleDate({ origin, path }, order) {
        void loadFile(lateDates()).then(async (file) => {
          if (!file.ok) {
            trouble.value = [...file.issues];
            return;
          }
          const open = draft.value;
          const page = open?.origins.find(({ id }) => id === origin);
          if (!open || !page) return;
          draft.value = file.value.answered(open, { origin, path }, order, now());
          // Applies to this draft. If it cannot be stored, another page of the host asks again.
          await file.value.keepDateOrder(services, page, order).catch(() => undefined);
          known.current = await knownOrders(services).catch(() => known.current);
        });
      },
      name(row, path) {
        void loadFile(loadReviewParts()).then((file) => {
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
      words(answer) {
        if (draft.value) draft.value = withWordsAnswer(draft.value, answer);
      },
      formOf(enquiry) {
        if (!draft.value) return;
        const { enquiry: _, ...rest } = draft.value;
        draft.value = enquiry ? { ...rest, enquiry } : rest;
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

/** Milliseconds from the press to the painted draft, for a measuring run. */
function markPainted(press: number): void {
  afterPaint(() =>
    performance.measure('cp-press-to-draft', {
      start: Math.max(0, press - performance.timeOrigin),
      end: performance.now(),
      // The press that opened this panel is earlier than anything measurable here.
      detail: { press },
    }),
  );
}
