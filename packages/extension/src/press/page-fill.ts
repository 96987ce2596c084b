/** Fills the form in a tab: injects the filler, calls it step by step, notices a lost page, and undoes. */
import type {
  ControlFacts,
  ControlTarget,
  FillOutcome,
  FillStep,
  FillStop,
} from '@cyber-prevent/core/fill';
import { failure, failureOf, type SnapshotFailure } from '../page/snapshot-failure.js';
import { isSamePlace, type Place, placeFrom, placeOf } from './fill-place.js';
import {
  beginInPage,
  endInPage,
  factsInPage,
  hasSentInPage,
  lookInPage,
  releaseInPage,
  stopInPage,
  takeInPage,
  undoInPage,
} from './in-page-fill.js';
import { isFailed, isGivenUp, judgeOutcome, type PutBack, settle } from './judge-outcome.js';
import { tellWhatIsSent } from './tell-what-is-sent.js';

type Scripting = Pick<typeof chrome.scripting, 'executeScript'>;

/** Milliseconds after the last step: pages reformat, and report requests, with some delay. */
const LULL_MS = 400;
/**
 * Milliseconds between two checks for requests of the page: many pages wait for a pause in typing, and answers take
 * time.
 */
const LOOK_MS = 1_000;

export interface FactsFound {
  readonly ok: true;
  /** In the order of the targets; a control that is gone, withheld or out of reach is left out. */
  readonly facts: readonly ControlFacts[];
}

export interface FillOptions {
  /** Called at once for each step, and again if the page changed its response by the end. */
  readonly onStep?: (outcome: FillOutcome) => void;
  /** Ends the filling after the current step. */
  readonly signal?: AbortSignal;
}

export interface PageFill {
  /** Needs the officer's press on this tab. Later filling goes to the documents that answered here. */
  facts(tabId: number, targets: readonly ControlTarget[]): Promise<FactsFound | SnapshotFailure>;
  /**
   * Takes the steps in order, until one stops it; a control that did not accept its value is restored. Never rejects.
   *
   * @returns one outcome for each step that was tried, `stopped` the last if it stopped; none for those after it
   */
  fill(
    tabId: number,
    steps: readonly FillStep[],
    options?: FillOptions,
  ): Promise<readonly FillOutcome[]>;
  /** True if the page has sent anything since typing began that the officer did not press for. False if it is gone. */
  hasSent(tabId: number): Promise<boolean>;
  /**
   * Checks repeatedly, and calls `onSent` once it has; ends by itself when the page is gone. @returns a function that
   * stops it
   */
  watch(tabId: number, onSent: () => void): () => void;
  /**
   * Restores the value before every step since the page was opened, last first, if the typed one is still there.
   *
   * @returns `done` for restored values, with the present one; the reason, for the rest
   */
  undo(tabId: number): Promise<readonly FillOutcome[]>;
  /** Releases the page: nothing of ours stays in it, and nothing can be undone any more. */
  release(tabId: number): Promise<void>;
}

interface Session {
  readonly places: readonly Place[];
  /** Every step that may have typed something, in order. */
  readonly taken: Taken[];
}

interface Taken {
  readonly key: string;
  readonly id: string;
  readonly step: FillStep;
  readonly place: Place;
}

/**
 * @param pauseMs - pause for the page after the last step
 * @param lookMs - time between two checks for its requests
 */
