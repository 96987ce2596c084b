/** Steps typed into another system's form, as data: one step for each control, and its outcome. */
import type { ControlFacts, ControlTarget } from '../page/control/control-facts.js';
import type { MeantDay } from './same-day.js';

export type FillAct =
  /**
   * The whole content of a text box or an editable region; `''` empties it. `day` is set if the text is a whole day:
   * the page's version of it is then compared as a day.
   */
  | { readonly kind: 'type'; readonly text: string; readonly day?: MeantDay }
  /** The option of a `select` with this value and text. */
  | { readonly kind: 'choose'; readonly value: string; readonly text: string }
  /** A tick box or radio button. A radio button is never unticked. */
  | { readonly kind: 'tick'; readonly isTicked: boolean };

export interface FillStep {
  /** Id, stable within the plan. */
  readonly id: string;
  /** Value of the step, if it takes several controls. If one of them does not take its part, none keeps it. */
  readonly of?: string;
  readonly target: ControlTarget;
  readonly act: FillAct;
  /**
   * Content of the control when the plan was made. If it is different by now, the officer or the page has changed it.
   */
  readonly before: Pick<ControlFacts, 'value' | 'isTicked'>;
}

/** A hidden field that follows a box, or seems to: its content before the box was typed into, and now. */
export interface Mirror {
  readonly was: string;
  readonly now: string;
}

/**
 * The outcome of one step. Nothing is ever typed over content that changed since the plan was made. `now` is as
 * `ControlFacts.value`, except that a `select` gives the text of the chosen option, and an unticked box or button gives
 * `''`.
 */
export type FillOutcome =
  /**
   * The value is in the control now. `now` differs from the act if the page rewrote it; `mirrors` are those of a day.
   */
  | {
      readonly id: string;
      readonly kind: 'done';
      readonly now: string;
      readonly mirrors?: readonly Mirror[];
    }
  /**
   * The page put the old content back; or it put in something else, `made`, and the old content was then restored.
   * `sends` is the content of a hidden field that is sent in place of the box, if it still holds another day.
   */
  | {
      readonly id: string;
      readonly kind: 'refused';
      readonly now: string;
      readonly made?: string;
      readonly sends?: string;
      readonly mirrors?: readonly Mirror[];
    }
  /** Typed, then put back: another control of the same value did not take its part. */
  | { readonly id: string; readonly kind: 'put-back'; readonly now: string }
  /** The control is gone, or another has taken its place. */
  | { readonly id: string; readonly kind: 'gone' }
  /** The control no longer holds what it held when the plan was made. */
  | { readonly id: string; readonly kind: 'changed'; readonly now: string }
  /** The control can no longer be typed into. */
  | { readonly id: string; readonly kind: 'closed' }
  /** The page tried to send something or to navigate: it was prevented where possible, and filling ended here. */
  | { readonly id: string; readonly kind: 'stopped'; readonly by: FillStop };

export type FillStop = 'submit' | 'navigation' | 'request' | 'page-left';
