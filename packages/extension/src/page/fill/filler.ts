/**
 * The operations of the injected script in one frame: the facts of its controls, one step after another, and the way
 * back.
 */
import type {
  ControlFacts,
  ControlTarget,
  FillOutcome,
  FillStep,
  FillStop,
} from '@cyber-prevent/core/fill';
import { type ShadowRootOf, shadowReader } from '../child-node.js';
import { inputValueOf } from '../native.js';
import { backTo, chooseNone, perform } from './act.js';
import { KnownControls } from './control.js';
import type { Control } from './control-kind.js';
import { groupOf, type Held, heldBy, optionsIn, saysBefore, tickedIn } from './held.js';
import { daysBeside, Mirrors } from './mirror.js';
import { formatsOf, isDisabled, isReadOnly, isSeen, limitOf } from './openness.js';
import { saysTheSame } from './same-value.js';
import { sendsForm } from './sends.js';
import { letSettle, settledLate } from './settle.js';
import { Watch } from './watch.js';

/** One step that was typed, with enough to restore the earlier value. */
interface Typed {
  readonly step: FillStep;
  readonly was: Held;
  /** The value ticked in its group of buttons. */
  readonly ticked?: string;
  /** The value left when the page had responded: any other value by now is the officer's, or the page's. */
  left: Held;
  /** For a day: the fields out of sight that may follow it. */
  readonly mirrors?: Mirrors;
}

export class Filler {
  readonly #known: KnownControls;
  readonly #watch = new Watch();
  readonly #typed = new Map<string, Typed>();

  constructor(shadowRootOf: ShadowRootOf = shadowReader()) {
    this.#known = new KnownControls(shadowRootOf);
  }

  /** The facts of the targets that exist; withheld ones are not looked at. */
  facts(targets: readonly ControlTarget[]): readonly ControlFacts[] {
    return targets.flatMap((target) => {
      const control = this.#known.meet(target);
      return control ? [factsOf(target, control)] : [];
    });
  }

  /**
   * @param channel - the event by which the page's own world reports its requests
   * @returns whether the page still needs the channel: one serves for the life of the page
   */
  begin(channel?: string): boolean {
    this.#watch.begin();
    return channel !== undefined && this.#watch.hear(channel);
  }

  /** The event that stopped it in this frame, if any so far. */
  stop(): FillStop | null {
    this.#watch.renew();
    return this.#watch.stop ?? null;
  }

  /** @param key - for the undo; each step that was ever taken in this page has its own */
  take(step: FillStep, key: string): Promise<FillOutcome> {
    return this.#watch.during(() => this.#take(step, key));
  }

  /** Steps whose reported outcome has changed: pages reformat, restore and clear values with delay. */
  look(keys: readonly string[]): readonly FillOutcome[] {
    return keys.flatMap((key) => {
      const typed = this.#typed.get(key);
      const control = typed && this.#known.again(typed.step.target);
      if (!typed) return [];
      if (!control) return [{ id: typed.step.id, kind: 'gone' as const }];
      const now = heldBy(control);
      if (isSame(now, typed.left) && !typed.mirrors?.hasMoved) return [];
      typed.left = now;
      return [cameOf(typed, control)];
    });
  }

  /** Restores the earlier value, if the typed one is still there. Null when nothing was typed. */
  undo(key: string): Promise<FillOutcome | null> {
    return this.#watch.during(() => this.#undo(key));
  }

  /** Ends the blocking. Typed values can still be undone. */
  end(): FillStop | null {
    this.#watch.end();
    return this.#watch.stop ?? null;
  }

  /** True if the page has sent anything since typing began that the officer did not press for. */
  hasSent(): boolean {
    return this.#watch.hasSent;
  }

  release(): void {
    this.#watch.leave();
  }

