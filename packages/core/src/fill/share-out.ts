/** Shares values of one kind among the boxes that ask for it: by the kind of each value, never by its order alone. */
import type { Issue } from '../shared/issue.js';
import { boxIssue } from './box-issue.js';
import type { FillValue } from './fill-value.js';
import type { Question } from './question.js';
import { type KindMatch, kindInWords, matchKind } from './value-kind.js';

/** The place of a value: one question, or several if it is unclear which. */
export interface Place {
  readonly questions: readonly Question[];
  /** Reason that it is only offered there: its own kind is not known to be the one the box asks for. */
  readonly why?: Issue;
}

/**
 * Gives each box that asks for a kind a value of that kind, and each box that asks for none the next value. Values left
 * over are offered to boxes left over, each with the reason. A box takes one value.
 */
export function shareOut(
  values: readonly FillValue[],
  boxes: readonly Question[],
): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  const free = new Set(boxes);
  const giveWhere = (isFit: (match: KindMatch) => boolean): void => {
    for (const value of values) {
      if (places.has(value.id)) continue;
      for (const box of free) {
        const match = matchOf(value, box);
        if (!isFit(match)) continue;
        free.delete(box);
        const why = kindIssue(value, box, match);
        places.set(value.id, { questions: [box], ...(why ? { why } : {}) });
        break;
      }
    }
  };
  giveWhere((match) => match === 'own');
  giveWhere((match) => match === 'any');
  giveWhere(() => true);
  return places;
}

/**
 * The questions that a value may be typed into, judged by its kind; only those that ask for exactly its kind, if there
 * are any.
 */
export function fittingIn(value: FillValue, boxes: readonly Question[]): readonly Question[] {
  const own = boxes.filter((box) => matchOf(value, box) === 'own');
  return own.length > 0 ? own : boxes.filter((box) => matchOf(value, box) === 'any');
}

function matchOf(value: FillValue, { controls, beside }: Question): KindMatch {
  const { label = '', owner = [] } = controls[0]?.control ?? {};
  return matchKind(value, { label, owner, ...(beside === undefined ? {} : { beside }) });
}

function kindIssue(
  value: FillValue,
  { controls, beside }: Question,
  match: KindMatch,
): Issue | undefined {
  if (match === 'own' || match === 'any') return undefined;
  const label = controls[0]?.control.label ?? '';
  const box = beside === undefined ? label : `${label}, ${beside}`;
  const kind = kindInWords(value);
  return match === 'differs' && kind !== undefined
    ? boxIssue('value-kind-differs', value.path, box, kind)
    : boxIssue('value-kind-unknown', value.path, box);
}
