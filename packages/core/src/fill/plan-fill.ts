/**
 * The plan of a filling, made from the records, the form and what the form holds now. It is shown to the officer, who
 * approves each row; only then is anything typed. Nothing is planned for a control whose handler would send the form.
 */
import type { ControlFacts, ControlTarget } from '../page/control/control-facts.js';
import type { Issue } from '../shared/issue.js';
import { assign, isOfOthers } from './assign.js';
import { boxIssue } from './box-issue.js';
import type { FillPlan, FillRow } from './fill-row.js';
import type { FillValue } from './fill-value.js';
import { type Fitted, fitValue } from './fit-value.js';
import type { LiveControl } from './live-control.js';
import type { NamedForm } from './name-form.js';
import { namesPerson, ownSigns } from './names-person.js';
import { isOtherBirth, otherBirths } from './other-birth.js';
import { questionsOf } from './question.js';
import { saysDay } from './same-day.js';
import type { Place } from './share-out.js';
import { isEmptyChoice, standingIn } from './standing.js';
import type { FillStep } from './step.js';
import { type FormDoubt, whoseForm } from './whose-form.js';
import { provenPatterns } from './written-date.js';

/**
 * Gives the control of the form that takes each value, or the reason that none does. Nothing is typed. No row starts as
 * typed if the page may be about another person, if it names nobody, or if its signs have not been compared with the
 * records, until the officer has said that it is about this one.
 *
 * @param facts - what the open page says of its controls now; a control without facts is taken from the snapshot
 * @param doubts - what the records say of the page against this person; absent: it was not compared
 * @param isMeant - true once the officer has answered that the form is about this person
 * @returns a row for each value, and the boxes the form has beyond them
 */
export function planFill(
  form: NamedForm,
  values: readonly FillValue[],
  facts: readonly ControlFacts[] = [],
  doubts?: readonly FormDoubt[],
  isMeant = false,
): FillPlan {
  const live = new Map(facts.map((each) => [keyOf(each.target), each]));
  const controls = form.controls.map(
    (named): LiveControl => ({
      ...named,
      facts: live.get(keyOf(named.control.target)) ?? named.control.facts,
    }),
  );
  const questions = questionsOf(controls);
  const dates = [...(form.dates ?? []), ...datesIn(controls)];
  const chosen = assign(values, questions);
  const planned = values.map((value) => rowOf(value, chosen.get(value.id), dates));
  const { isDoubtful, ...whose } = whoseForm(
    form,
    values,
    doubts,
    otherBirths(planned, (id) => chosen.get(id)?.questions ?? []),
  );
  const signs = ownSigns(form, values, planned);
  // A page that shows somebody else is not an empty one, though its box for a name is.
  const hasOthers = isDoubtful || whose.doubts !== undefined;
  const shows = signs.filter(({ kind }) => !hasOthers || kind !== 'new-record');
  const isNameless = !isDoubtful && !namesPerson(shows);
  const isInDoubt = (isDoubtful || isNameless) && !isMeant;
  const rows = planned.map((row): FillRow => (isInDoubt ? { ...row, start: 'leave' } : row));
  const order = new Map(questions.map((question, place) => [question, place]));
  const placeOf = ({ id }: FillRow): number => {
    const question = chosen.get(id)?.questions[0];
    return question === undefined ? questions.length : (order.get(question) ?? questions.length);
  };
  const answered = new Set(
    [...chosen.values()].flatMap((place) => place.questions).flatMap((each) => each.controls),
  );
  return {
    // A row that would replace another text never comes first.
    rows: rows.toSorted((a, b) => isOver(a) - isOver(b) || placeOf(a) - placeOf(b)),
    unanswered: questions.flatMap(({ controls: [first], controls: all }) =>
      first !== undefined && !answered.has(first) && isAsked(all) ? [boxOf(first)] : [],
    ),
    ...(form.adapter ? { adapter: form.adapter } : {}),
    ...whose,
    ...(shows.length > 0 ? { shows } : {}),
    ...(isNameless ? { isNameless } : {}),
    ...(isInDoubt ? { isAsked: true } : {}),
  };
}

function isOver({ replaces }: FillRow): number {
  return replaces === undefined ? 0 : 1;
}

/** Types of the browser's own date boxes: they have one way of writing, which proves nothing about other boxes. */
const OWN_WAY = new Set(['date', 'datetime-local', 'month', 'week', 'time']);

/** Patterns that days in the form's other boxes prove: 04/25/2026 shows which is the month, and 04/03/2026 does not. */
function datesIn(controls: readonly LiveControl[]): readonly string[] {
  return controls.flatMap(({ control, facts: { value, target } }) =>
    control.kind === 'text' && !OWN_WAY.has(target.type) ? provenPatterns(value) : [],
  );
}

const NOWHERE: Place = { questions: [] };