  async #take(step: FillStep, key: string): Promise<FillOutcome> {
    const { id, target, act } = step;
    if (!this.#watch.isOn) return { id, kind: 'stopped', by: 'page-left' };
    const before = this.#watch.stop;
    if (before) return { id, kind: 'stopped', by: before };
    const control = this.#known.stillAsked(target);
    if (!control) return { id, kind: 'gone' };
    if (!isOpen(control)) return { id, kind: 'closed' };
    const was = heldBy(control);
    if (!saysBefore(was, step.before) || this.#known.isGroupChanged(target, control))
      return { id, kind: 'changed', now: shownOf(control, was) };
    const limit = limitOf(control);
    if (act.kind === 'type' && limit !== undefined && act.text.length > limit)
      return { id, kind: 'refused', now: shownOf(control, was) };
    this.#watch.reach(control.element);
    const ticked = control.kind === 'radio' ? tickedIn(control.element) : undefined;
    const typed: Typed = {
      step,
      was,
      ...(ticked === undefined ? {} : { ticked }),
      left: was,
      ...(isDay(act) && control.kind === 'input' ? { mirrors: new Mirrors(control.element) } : {}),
    };
    this.#typed.set(key, typed);
    const isDone = perform(control, act);
    await letSettle();
    const after = this.#known.again(target);
    if (after) typed.left = heldBy(after);
    const by = this.#watch.stop;
    if (by) return { id, kind: 'stopped', by };
    if (!after) return { id, kind: 'gone' };
    return isDone ? cameOf(typed, after) : { id, kind: 'refused', now: shownOf(after, typed.left) };
  }

  async #undo(key: string): Promise<FillOutcome | null> {
    const typed = this.#typed.get(key);
    if (!typed || isSame(typed.left, typed.was)) return null;
    const { id, target } = typed.step;
    const control = this.#known.again(target);
    if (!control) return { id, kind: 'gone' };
    if (!isOpen(control)) return { id, kind: 'closed' };
    const now = heldBy(control);
    if (!isSame(now, typed.left)) return { id, kind: 'changed', now: shownOf(control, now) };
    this.#watch.reach(control.element);
    putBack(control, typed);
    await letSettle();
    if (typed.mirrors?.areBack === false) await settledLate();
    const after = this.#known.again(target);
    if (!after) return { id, kind: 'gone' };
    const stands = heldBy(after);
    typed.left = stands;
    const said = shownOf(after, stands);
    if (
      !isSame(stands, typed.was) &&
      !(stands.isTicked === typed.was.isTicked && saysTheSame(typed.was.value, stands.value))
    )
      return { id, kind: 'refused', now: said };
    if (typed.mirrors && !typed.mirrors.areBack) return { id, kind: 'refused', now: said };
    this.#typed.delete(key);
    return { id, kind: 'done', now: said };
  }
}

function factsOf(target: ControlTarget, control: Control): ControlFacts {
  const { value, isTicked } = heldBy(control);
  const limit = limitOf(control);
  const formats = formatsOf(control);
  const mirrors = control.kind === 'input' ? daysBeside(control.element) : [];
  return {
    target,
    value,
    isTicked,
    isDisabled: isDisabled(control) || !isSeen(control),
    isReadOnly: isReadOnly(control),
    ...(limit === undefined ? {} : { limit }),
    ...(formats.length === 0 ? {} : { formats }),
    ...(mirrors.length === 0 ? {} : { mirrors }),
    ...(control.kind === 'select' ? { options: optionsIn(control.element) } : {}),
    ...(control.kind === 'select' && isReadOnly(control) ? { isMultiple: true as const } : {}),
    ...(sendsForm(control) ? { submits: true as const } : {}),
  };
}

function isOpen(control: Control): boolean {
  return !isDisabled(control) && !isReadOnly(control) && isSeen(control) && !sendsForm(control);
}

function putBack(control: Control, { was, ticked }: Typed): void {
  const act = backTo(control.kind, was);
  if (act) perform(control, act);
  else if (control.kind === 'select') chooseNone(control.element);
  else if (control.kind === 'radio' && ticked !== undefined) {
    const element = groupOf(control.element).find((each) => inputValueOf(each) === ticked);
    if (element) perform({ kind: 'radio', element }, { kind: 'tick', isTicked: true });
  }
}

/** The outcome of a step, from the value there when the page has responded. */
function cameOf({ step: { id, act }, left: now, mirrors }: Typed, control: Control): FillOutcome {
  const isDone =
    act.kind === 'tick'
      ? now.isTicked === act.isTicked
      : act.kind === 'choose'
        ? now.value === act.value && now.text === act.text
        : now.value === act.text || saysTheSame(act.text, now.value);
  const held = mirrors?.held() ?? [];
  return {
    id,
    kind: isDone ? 'done' : 'refused',
    now: shownOf(control, now),
    ...(held.length === 0 ? {} : { mirrors: held }),
  };
}

function isDay(act: FillStep['act']): boolean {
  return act.kind === 'type' && act.day !== undefined;
}

/** The value as in an outcome: see `FillOutcome`. */
function shownOf({ kind }: Control, { value, text, isTicked }: Held): string {
  if (kind === 'select') return text ?? '';
  return (kind === 'tick' || kind === 'radio') && !isTicked ? '' : value;
}

function isSame(one: Held, other: Held): boolean {
  return one.value === other.value && one.isTicked === other.isTicked && one.text === other.text;
}
