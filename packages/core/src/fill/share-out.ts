/** Values of one kind among the boxes that ask for it: by what each of them is, never by which comes first. */
import type { Issue } from '../shared/issue.js';
import { boxIssue } from './box-issue.js';
import type { FillValue } from './fill-value.js';
import type { Question } from './question.js';
import { type KindMatch, kindInWords, matchKind } from './value-kind.js';

/** Where a value goes: one question, or several where it cannot be told which. */
export interface Place {
  readonly questions: readonly Question[];
  /** Why it is only offered there: its own kind is not known to be what the box asks for. */
  readonly why?: Issue;
}

/**
 * Boxes that ask for a kind take the values that are of it; boxes that ask for none take the next; what is left over is
 * offered to the boxes that are left over, each with the reason. A box takes one value.
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

/** The questions that a value may be typed into, as far as its kind goes; those that ask for its own kind alone where there are any. */
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