export function createPageFill(
  scripting: Scripting,
  pauseMs = LULL_MS,
  lookMs = LOOK_MS,
): PageFill {
  const sessions = new Map<number, Session>();
  /** Distinguishes our steps: a page may still remember those typed by another panel. */
  const own = Math.random().toString(36).slice(2);
  let counted = 0;

  /** Undefined when the page is another by now, or the press no longer reaches it. */
  async function ask<A extends unknown[], R>(
    tabId: number,
    { at }: Place,
    func: (...args: A) => R,
    ...args: A
  ): Promise<Awaited<R> | undefined> {
    try {
      const [answer] = await scripting.executeScript({ target: { tabId, ...at }, func, args });
      return (answer?.result as Awaited<R> | null | undefined) ?? undefined;
    } catch {
      return undefined;
    }
  }

  const askAll = <A extends unknown[], R>(
    tabId: number,
    places: readonly Place[],
    func: (...args: A) => R,
    ...args: A
  ): Promise<(Awaited<R> | undefined)[]> =>
    Promise.all(places.map((place) => ask(tabId, place, func, ...args)));

  /**
   * Starts the watch in every frame, with reports from the page's own world of requests that the browser does not
   * report.
   */
  async function begin(tabId: number, places: readonly Place[]): Promise<void> {
    await Promise.all(
      places.map(async (place) => {
        const channel = crypto.randomUUID();
        if ((await ask(tabId, place, beginInPage, channel)) !== true) return;
        await scripting
          .executeScript({
            target: { tabId, ...place.at },
            world: 'MAIN',
            func: tellWhatIsSent,
            args: [channel],
          })
          // The page may be gone: the first step will find out.
          .catch(() => undefined);
      }),
    );
  }

  async function take(
    tabId: number,
    { places, taken }: Session,
    step: FillStep,
  ): Promise<FillOutcome> {
    const { id, target } = step;
    const place = placeOf(places, target.frame);
    if (!place) return { id, kind: 'gone' };
    counted += 1;
    const key = `${own}/${counted}`;
    taken.push({ key, id, step, place });
    const said = await ask(tabId, place, takeInPage, step, key);
    if (!said) return { id, kind: 'stopped', by: 'page-left' };
    const outcome = judgeOutcome(step, said);
    if (outcome.kind === 'stopped' || places.length === 1) return outcome;
    const others = places.filter((other) => other !== place);
    const by = (await askAll(tabId, others, stopInPage)).find((stop) => typeof stop === 'string');
    return by ? { id, kind: 'stopped', by } : outcome;
  }

  /** Restores the value before the last step with that id. Undefined if there was none, or it could not be restored. */
  async function putBack(
    tabId: number,
    { taken }: Session,
    from: number,
    id: string,
  ): Promise<PutBack | undefined> {
    const at = taken.findLastIndex((each, place) => place >= from && each.id === id);
    const each = taken[at];
    if (!each) return undefined;
    const back = await ask(tabId, each.place, undoInPage, each.key);
    if (back !== 'nothing' && back?.kind !== 'done') return undefined;
    taken.splice(at, 1);
    return back === 'nothing' ? {} : { now: back.now };
  }

  /** The outcome of each step, with the page's response since, and with events too late to stop it there. */
  async function finish(
    tabId: number,
    session: Session,
    outcomes: FillOutcome[],
    from: number,
    onStep: FillOptions['onStep'],
  ): Promise<void> {
    const { places, taken } = session;
    const steps = taken.slice(from).map(({ step }) => step);
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
    const mine = taken.slice(from);
    const looks = places.map((place) =>
      ask(
        tabId,
        place,
        lookInPage,
        mine.filter((each) => each.place === place).map(({ key }) => key),
      ),
    );
    for (const late of (await Promise.all(looks)).flatMap((found) => found ?? [])) {
      const at = outcomes.findIndex(({ id, kind }) => id === late.id && kind !== 'stopped');
      const step = steps.find(({ id }) => id === late.id);
      if (at >= 0 && step) tell(outcomes, at, judgeOutcome(step, late), onStep);
    }
    const isStopped = outcomes.some(({ kind }) => kind === 'stopped');
    if (!isStopped)
      await settle(steps, outcomes, (id) => putBack(tabId, session, from, id), onStep);
    const stops = await askAll(tabId, places, endInPage);
    const by = stops.find((stop): stop is FillStop => typeof stop === 'string');
    const last = outcomes.at(-1);
    if (by && last && last.kind !== 'stopped')
      tell(outcomes, outcomes.length - 1, { id: last.id, kind: 'stopped', by }, onStep);
  }

  return {
    async facts(tabId, targets) {
      try {
        const results = await scripting.executeScript({
          target: { tabId, allFrames: true },
          files: ['/fill.js'],
        });
        const places = results.flatMap(placeFrom);
        if (!places.some(({ path }) => path.length === 0)) return failure('nothing');
        const before = sessions.get(tabId);
        const kept = before?.taken.filter(({ place }) =>
          places.some((each) => isSamePlace(each, place)),
        );
        sessions.set(tabId, { places, taken: kept ?? [] });
        const found = await Promise.all(
          places.map(async (place) => {
            const own = targets.filter(({ frame }) => placeOf(places, frame) === place);
            return own.length === 0 ? [] : ((await ask(tabId, place, factsInPage, own)) ?? []);
          }),
        );
        return { ok: true, facts: inOrder(targets, found.flat()) };
      } catch (error) {
        return failureOf(error);
      }
    },

    async fill(tabId, steps, { onStep, signal } = {}) {
      const outcomes: FillOutcome[] = [];
      const session = sessions.get(tabId);
      const from = session?.taken.length ?? 0;
      if (session) await begin(tabId, session.places);
      for (const step of steps) {
        if (signal?.aborted) break;
        if (isGivenUp(step, steps, outcomes)) continue;
        const outcome: FillOutcome = session
          ? await take(tabId, session, step)
          : { id: step.id, kind: 'stopped', by: 'page-left' };
        outcomes.push(outcome);
        onStep?.(outcome);
        if (outcome.kind === 'stopped') break;
        if (session && isFailed(outcome))
          await settle(steps, outcomes, (id) => putBack(tabId, session, from, id), onStep);
      }
      if (session) await finish(tabId, session, outcomes, from, onStep);
      return outcomes;
    },

    async hasSent(tabId) {
      const places = sessions.get(tabId)?.places ?? [];
      return (await askAll(tabId, places, hasSentInPage)).includes(true);
    },

    watch(tabId, onSent) {
      const places = sessions.get(tabId)?.places ?? [];
      let timer: ReturnType<typeof setTimeout> | undefined;
      let isOver = false;
      const look = async (): Promise<void> => {
        const answers = await askAll(tabId, places, hasSentInPage);
        if (isOver) return;
        if (answers.includes(true)) onSent();
        else if (answers.some((answer) => answer !== undefined)) wait();
      };
      const wait = (): void => {
        timer = setTimeout(() => void look(), lookMs);
      };
      wait();
      return () => {
        isOver = true;
        clearTimeout(timer);
      };
    },

    async undo(tabId) {
      const session = sessions.get(tabId);
      if (!session) return [];
      const { places, taken } = session;
      const outcomes: FillOutcome[] = [];
      await begin(tabId, places);
      for (const each of taken.toReversed()) {
        const { key, id, place } = each;
        const outcome = await ask(tabId, place, undoInPage, key);
        // A page that is still there always gives an answer.
        if (!outcome) outcomes.push({ id, kind: 'gone' });
        else if (outcome !== 'nothing') outcomes.push(outcome);
        if (outcome === 'nothing' || outcome?.kind === 'done') taken.splice(taken.indexOf(each), 1);
      }
      await askAll(tabId, places, endInPage);
      return outcomes;
    },

    async release(tabId) {
      const session = sessions.get(tabId);
      sessions.delete(tabId);
      if (session) await askAll(tabId, session.places, releaseInPage);
    },
  };
}

function tell(
  outcomes: FillOutcome[],
  at: number,
  outcome: FillOutcome,
  onStep: FillOptions['onStep'],
): void {
  outcomes[at] = outcome;
  onStep?.(outcome);
}

function inOrder(
  targets: readonly ControlTarget[],
  facts: readonly ControlFacts[],
): readonly ControlFacts[] {
  const of = new Map(facts.map((each) => [keyOf(each.target), each]));
  return targets.flatMap((target) => of.get(keyOf(target)) ?? []);
}

/** The browser passes objects with their members in its own order. */
function keyOf({ frame, selector, tag, type, name }: ControlTarget): string {
  return JSON.stringify([frame, selector, tag, type, name]);
}
