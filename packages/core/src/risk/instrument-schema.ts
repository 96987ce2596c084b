/**
 * The shape of an instrument file, strict and bounded: it may come from outside and is not trusted. `pnpm docs` writes
 * it as JSON Schema, `instrument.schema.json`.
 */
import * as v from 'valibot';
import { PlainDate } from '../shared/primitives.js';
import { GROUND_KINDS, INSTRUMENT_STATUSES, ITEM_STATUSES } from './instrument.js';

const Id = v.pipe(
  v.string(),
  v.maxLength(100),
  v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Use small letters, digits and hyphens'),
);
const Text = v.pipe(v.string(), v.minLength(1, 'Enter some text'), v.maxLength(500));
const Ids = v.pipe(v.array(Id), v.minLength(1, 'Name at least one'), v.maxLength(60));
/** Whole and small, so that every total can be tried when the level's sensitivity is worked out. */
const Points = v.pipe(
  v.number(),
  v.integer('Use whole points'),
  v.minValue(-20, 'Use points from -20 to 20'),
  v.maxValue(20, 'Use points from -20 to 20'),
);
const Weight = v.pipe(
  v.number(),
  v.integer('Use a whole weight'),
  v.minValue(0, 'Use a weight from 0 to 10'),
  v.maxValue(10, 'Use a weight from 0 to 10'),
);
const Count = v.pipe(
  v.number(),
  v.integer('Use a whole number'),
  v.minValue(1, 'Use 1 or more'),
  v.maxValue(60, 'Use 60 or fewer'),
);
const Version = v.pipe(v.string(), v.regex(/^\d+\.\d+\.\d+$/, 'Use a version like 1.0.0'));

const Ground = v.pipe(
  v.strictObject({
    kind: v.picklist(GROUND_KINDS, `Use one of ${GROUND_KINDS.join(', ')}`),
    text: Text,
    source: v.exactOptional(Text),
  }),
  v.title('Ground'),
);

const Item = v.strictObject({
  id: Id,
  prompt: Text,
  hint: v.exactOptional(Text),
  plain: v.exactOptional(Text),
  domain: v.exactOptional(Id),
  bears: v.picklist(['concern', 'strength', 'context'], 'Use concern, strength or context'),
  source: Text,
  status: v.exactOptional(v.picklist(ITEM_STATUSES, `Use one of ${ITEM_STATUSES.join(', ')}`)),
  weight: v.exactOptional(Weight),
  points: v.exactOptional(
    v.pipe(
      v.record(Id, Points),
      v.check(
        (points: Readonly<Record<string, number>>) => Object.keys(points).length > 1,
        'Offer at least two answers',
      ),
    ),
  ),
  answers: v.exactOptional(v.record(Id, Text)),
});

const Applicability = v.strictObject({
  fact: Id,
  prompt: v.exactOptional(Text),
  atLeast: v.exactOptional(v.number()),
  atMost: v.exactOptional(v.number()),
  oneOf: v.exactOptional(
    v.pipe(v.array(Text), v.minLength(1, 'Name at least one'), v.maxLength(60)),
  ),
  reason: Ground,
});

const Rule = v.strictObject({
  id: Id,
  when: v.pipe(
    v.array(v.strictObject({ items: Ids, answers: Ids, count: v.exactOptional(Count) })),
    v.minLength(1, 'Say when the rule is met'),
    v.maxLength(10, 'Use 10 clauses or fewer'),
  ),
  atLeast: v.exactOptional(Id),
  atMost: v.exactOptional(Id),
  reason: Ground,
});

export const InstrumentSchema = v.strictObject({
  $schema: v.exactOptional(v.pipe(v.string(), v.maxLength(500))),
  id: Id,
  title: Text,
  version: Version,
  status: v.picklist(INSTRUMENT_STATUSES, `Use one of ${INSTRUMENT_STATUSES.join(', ')}`),
  source: Text,
  checkedOn: v.exactOptional(PlainDate),
  supersededBy: v.exactOptional(
    v.strictObject({ id: v.exactOptional(Id), version: Version, on: PlainDate }),
  ),
  applies: v.exactOptional(v.pipe(v.array(Applicability), v.maxLength(20))),
  minimum: v.exactOptional(
    v.pipe(
      v.array(v.strictObject({ answered: Count, items: v.exactOptional(Ids), reason: Ground })),
      v.maxLength(20),
    ),
  ),
  scale: v.exactOptional(v.record(Id, Points)),
  domains: v.exactOptional(
    v.pipe(v.array(v.strictObject({ id: Id, label: Text })), v.maxLength(30)),
  ),
  items: v.pipe(
    v.array(Item),
    v.minLength(1, 'Give at least one item'),
    v.maxLength(60, 'Give 60 items or fewer'),
  ),
  bands: v.pipe(
    v.array(
      v.strictObject({
        id: Id,
        label: Text,
        from: v.exactOptional(v.number()),
        reason: v.exactOptional(Ground),
      }),
    ),
    v.maxLength(20, 'Give 20 bands or fewer'),
  ),
  rules: v.exactOptional(v.pipe(v.array(Rule), v.maxLength(40, 'Give 40 rules or fewer'))),
});
