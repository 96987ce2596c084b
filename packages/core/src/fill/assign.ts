/**
 * The boxes that a value goes to. If that is unclear, the value is offered every box that may be meant, and is typed
 * into none.
 */
import { fieldOf, isFieldPath, ownerOf } from '../capture/field/field-path.js';
import type { FillPath } from '../capture/field/fill-path.js';
import type { FillValue } from './fill-value.js';
import { likeliestNoteBoxes, WHOLE } from './note-box.js';
import type { Question } from './question.js';
import { fittingIn, type Place, shareOut } from './share-out.js';

/** The questions that ask for each value: more than one if that is unclear. */
export function assign(
  values: readonly FillValue[],
  questions: readonly Question[],
): ReadonlyMap<string, Place> {
  const chosen = new Map<string, Place>();
  for (const path of new Set(values.map((value) => value.path))) {
    const own = values.filter((value) => value.path === path);
    const open = shownOf(questions, path);
    const sure = open.filter(({ isNamed }) => isNamed);
    const asking = sure.length > 0 ? sure : open;
    const meant = WHOLE.has(path) ? likeliestNoteBoxes(asking) : asking;
    for (const [id, place] of placesOf(path, own, meant, questions)) chosen.set(id, place);
  }
  return chosen;
}

function placesOf(
  path: FillPath,
  own: readonly FillValue[],
  meant: readonly Question[],
  questions: readonly Question[],
): ReadonlyMap<string, Place> {
  if (meant.length === 0) return new Map();
  if (isOfOthers(path))
    return byPerson(own, meant, shownOf(questions, 'relatedPersons[].name').map(headingOf));
  // Two forms that each ask for a telephone are not one form that asks for two.
  const isOneForm = meant.some(({ isNamed }) => isNamed) || isUnderOneHeading(meant);
  if (isMany(path))
    return isOneForm
      ? shareOut(own, meant)
      : new Map(own.slice(0, meant.length).map(({ id }) => [id, { questions: meant }]));
  const [value] = own;
  if (!value) return new Map();
  const fitting = isUnderOneHeading(meant) ? fittingIn(value, meant) : meant;
  if (fitting.length > 1) return new Map([[value.id, { questions: fitting }]]);
  return shareOut([value], fitting.length === 1 ? fitting : meant);
}

function shownOf(questions: readonly Question[], path: FillPath): readonly Question[] {
  const asking = questions.filter((question) => question.path === path);
  const shown = asking.filter(({ controls }) => controls.some(({ control }) => control.isShown));
  return shown.length > 0 ? shown : asking;
}

/** True if the headings over one box are over the others too; the others may have finer ones as well. */
function isUnderOneHeading(questions: readonly Question[]): boolean {
  const owners = questions.map(({ controls }) => controls[0]?.control.owner ?? []);
  const [least = []] = owners.toSorted((a, b) => a.length - b.length);
  return owners.every(
    (owner) =>
      (least.length > 0 || owner.length === 0) &&
      least.every((title, place) => owner[place] === title),
  );
}

/**
 * Assigns by person. A person's boxes are under one heading with their name, or there are as many as there are boxes
 * for names. Otherwise nobody can say whose they are.
 */
function byPerson(
  values: readonly FillValue[],
  boxes: readonly Question[],
  names: readonly string[],
): ReadonlyMap<string, Place> {
  const persons = new Map<number, FillValue[]>();
  for (const value of values) {
    const { person = 0 } = value;
    persons.set(person, [...(persons.get(person) ?? []), value]);
  }
  return new Map(
    [...persons].flatMap(([person, own]) => {
      const theirs = boxesOf(person, boxes, names);
      if (theirs === undefined) return own.map(({ id }) => [id, { questions: boxes }] as const);
      return [...shareOut(own, theirs)];
    }),
  );
}

/** Boxes of that person; undefined if that is unclear. */
function boxesOf(
  person: number,
  boxes: readonly Question[],
  names: readonly string[],
): readonly Question[] | undefined {
  if (names.length < 2) {
    if (person > 0) return [];
    return isUnderOneHeading(boxes) ? boxes : undefined;
  }
  if (new Set(names).size === names.length)
    return boxes.filter((box) => headingOf(box) === names[person]);
  const each = boxes.length / names.length;
  if (!Number.isInteger(each)) return boxes.length > 1 ? undefined : [];
  return boxes.slice(person * each, (person + 1) * each);
}

function headingOf({ controls }: Question): string {
  return controls[0]?.control.owner.join('\n') ?? '';
}

function isMany(path: FillPath): boolean {
  return isFieldPath(path) && fieldOf(path).many === true;
}

export function isOfOthers(path: FillPath): boolean {
  return isFieldPath(path) && ownerOf(path) === 'relatedPersons';
}
