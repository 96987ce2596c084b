/** Acts beside the person they are about, in whatever order both were typed: “log wren”, “wren summary”, “refuse noor”. */
import { foldText, hasWords, type ListRowOf, type RecordId, wordsOf } from '@cyber-prevent/core';
import type { App } from '../../../app/app.js';
import type { Route } from '../../../app/route.js';
import { screenOf } from '../../../app/screens.js';
import { t } from '../../../locales/late.js';
import { personActs } from '../../subject/acts.js';
import { aboutWords, type Entry, type Person } from './entries.js';

/** More than these are quicker found by a longer name. */
const MOST_PEOPLE = 20;
/** Of one person every act that the words may mean, of several the likeliest. */
const MOST_ACTS = { ofOne: 12, ofSeveral: 3 };
/** An act is named in no more words than this. */
const MOST_WORDS = 4;
/** Longer texts are read as an act and a person only with the act at one end. */
const FEW_WORDS = 6;
/** The status of a referral until somebody has decided on it. */
const UNDECIDED = 'received';

interface NamedAct {
  readonly id: string;
  readonly label: string;
  /** Words that it is found by next to its label. */
  readonly also: string;
  /** The screen of the act for the person; absent if there is nothing to do it on. */
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
  app: Pick<App, 'screens'>,
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
  for (let length = 1; length <= Math.min(MOST_WORDS, words.length - 1); length += 1)
    for (let from = 0; from + length <= words.length; from += 1) {
      const to = from + length;
      if (words.length > FEW_WORDS && from > 0 && to < words.length) continue;
      const ofAct = words.slice(from, to);
      const acts = named.filter(({ label, also }) => hasWords(foldText(`${label} ${also}`), ofAct));
      const ofPerson = [...words.slice(0, from), ...words.slice(to)].join(' ');
      if (acts.length > 0) asked.push({ acts, ofPerson });
    }
  return asked;
}

/**
 * The acts about people found, each with its person. In the order of the people.
 *
 * @param find - everybody whom the words fit. Somebody about whom the act cannot be done may be meant all the same: as
 * long as the words fit more than one, the officer has to choose.
 */
export function actEntries(
  app: Pick<App, 'router' | 'services'>,
  asked: readonly ActAsked[],
  find: (words: string) => readonly Person[],
): readonly Entry[] {
  const found = new Map<string, Entry>();
  const fitting = new Set<RecordId>();
  for (const { acts, ofPerson } of asked) {
    const people = find(ofPerson);
    for (const { id } of people) fitting.add(id);
    const most = people.length > 1 ? MOST_ACTS.ofSeveral : MOST_ACTS.ofOne;
    for (const { id, label, places } of acts.slice(0, most))
      for (const person of people.slice(0, MOST_PEOPLE))
        for (const place of places(person.id))
          found.set(`${id} ${place.id}`, {
            id: `act-${id}-${place.id}-${person.id}`,
            group: 'acts',
            act: id,
            label,
            note: aboutWords(app, person),
            where: place.on === person.reference ? undefined : place.on,
            person,
            run: () => app.router.go(place.to),
          });
  }
  const isDoubtful = fitting.size > 1;
  return [...found.values()].map((entry) => (isDoubtful ? { ...entry, isDoubtful } : entry));
}
