/** Everything that an officer may do about a person: forms of a record, and screens of their own. */
import type { RecordKind } from '@cyber-prevent/core';
import type { App } from '../../app/app.js';
import type { ActName, Route } from '../../app/route.js';
import { listScreens } from '../../app/screens.js';
import type { PlainKey } from '../../locales/late.js';
import type { Act } from '../act/act.js';
import { ORDER_ACTS } from '../orders/acts.js';
import { PERSON_ACTS } from '../person/acts.js';
import { MORE_ACTS } from './menu/more-acts.js';
import type { OfferedAct } from './menu/offered-act.js';

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
  const more = MORE_ACTS.filter(({ screen }) => screen in screens);
  return [...ofScreens, ...('act' in screens ? ofForms : []), ...more].toSorted(
    (a, b) => a.place - b.place,
  );
}
