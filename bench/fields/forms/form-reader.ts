/** The reading of forms and the plan of filling them, repeated in the bench's own process: bundled before it is loaded. */

import { saysNotKnown } from '../../../packages/core/src/capture/read/not-known.ts';
import { nameForm, planFill } from '../../../packages/core/src/fill/index.ts';
import {
  FIELD_PATHS,
  fieldOf,
  knowsLabel,
  type PageSnapshot,
  parseSnapshot,
  readForm,
  readPage,
  writtenDate,
} from '../../../packages/core/src/index.ts';
import { collectFrames, readAnswer } from '../../../packages/extension/src/page/collect.ts';
import type { PageTruth } from '../saved-pages.ts';
import { type AnotherRecord, anotherRecord } from '../teach/another-record.ts';
import { scoreTeach } from '../teach/score-teach.ts';
import { emptied } from './emptied.ts';
import { type FilledBox, type FillScore, scoreFill, textInBox } from './score-fill.ts';
import { type FillWords, truthValues } from './truth-values.ts';

/** @throws {Error} when the page cannot be read */
export function snapshotOf(answers: readonly string[]): PageSnapshot {
  const frames = answers.flatMap((answer) => readAnswer(answer) ?? []);
  const snapshot = parseSnapshot(collectFrames(frames).pieces.join(''));
  if (!snapshot.ok) throw new Error(snapshot.issues.map(({ message }) => message).join(' '));
  return snapshot.value;
}

const WORDS: FillWords = {
  pathOf: (plain) => FIELD_PATHS.find((path) => path.replaceAll('[]', '') === plain),
  sensitivityOf: (path) => fieldOf(path as (typeof FIELD_PATHS)[number]).sensitivity,
  writtenDate,
};

/** The boxes of the form as they are filled. */
export function boxesOn(snapshot: PageSnapshot): readonly FilledBox[] {
  return readForm(snapshot, { knows: knowsLabel }).map(
    ({ target, label, owner, facts, option, isShown }) => ({
      target,
      label: [...owner, label].join(' › '),
      text: answered(textInBox(facts, option)),
      isShown,
    }),
  );
}

/** The text, if it is an answer: words for *not known* say no more than an empty box. */
function answered(text: string): string {
  return saysNotKnown(text) ? '' : text;
}

/** The same form emptied, and planned with the values that its record holds. */
export function fillScore(snapshot: PageSnapshot, truth: PageTruth): FillScore {
  const values = truthValues(truth, WORDS);
  const empty = emptied(snapshot);
  const form = nameForm(empty, readPage(empty, { knows: knowsLabel }), { kind: 'referral' });
  const plan = planFill(
    form,
    values.map(({ value }) => value),
    [],
    [],
    // An emptied form names nobody: the score is about the boxes, once it is said whose form it is.
    true,
  );
  return scoreFill(plan, values, boxesOn(snapshot));
}

/** Another record on the screen of a saved page. */
export function another(snapshot: PageSnapshot, truth: PageTruth): AnotherRecord {
  const { values } = readPage(snapshot, { knows: knowsLabel });
  return anotherRecord(
    snapshot,
    truth,
    values.map(({ value }) => value),
  );
}

export { scoreTeach };