function rowOf(
  value: FillValue,
  { questions, why: doubt }: Place = NOWHERE,
  dates: readonly string[],
): FillRow {
  const [question, another] = questions;
  const { stopped } = value;
  if (stopped !== undefined) {
    const why: Issue = {
      code: 'handling-forbids',
      severity: 'error',
      message: stopped,
      at: value.path,
    };
    return {
      id: value.id,
      value,
      text: value.text,
      steps: [],
      start: 'leave',
      state: 'cannot',
      why,
    };
  }
  const base = { id: value.id, value, text: value.text, steps: [], start: 'leave' as const };
  if (!question) return { ...base, state: 'cannot', why: boxIssue('box-not-found', value.path) };
  const [first] = question.controls;
  const box = first && boxOf(first);
  const limit = first?.facts.limit;
  const known = { ...base, ...(box ? { box } : {}), ...(limit === undefined ? {} : { limit }) };
  if (another) {
    const labels = questions
      .flatMap(({ controls }) => controls.slice(0, 1))
      .map(({ control }) => [...control.owner.slice(-1), control.label].join(', '));
    return {
      ...known,
      state: 'cannot',
      why: boxIssue('boxes-several', value.path, labels.join('; ')),
    };
  }
  const closed = closedIssue(value, question.controls);
  if (closed) return { ...known, state: 'cannot', why: closed };
  const fit = fitValue(value, question.controls, dates);
  if ('issue' in fit) return { ...known, state: 'cannot', why: fit.issue };
  const all = { ...known, text: fit.text };
  if (fit.acts.every(({ control, act }) => holds(control, act))) return { ...all, state: 'same' };
  const standing = standingIn(question.controls);
  const why = isOtherBirth(value, standing, fit)
    ? boxIssue('born-differs', value.path, standing)
    : (doubt ??
      disputeIssue(value) ??
      (standing === '' ? sensitiveIssue(value) : boxIssue('box-holds', value.path, standing)));
  return {
    ...all,
    state: 'can',
    steps: stepsOf(value, fit),
    start: why === undefined ? 'type' : 'leave',
    ...(standing === '' ? {} : { replaces: standing }),
    ...(why === undefined ? {} : { why }),
  };
}

function closedIssue(value: FillValue, controls: readonly LiveControl[]): Issue | undefined {
  if (controls.some(({ isSuppressed }) => isSuppressed))
    return boxIssue('box-suppressed', value.path);
  if (controls.every(({ control }) => control.kind === 'widget'))
    return boxIssue('box-made-otherwise', value.path);
  if (controls.every(({ control }) => !control.isShown)) return boxIssue('box-hidden', value.path);
  if (controls.some(({ facts }) => facts.submits)) return boxIssue('box-submits', value.path);
  if (controls.some(({ facts }) => facts.isDisabled || facts.isReadOnly))
    return boxIssue('box-closed', value.path);
  return undefined;
}

function disputeIssue({ path, others = [] }: FillValue): Issue | undefined {
  return others.length === 0
    ? undefined
    : boxIssue('value-disputed', path, others.map((other) => `“${other}”`).join(', '));
}

/** Values that officers choose for themselves: sensitive data, and data about somebody else. */
function sensitiveIssue({ path, sensitivity }: FillValue): Issue | undefined {
  if (sensitivity === 'special' || sensitivity === 'criminal' || sensitivity === 'source')
    return boxIssue('value-sensitive', path);
  return isOfOthers(path) ? boxIssue('value-of-other', path) : undefined;
}

function holds({ facts, control }: LiveControl, act: FillStep['act']): boolean {
  if (act.kind === 'tick') return facts.isTicked === act.isTicked;
  if (act.kind === 'choose') return facts.value === act.value && !isEmptyChoice(facts);
  if (act.day !== undefined) return facts.value === act.text || saysDay(facts.value, act.day);
  return control.kind === 'rich-text'
    ? facts.value.trim() === act.text.trim()
    : facts.value === act.text;
}

function stepsOf(value: FillValue, { acts }: Fitted): readonly FillStep[] {
  return acts.map(({ control, act }, place) => ({
    ...(acts.length === 1 ? { id: value.id } : { id: `${value.id}/${place + 1}`, of: value.id }),
    target: control.facts.target,
    act,
    before: { value: control.facts.value, isTicked: control.facts.isTicked },
  }));
}

function boxOf({ control: { label, owner, target } }: LiveControl) {
  return { label, owner, target };
}

/** True for a box that somebody could answer: it has a label, is on screen, and is empty. */
function isAsked(controls: readonly LiveControl[]): boolean {
  return (
    controls.every(({ isSuppressed }) => !isSuppressed) &&
    controls.some(
      ({ control, facts }) =>
        control.label !== '' && control.isShown && !facts.isDisabled && !facts.isReadOnly,
    ) &&
    standingIn(controls) === ''
  );
}

function keyOf({ frame, selector }: ControlTarget): string {
  return `${frame.join('.')} ${selector}`;
}
