/** The form that the officer pressed on: read, planned, typed into row by row, put back. */

import { FILL_FIELDS, type FillKind, type Issue, type RecordId } from '@cyber-prevent/core';
import {
  type FillOutcome,
  type FillPlan,
  type FillStop,
  type FillValue,
  type FormDoubt,
  planFill,
} from '@cyber-prevent/core/fill';
import { batch, type ReadonlySignal, type Signal, useComputed, useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import { t } from '../../../locales/late.js';
import type { GrantedTab } from '../../../ports/capture-service.js';
import type { FormRead } from '../../../ports/fill-service.js';
import { type FillWork, rowsToType } from './fill-work.js';
import { doubtsOf } from './reference-doubts.js';
import { isTypedAndStopped, type Outcomes, outcomeOf } from './row-outcome.js';
import { noteLeft, noteTyped, standingLabels } from './typed-work.js';

export interface FormState {
  readonly read: ReadonlySignal<FormRead | undefined>;
  readonly plan: ReadonlySignal<FillPlan | undefined>;
  readonly isReading: ReadonlySignal<boolean>;
  readonly trouble: ReadonlySignal<readonly Issue[]>;
  /** Outcomes of the last typing, by step. */
  readonly outcomes: ReadonlySignal<Outcomes>;
  /** Steps of the typing under way; 0 if none is. */
  readonly typing: ReadonlySignal<number>;
  readonly stoppedBy: ReadonlySignal<FillStop | undefined>;
  /** True if the page sent something by itself after values were typed. */
  readonly hasSent: ReadonlySignal<boolean>;
  /** Outcome of putting back. */
  readonly undone: ReadonlySignal<readonly FillOutcome[] | undefined>;
  type(): Promise<void>;
  stop(): void;
  undo(): Promise<void>;
  /** Asks the page one last time if it sent anything by itself, and stores the answer with the draft. */
  lookSent(): Promise<void>;
}

export interface UseFormOptions {
  readonly kind: FillKind;
  /** The person whom the values are about. */
  readonly subject: RecordId;
  readonly values: readonly FillValue[];
  readonly work: Signal<FillWork>;
  /** True if presses on pages belong to this screen now. */
  readonly listens: boolean;
}

const NONE: Outcomes = new Map();

export function useForm({ kind, subject, values, work, listens }: UseFormOptions): FormState {
  const { services } = useApp();
  const read = useSignal<FormRead | undefined>(undefined);
  const doubts = useSignal<readonly FormDoubt[] | undefined>(undefined);
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
  const meant = useComputed(() => work.value.meant);
  const plan = useComputed(() => {
    if (!read.value) return undefined;
    const { form, facts } = read.value;
    const of = (isMeant: boolean) =>
      tidy(planFill(form, latest.current, facts, doubts.value, isMeant));
    const asked = of(false);
    // The answer is about these signs: others ask again.
    return meant.value !== undefined && meant.value === signsOf(asked) ? of(true) : asked;
  });

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

  // Runs before the paint: a press may come at once.
  useLayoutEffect(() => {
    if (!listens) return;
    let gone = false;
    let press = 0;
    const look = async (tab: GrantedTab): Promise<void> => {
      // While the vault is locked, the unlock form handles a press.
      if (services.vault.state().name !== 'open') return;
      if (tab.press <= press || typing.value > 0) return;
      press = tab.press;
      isReading.value = true;
      const found = await (await services.fill()).read(tab, kind);
      // The form is shown only with what its references say: no value is ticked for a moment that is not afterwards.
      const against = found.ok ? await doubtsOf(found.value, subject, services) : undefined;
      if (gone || press !== tab.press) return;
      isReading.value = false;
      // The previous form is being typed into by now, and its outcome must be kept.
      if (typing.value > 0) return;
      if (!found.ok) trouble.value = found.issues;
      else if (found.value.form.controls.length === 0) trouble.value = [NO_FORM()];
      else {
        trouble.value = [];
        outcomes.value = NONE;
        stoppedBy.value = undefined;
        undone.value = undefined;
        hasSent.value = false;
        const before = signsOf(plan.value);
        batch(() => {
          doubts.value = against;
          read.value = found.value;
        });
        // Ticks for the right person's form are not ticks for another's.
        const signs = signsOf(plan.value);
        const { meant: answered, ...rest } = work.value;
        if (signs !== undefined && signs !== before) work.value = { ...work.value, choices: {} };
        // Two forms that name nobody have the same signs, and may be two people's.
        const isSame = answered === signs && !plan.value?.isNameless;
        if (answered !== undefined && !isSame) work.value = { ...rest, choices: {} };
        // A form typed into before this screen was reopened may only now be sent.
        if (work.value.typed?.url === found.value.url) void watch(found.value);
      }
    };
    const stop = services.capture.subscribe((tab) => void look(tab));
    return () => {
      gone = true;
      stop();
    };
  }, [services, kind, subject, listens]);

  // The vault locks, and this screen is behind the unlock form or gone with its page: typing stops.
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

  // The screen goes: typing stops as well.
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
      // A page that no longer answers counts as not having sent.
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
        // Labels typed into another form do not belong to this one.
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
          // Left in the middle, it stays marked as interrupted.
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
        // A second press during putting back would find the values changed.
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
        // If the page is gone, its state is unknown, so the labels stay as noted.
        if (typed && back.length > 0)
          work.value = { ...rest, typed: { ...typed, labels: labelsOf(standing) } };
      },
      lookSent,
    };
  }, [services, work]);
}

/** Signs that the form is about another person, or names nobody; undefined if it names this one alone. */
export function signsOf(plan: FillPlan | undefined): string | undefined {
  const { another, doubts, isUnchecked, isNameless } = plan ?? {};
  return another || doubts || isUnchecked || isNameless
    ? JSON.stringify([another, doubts, isUnchecked, isNameless])
    : undefined;
}

/** True if it was typed and the page sent or would have sent it: it may have been given away anyway. */
function wentOut({ steps }: FillPlan['rows'][number], outcomes: Outcomes): boolean {
  return steps.some(({ id }) => isTypedAndStopped(outcomes.get(id)));
}

/** Leaves out the whole as one text unless a box takes it: it is for a form with one box for everything. */
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
