/** What is typed into a form of another system, as data: one step for each control, and what came of it. */
import type { ControlFacts, ControlTarget } from '../page/control/control-facts.js';
import type { MeantDay } from './same-day.js';

export type FillAct =
  /**
   * The whole content of a text box or an editable region; `''` empties it. `day` is set where the text is a whole day: what
   * the page makes of it is then compared as a day.
   */
  | { readonly kind: 'type'; readonly text: string; readonly day?: MeantDay }
  /** The option of a `select` with this value and text. */
  | { readonly kind: 'choose'; readonly value: string; readonly text: string }
  /** A tick box or radio button. A radio button is never unticked. */
  | { readonly kind: 'tick'; readonly isTicked: boolean };

export interface FillStep {
  /** Stable within the plan. */
  readonly id: string;
  /** Of a value that takes several controls: which value. Where one of them does not take its part, none keeps it. */
  readonly of?: string;
  readonly target: ControlTarget;
  readonly act: FillAct;
  /** What stood there when the plan was made: something else by now means the officer or the page was at it. */
  readonly before: Pick<ControlFacts, 'value' | 'isTicked'>;
}

/** A field out of sight that follows a box, or seems to: what it held before the box was typed into, and what it holds now. */
export interface Mirror {
  readonly was: string;
  readonly now: string;
}

/**
 * What came of one step. Nothing is ever typed over what changed since the plan was made. `now` is as `ControlFacts.value`, but of
 * a `select` the text of the chosen option, and of a box or button that is not ticked `''`.
 */
export type FillOutcome =
  /** It stands there now. `now` differs from the act where the page wrote it in its own way; `mirrors` are those of a day. */
  | {
      readonly id: string;
      readonly kind: 'done';
      readonly now: string;
      readonly mirrors?: readonly Mirror[];
    }
  /**
   * The page put the old back; or it put something else there, `made`, and what stood there before was put back. `sends` is what
   * a field out of sight still holds that is sent in place of the box, where that is another day.
   */
  | {
      readonly id: string;
      readonly kind: 'refused';
      readonly now: string;
      readonly made?: string;
      readonly sends?: string;
      readonly mirrors?: readonly Mirror[];
    }
  /** Typed, and put back: another control of the same value did not take its part. */
  | { readonly id: string; readonly kind: 'put-back'; readonly now: string }
  /** The control is gone, or another stands in its place. */
  | { readonly id: string; readonly kind: 'gone' }
  /** It no longer says what it said when the plan was made. */
  | { readonly id: string; readonly kind: 'changed'; readonly now: string }
  /** It can no longer be typed into. */
  | { readonly id: string; readonly kind: 'closed' }
  /** The page tried to send something or to go elsewhere: it was held where it could be, and filling ended here. */
  | { readonly id: string; readonly kind: 'stopped'; readonly by: FillStop };

export type FillStop = 'submit' | 'navigation' | 'request' | 'page-left';
