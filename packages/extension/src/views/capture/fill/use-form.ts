/** The form that the officer pressed on: read, planned, typed into row by row, put back. */

import type { FillKind, Issue } from '@cyber-prevent/core';
import { FILL_FIELDS } from '@cyber-prevent/core';
import {
  type FillOutcome,
  type FillPlan,
  type FillStop,
  type FillValue,
  planFill,
} from '@cyber-prevent/core/fill';
import { type ReadonlySignal, type Signal, useComputed, useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import { t } from '../../../locales/late.js';
import type { GrantedTab } from '../../../ports/capture-service.js';
import type { FormRead } from '../../../ports/fill-service.js';
import { type FillWork, rowsToType } from './fill-work.js';
import { isTypedAndStopped, type Outcomes, outcomeOf } from './row-outcome.js';
import { noteLeft, noteTyped, standingLabels } from './typed-work.js';

export interface FormState {
  readonly read: ReadonlySignal<FormRead | undefined>;
  readonly plan: ReadonlySignal<FillPlan | undefined>;
  readonly isReading: ReadonlySignal<boolean>;
  readonly trouble: ReadonlySignal<readonly Issue[]>;
  /** By step, of the last typing. */
  readonly outcomes: ReadonlySignal<Outcomes>;
  /** Steps of the typing under way; 0 when none is. */
  readonly typing: ReadonlySignal<number>;
  readonly stoppedBy: ReadonlySignal<FillStop | undefined>;
  /** The page sent something by itself after values were typed. */
  readonly hasSent: ReadonlySignal<boolean>;
  /** What came of putting back. */
  readonly undone: ReadonlySignal<readonly FillOutcome[] | undefined>;
  type(): Promise<void>;
  stop(): void;
  undo(): Promise<void>;
  /** Asks the page a last time whether it sent anything by itself: what it did is kept with the work. */
  lookSent(): Promise<void>;
}

export interface UseFormOptions {
  readonly kind: FillKind;
  readonly values: readonly FillValue[];
  readonly work: Signal<FillWork>;
  /** Whether presses on pages belong to this screen now. */
  readonly listens: boolean;
}

const NONE: Outcomes = new Map();

export function useForm({ kind, values, work, listens }: UseFormOptions): FormState {
  const { services } = useApp();
  const read = useSignal<FormRead | undefined>(undefined);
  const isReading = useSignal(false);
  const trouble = useSignal<readonly Issue[]>([]);
  const outcomes = useSignal<Outcomes>(NONE);
  const typing = useSignal(0);
  const stoppedBy = useSignal<FillStop | undefined>(undefined);
  const undone = useSignal<readonly FillOutcome[] | undefined>(undefined);
  const hasSent = useSignal(false);
  const stopWatching = useRef<(() => void) | undefined>(undefined);
  const isUndoing = useRef(false);
  const ending = useRef<AbortController | undefined>(undefined);
  const latest = useRef(values);
  latest.current = values;
  const plan = useComputed(
    () => read.value && tidy(planFill(read.value.form, latest.current, read.value.facts)),
  );

  const noteSent = (form: FormRead, labels?: readonly string[]): void => {
    // Another page may be on screen by now.
    if (read.value?.url === form.url) hasSent.value = true;
    const { typed } = work.value;
    const standing = typed?.url === form.url ? standingLabels(typed) : [];
    work.value = noteLeft(work.value, form, labels ?? standing);
  };
  const watch = async (form: FormRead): Promise<void> => {
    stopWatching.current?.();
    const fill = await services.fill();
    stopWatching.current = fill.watch(form, () => noteSent(form));
  };

  // Before the paint: a press may come at once.
  useLayoutEffect(() => {
    if (!listens) return;
    let gone = false;
    let press = 0;
    const look = async (tab: GrantedTab): Promise<void> => {
      // A press while the vault is locked is the unlock form's to answer for.
      if (services.vault.state().name !== 'open') return;
      if (tab.press <= press || typing.value > 0) return;
      press = tab.press;
      isReading.value = true;
      const found = await (await services.fill()).read(tab, kind);
      if (gone || press !== tab.press) return;
      isReading.value = false;
      // The form before it is being typed into by now: what comes of that is not to be forgotten.
      if (typing.value > 0) return;
      if (!found.ok) trouble.value = found.issues;
      else if (found.value.form.controls.length === 0) trouble.value = [NO_FORM()];
      else {
        trouble.value = [];
        outcomes.value = NONE;
        stoppedBy.value = undefined;
        undone.value = undefined;
        hasSent.value = false;
        read.value = found.value;
        // It may send only now what was typed before this screen was closed and opened again.
        if (work.value.typed?.url === found.value.url) void watch(found.value);
      }
    };
    const stop = services.capture.subscribe((tab) => void look(tab));
    return () => {
      gone = true;
      stop();
    };
  }, [services, kind, listens]);

  // The vault locks, with this screen behind the unlock form or gone with its page: what was not begun is not typed.
  useEffect(() => {
    const end = (): void => ending.current?.abort();
    const stops = [
      services.vault.beforeLock?.(async () => end()),
      services.vault.subscribe(({ name }) => {
        if (name !== 'open') end();
      }),
    ];
    return () => {
      for (const stop of stops) stop?.();
    };
  }, [services]);

  // The screen goes: the same.
  useEffect(
    () => () => {
      ending.current?.abort();
      stopWatching.current?.();
      const last = read.value;
      if (last) void services.fill().then((fill) => fill.point(last, undefined));
    },
    [services],
  );

  return useMemo(() => {
    const lookSent = async (): Promise<void> => {
      const form = read.value;
      stopWatching.current?.();
      if (!form || hasSent.value || work.value.typed?.url !== form.url) return;
      // A page that answers no more says nothing.
      const isSent = await services.fill().then(
        (fill) => fill.hasSent(form),
        () => false,
      );
      if (isSent) noteSent(form);
    };
    const done = (): readonly string[] =>
      labelsOf(
        (plan.value?.rows ?? []).filter(
          (row) => outcomeOf(row, outcomes.value)?.isDone || wentOut(row, outcomes.value),
        ),
      );
    return {
      read,
      plan,
      isReading,
      trouble,
      outcomes,
      typing,
      stoppedBy,
      hasSent,
      undone,
      async type() {
        const form = read.value;
        const rows = plan.value ? rowsToType(plan.value, work.value) : [];
        const steps = rows.flatMap((row) => row.steps);
        if (!form || steps.length === 0 || typing.value > 0 || isUndoing.current) return;
        typing.value = steps.length;
        undone.value = undefined;
        stoppedBy.value = undefined;
        outcomes.value = NONE;
        hasSent.value = false;
        // What was typed into another form before is not this one's.
        const { typed } = work.value;
        const earlier = typed?.url === form.url ? standingLabels(typed) : [];
        const standing = (): readonly string[] => [...new Set([...earlier, ...done()])];
        const keep = (): void => {
          const next = rows.find((row) => outcomeOf(row, outcomes.value) === undefined);
          work.value = noteTyped(work.value, form, standing(), next ? labelsOf([next]) : []);
        };
        keep();
        const abort = new AbortController();
        ending.current = abort;
        const take = (outcome: FillOutcome): void => {
          outcomes.value = new Map(outcomes.value).set(outcome.id, outcome);
          if (outcome.kind === 'stopped') stoppedBy.value = outcome.by;
          keep();
          if (outcome.kind === 'stopped' && outcome.by === 'request') noteSent(form, standing());
        };
        try {
          const fill = await services.fill();
          await fill.fill(form, steps, { onStep: take, signal: abort.signal });
        } catch {
          stoppedBy.value = 'page-left';
        } finally {
          typing.value = 0;
          // Left in the middle, it stays known as cut short.
          if (!abort.signal.aborted || ending.current === undefined) {
            work.value = noteTyped(work.value, form, standing());
            if (!hasSent.value) void watch(form);
          }
        }
      },
      stop() {
        const abort = ending.current;
        ending.current = undefined;
        abort?.abort();
      },
      async undo() {
        const form = read.value;
        // A second press while values are put back would find them changed.
        if (!form || typing.value > 0 || isUndoing.current) return;
        isUndoing.current = true;
        await lookSent();
        const back = await services
          .fill()
          .then((fill) => fill.undo(form))
          .finally(() => {
            isUndoing.current = false;
          });
        undone.value = back;
        const not = new Set(back.filter(({ kind: came }) => came !== 'done').map(({ id }) => id));
        const { typed, ...rest } = work.value;
        if (back.length > 0 && not.size === 0) {
          work.value = rest;
          outcomes.value = NONE;
          stoppedBy.value = undefined;
          return;
        }
        outcomes.value = new Map([...outcomes.value].filter(([id]) => not.has(id)));
        const standing = (plan.value?.rows ?? []).filter((row) =>
          row.steps.some(({ id }) => not.has(id)),
        );
        // Where the page is gone, nothing is known of it: what was typed stays as it was told.
        if (typed && back.length > 0)
          work.value = { ...rest, typed: { ...typed, labels: labelsOf(standing) } };
      },
      lookSent,
    };
  }, [services, work]);
}

/** Typed, and the page sent or would have sent it then: what it may have given away is no less given. */
function wentOut({ steps }: FillPlan['rows'][number], outcomes: Outcomes): boolean {
  return steps.some(({ id }) => isTypedAndStopped(outcomes.get(id)));
}

/** The whole as one text is for a form that has one box for everything: elsewhere nobody misses it. */
function tidy(plan: FillPlan): FillPlan {
  const rows = plan.rows.filter(({ value, box }) => box || value.path !== 'intervention.asText');
  return { ...plan, rows };
}

function labelsOf(rows: FillPlan['rows']): readonly string[] {
  return [...new Set(rows.map(({ value }) => FILL_FIELDS[value.path].label))];
}

const NO_FORM = (): Issue => ({
  code: 'no-form',
  severity: 'error',
  message: t('fill.no-form'),
});
