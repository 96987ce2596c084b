/** Everything that an officer may do about a person: forms of a record, and screens of their own. */
import { closedBy, type RecordKind, standingChecks } from '@cyber-prevent/core';
import type { App } from '../../app/app.js';
import type { ActName, Route } from '../../app/route.js';
import { listScreens, type PersonAct } from '../../app/screens.js';
import type { PlainKey } from '../../locales/late.js';
import type { Act } from '../act/act.js';
import type { SubjectPage } from '../case/subject-page.js';
import { ORDER_ACTS } from '../orders/acts.js';
import { PERSON_ACTS } from '../person/acts.js';

const ACTS: Readonly<Record<ActName, unknown>> = { ...PERSON_ACTS, ...ORDER_ACTS };

export const ACT_NAMES = Object.keys(ACTS) as readonly ActName[];

/** The act of that name; undefined where there is none, as in the route of another release. */
export function actByName(name: ActName): Act<RecordKind> | undefined {
  // Each row knows its own kind, which a table of all of them cannot say.
  return Object.hasOwn(ACTS, name) ? (ACTS[name] as Act<RecordKind>) : undefined;
}

/** The acts that change a record of that kind. */
export function changesOf(
  kind: RecordKind,
): readonly { readonly name: ActName; readonly title: PlainKey }[] {
  return ACT_NAMES.flatMap((name) => {
    const act = actByName(name);
    return act?.kind === kind && act.on !== undefined
      ? [{ name, title: act.changeTitle ?? act.title }]
      : [];
  });
}

export interface OfferedAct extends PersonAct {
  readonly id: string;
  /** The screen for it, about that person. */
  readonly to: (subject: SubjectPage['subject']['id']) => Route;
}

/** Acts about a person that need no record chosen first, in their order. */
export function personActs({ screens }: Pick<App, 'screens'>): readonly OfferedAct[] {
  const ofScreens = listScreens(screens).flatMap(([name, { aboutPerson }]): OfferedAct[] =>
    // A screen about a person needs the subject, or takes one.
    aboutPerson
      ? [{ ...aboutPerson, id: name, to: (subject) => ({ name, subject }) as Route }]
      : [],
  );
  const ofForms = ACT_NAMES.flatMap((act): OfferedAct[] => {
    const offered = actByName(act)?.aboutPerson;
    return offered
      ? [{ ...offered, id: act, to: (subject) => ({ name: 'act', act, subject }) }]
      : [];
  });
  return [...ofScreens, ...('act' in screens ? ofForms : [])].toSorted((a, b) => a.place - b.place);
}

/** States of a case in which an act has nothing to apply to. */
const APPLIES: Readonly<Record<NonNullable<PersonAct['unless']>, (page: SubjectPage) => boolean>> =
  {
    // For a closed case, the notice at the top says how to reopen it.
    closed: ({ all }) => closedBy(all('decision')) === undefined,
    checked: ({ all }) => standingChecks(all('contactCheck')).length === 0,
  };

/** An act with a place on the person's own page. */
export interface PageAct extends OfferedAct {
  readonly as: NonNullable<PersonAct['as']>;
}

/** The acts of a person's own page: the rest have a button in their section. */
export function pageActs(app: Pick<App, 'screens'>, page: SubjectPage): readonly PageAct[] {
  return personActs(app).filter(
    (act): act is PageAct =>
      act.as !== undefined && (act.unless === undefined || APPLIES[act.unless](page)),
  );
}
