/** One page about two to four people under the same labels, with the truth about whose each fact is. */
import { handOf } from '../layouts/hand.ts';
import type { LabelSet } from '../layouts/label-set.ts';
import type { MadePage } from '../layouts/make-page.ts';
import { slug } from '../layouts/markup.ts';
import { pageAround } from '../layouts/page-around.ts';
import { type Random, randomOf } from '../layouts/random.ts';
import { fullName, makeRecord, type Person } from '../layouts/record.ts';
import { personRows, type RowOptions, rowOptions } from '../layouts/rows.ts';
import { asServed, SPACES } from '../layouts/served.ts';
import { listOf } from '../score-pairs.ts';
import type { Arrangement, Shown } from './arrangements.ts';

export interface PeopleRecipe {
  readonly arrangement: Arrangement;
  readonly labels: LabelSet;
  readonly seed: number;
}

const SUBJECTS = ['Subject', 'Young person', 'Subject details'];
const OTHERS = [
  'Sibling',
  'Brother',
  'Friend',
  'Linked young person',
  'Witness',
  'Victim',
  'Co-accused',
  'Associate',
  'Other child',
  'Complainant',
];

export function makePeoplePage({ arrangement, labels, seed }: PeopleRecipe): MadePage {
  const random = randomOf(seed, 'people', arrangement.name, labels.name);
  const record = makeRecord(random);
  const options = rowOptions(labels, handOf(random, false), arrangement.isOneLine === true, random);
  const further = Array.from({ length: random.below(3) }, () => makeRecord(random).other);
  const roles = random.shuffled(OTHERS);
  const subject = shown(record.subject, random.pick(SUBJECTS), options);
  const others = [record.other, ...further]
    .filter((person, nth, all) => isAnother(person, [record.subject, ...all.slice(0, nth)]))
    .map((person, nth) => shown(person, roles[nth] ?? 'Other person', options));
  const body = arrangement.draw([subject, ...others]);
  const name = slug(labels.name);
  const canonicals = subject.rows.map(({ canonical }) => canonical);
  return {
    layout: `people-${arrangement.name}`,
    labelSet: labels.name,
    notKnownKind: 'none',
    name,
    html: served(pageAround({ record, body, style: '', random }), random),
    truth: {
      url: `http://127.0.0.1/people/${name}`,
      labels: Object.fromEntries(subject.rows.map(({ label, value }) => [label, value])),
      canonical: Object.assign({}, ...canonicals),
      normalised: Object.assign({}, ...subject.rows.map(({ normalised }) => normalised)),
      distractors: others.flatMap(distractorsOf).filter(({ value }) => {
        const own = [...canonicals.flatMap((each) => Object.values(each)).flatMap(listOf)];
        return !own.includes(value) && value !== subject.name;
      }),
    },
    notKnown: [],
  };
}

function shown(person: Person, role: string, options: RowOptions): Shown {
  return { role, name: fullName(person), rows: personRows(person, options) };
}

/** Names are unlike, so that a page never shows two people of one name. */
function isAnother(person: Person, before: readonly Person[]): boolean {
  return before.every(
    ({ forenames, surname }) => forenames !== person.forenames && surname !== person.surname,
  );
}

function distractorsOf({ name, rows, role }: Shown): MadePage['truth']['distractors'] {
  const values = rows.flatMap(({ canonical }) => Object.values(canonical).flatMap(listOf));
  return [name, ...values].map((value) => ({ value, why: role, isPersons: true }));
}

function served(html: string, random: Random): string {
  return asServed(html, random.pick(SPACES), random);
}
