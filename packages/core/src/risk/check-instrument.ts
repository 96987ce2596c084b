/** Checks an instrument that comes from a plugin or a file, before a single answer is given to it. */
import * as v from 'valibot';
import { failed, type Issue, passed, type Result } from '../shared/issue.js';
import { INSTRUMENT_STATUSES, type Instrument, MISSING_ANSWERS } from './instrument.js';
import { protectedWords } from './protected-words.js';

const Id = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Use small letters, digits and hyphens'),
);
const Text = v.pipe(v.string(), v.minLength(1, 'Enter some text'), v.maxLength(500));
/** Whole and small, so that every total can be tried when the level's sensitivity is asked. */
const Points = v.pipe(
  v.number(),
  v.integer('Use whole points'),
  v.minValue(-20, 'Use points from -20 to 20'),
  v.maxValue(20, 'Use points from -20 to 20'),
);

const Schema = v.strictObject({
  id: Id,
  title: Text,
  version: v.pipe(v.string(), v.regex(/^\d+\.\d+\.\d+$/, 'Use a version like 1.0.0')),
  status: v.picklist(INSTRUMENT_STATUSES, `Use one of ${INSTRUMENT_STATUSES.join(', ')}`),
  source: Text,
  items: v.pipe(
    v.array(
      v.strictObject({
        id: Id,
        prompt: Text,
        hint: v.optional(Text),
        bears: v.picklist(['concern', 'strength'], 'Use concern or strength'),
        source: Text,
        points: v.pipe(
          v.record(Id, Points),
          v.check((points) => Object.keys(points).length > 1, 'Offer at least two answers'),
        ),
        answers: v.optional(v.record(Id, Text)),
      }),
    ),
    v.minLength(1, 'Give at least one item'),
    v.maxLength(60, 'Give 60 items or fewer'),
  ),
  bands: v.pipe(
    v.array(v.strictObject({ id: Id, label: Text, from: v.number() })),
    v.minLength(1, 'Give at least one band'),
  ),
});

/** The instrument, or an issue for each thing wrong; `at` is the place in the data, `items.2.points`. */
export function checkInstrument(value: unknown): Result<Instrument> {
  const parsed = v.safeParse(Schema, value);
  if (!parsed.success)
    return failed(
      ...parsed.issues.map((issue) => wrong(issue.message, v.getDotPath(issue) ?? undefined)),
    );
  const instrument = parsed.output as Instrument;
  const issues = [...bandIssues(instrument), ...itemIssues(instrument)];
  return issues.length === 0 ? passed(instrument) : failed(...issues);
}

function wrong(message: string, at?: string, code = 'instrument-invalid'): Issue {
  return { code, severity: 'error', message, ...(at === undefined ? {} : { at }) };
}

function bandIssues({ bands }: Instrument): readonly Issue[] {
  return bands.flatMap((band, i) => {
    const before = bands.slice(0, i);
    const issues: Issue[] = [];
    if (before.some(({ from }) => from >= band.from))
      issues.push(
        wrong('Put the bands in ascending order of their lowest score', `bands.${i}.from`),
      );
    if (before.some(({ id }) => id === band.id))
      issues.push(wrong(`Another band has the id “${band.id}” too`, `bands.${i}.id`));
    return issues;
  });
}

function itemIssues({ items }: Instrument): readonly Issue[] {
  return items.flatMap((item, i) => {
    const issues: Issue[] = [];
    if (items.slice(0, i).some(({ id }) => id === item.id))
      issues.push(wrong(`Another item has the id “${item.id}” too`, `items.${i}.id`));
    for (const answer of MISSING_ANSWERS)
      if (Object.hasOwn(item.points, answer))
        issues.push(
          wrong(`“${answer}” is on every item already and carries no points`, `items.${i}.points`),
        );
    if (item.bears === 'strength' && Object.values(item.points).some((points) => points > 0))
      issues.push(wrong('A strength adds no points', `items.${i}.points`));
    for (const word of protectedWords(item))
      issues.push(
        wrong(
          `“${word}” may not bear on a level: age, sex, ethnicity, religion, disability and neurodiversity are never items`,
          `items.${i}`,
          'instrument-protected',
        ),
      );
    return issues;
  });
}
