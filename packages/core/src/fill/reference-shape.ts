import { packed } from '../match/fold.js';

/** The letters of a code, with every run of figures as one mark: `PR-0001` and `pr 12` have one shape. */
export function shapeOf(text: string): string {
  return packed(text).replace(/\p{N}+/gu, '9');
}
