/** Acts beside the person they are about, in whatever order both were typed: “log wren”, “wren summary”, “refuse noor”. */
import type { ListRowOf, RecordId } from '@cyber-prevent/core';
import type { App } from '../../../app/app.js';
import type { Route } from '../../../app/route.js';
import { screenOf } from '../../../app/screens.js';
import { foldText, hasWords, wordsOf } from '../../../components/list/fold-text.js';
import { t } from '../../../locales/late.js';
import { personActs } from '../../subject/acts.js';
import { aboutWords, type Entry, type Person } from './entries.js';

/** More than these are quicker found by a longer name. */
const MOST_PEOPLE = 20;
const MOST_ACTS = 3;
/** An act is named in fewer words than this. */
const MOST_CUTS = 5;
/** The status of a referral until somebody has decided on it. */
const UNDECIDED = 'received';

interface NamedAct {
  readonly id: string;
  readonly label: string;
  /** Words that it is found by next to its label. */
  readonly also: string;
  /** Where it is done for the person: nowhere if there is nothing to do it on. */
  readonly places: (
    subject: RecordId,
  ) => readonly { readonly id: string; readonly to: Route; readonly on?: string | undefined }[];
}

export interface ActAsked {
  readonly acts: readonly NamedAct[];
  readonly ofPerson: string;
}

/** Everything that can be done about a person. @param referrals - rows of the list of referrals */
export function namedActs(
  app: App,
  referrals: readonly ListRowOf['referrals'][],
): readonly NamedAct[] {
  const offered = personActs(app).map(
    ({ id, label, to }): NamedAct => ({
      id,
      label: t(label),
      also: '',
      places: (subject) => [{ id: subject, to: to(subject) }],
    }),
  );
  if (!screenOf(app.screens, 'decide')) return offered;
  const decide: NamedAct = {
    id: 'decide',
    label: t('palette.act.decide'),
    also: t('palette.act.decide.also'),
    places: (subject) =>
      referrals
        .filter(({ subjectId, status }) => subjectId === subject && status === UNDECIDED)
        .map(({ id, references: [on] }) => ({
          id,
          to: { name: 'decide', on: 'referral', record: id },
          on,
        })),
  };
  return [...offered, decide];
}

/** Every way to read what was typed as an act and a person; the fewest words of an act first. */
export function actsAsked(named: readonly NamedAct[], wanted: string): readonly ActAsked[] {
  const words = wordsOf(wanted);
  const asked: ActAsked[] = [];
  for (let cut = 1; cut < Math.min(words.length, MOST_CUTS); cut += 1)
    for (const [ofAct, ofPerson] of [
      [words.slice(0, cut), words.slice(cut)],
      [words.slice(-cut), words.slice(0, -cut)],
    ] as const) {
      const acts = named
        .filter(({ label, also }) => hasWords(foldText(`${label} ${also}`), ofAct))
        .slice(0, MOST_ACTS);
      if (acts.length > 0) asked.push({ acts, ofPerson: ofPerson.join(' ') });
    }
  return asked;
}

/** The acts about people found, each with its person. In the order of the people. */
export function actEntries(
  app: App,
  asked: readonly ActAsked[],
  find: (words: string) => readonly Person[],
): readonly Entry[] {
  const found = new Map<string, Entry>();
  for (const { acts, ofPerson } of asked) {
    const people = find(ofPerson).slice(0, MOST_PEOPLE);
    for (const { id, label, places } of acts)
      for (const person of people)
        for (const place of places(person.id))
          found.set(`${id} ${place.id}`, {
            id: `act-${id}-${place.id}`,
            group: 'acts',
            label,
            note: aboutWords(app, person),
            where: place.on === person.reference ? undefined : place.on,
            person,
            run: () => app.router.go(place.to),
          });
  }
  return [...found.values()];
}
