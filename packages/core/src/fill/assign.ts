/** Which boxes a value goes to. Where that cannot be told, it is given all that may be meant, and is typed into none. */
import { fieldOf, isFieldPath, ownerOf } from '../capture/field-path.js';
import type { FillPath } from '../capture/fill-path.js';
import type { FillValue } from './fill-value.js';
import type { LiveControl } from './fit-value.js';

/** Controls that answer one thing: radio buttons, the boxes of a date, or one box alone. */
export interface Question {
  readonly controls: readonly LiveControl[];
  readonly path: FillPath | undefined;
  readonly isNamed: boolean;
}

/** Which questions ask for a value: more than one where that cannot be told. */
export function assign(
  values: readonly FillValue[],
  questions: readonly Question[],
): ReadonlyMap<string, readonly Question[]> {
  const chosen = new Map<string, readonly Question[]>();
  for (const path of new Set(values.map((value) => value.path))) {
    const own = values.filter((value) => value.path === path);
    const open = shownOf(questions, path);
    const sure = open.filter(({ isNamed }) => isNamed);
    const meant = sure.length > 0 ? sure : open;
    if (isOfOthers(path)) {
      const names = shownOf(questions, 'relatedPersons[].name').map(headingOf);
      for (const [id, question] of byPerson(own, meant, names)) chosen.set(id, question);
    } else if (isMany(path)) {
      // Two forms that ask for a telephone each are not one that asks for two.
      const isOneForm = sure.length > 0 || isUnderOneHeading(meant);
      own.forEach((value, place) => {
        const question = meant[place];
        if (question) chosen.set(value.id, isOneForm ? [question] : meant);
      });
    } else if (own[0] && meant.length > 0) chosen.set(own[0].id, meant);
  }
  return chosen;
}

function shownOf(questions: readonly Question[], path: FillPath): readonly Question[] {
  const asking = questions.filter((question) => question.path === path);
  const shown = asking.filter(({ controls }) => controls.some(({ control }) => control.isShown));
  return shown.length > 0 ? shown : asking;
}

/** True where the headings over one box are over the others too, but for finer ones. */
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
 * A person's boxes stand under one heading with their name, or come as often as names are asked for. Otherwise whose they are
 * cannot be told.
 */
function byPerson(
  values: readonly FillValue[],
  boxes: readonly Question[],
  names: readonly string[],
): readonly (readonly [id: string, questions: readonly Question[]])[] {
  const persons = new Map<number, FillValue[]>();
  for (const value of values) {
    const { person = 0 } = value;
    persons.set(person, [...(persons.get(person) ?? []), value]);
  }
  return [...persons].flatMap(([person, own]) => {
    const theirs = boxesOf(person, boxes, names);
    return own.flatMap(({ id }, place) => {
      const box = theirs?.[place];
      if (theirs === undefined) return [[id, boxes] as const];
      return box ? [[id, [box]] as const] : [];
    });
  });
}

/** Undefined where it cannot be told. */
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
