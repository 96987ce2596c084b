/** Faults possible in a well-formed instrument: duplicate ids, impossible points, rules on items that do not exist. */
import { offeredBy, weighedPoints } from './answer.js';
import { type Instrument, type Item, MISSING_ANSWERS } from './instrument.js';
import type { Fault } from './placed-issue.js';
import { protectedIn, protectedWords } from './protected-words.js';
import { applicabilityFaults, minimumFaults, ruleFaults, scaleFaults } from './rule-fault.js';

const NEVER_ITEMS = 'age, sex, ethnicity, religion, disability and neurodiversity are never items';

export function instrumentFaults(instrument: Instrument): readonly Fault[] {
  return [
    ...bandFaults(instrument),
    ...domainFaults(instrument),
    ...instrument.items.flatMap((item, i) => itemFaults(instrument, item, i)),
    ...scaleFaults(instrument),
    ...applicabilityFaults(instrument),
    ...minimumFaults(instrument),
    ...ruleFaults(instrument),
  ];
}

function bandFaults(instrument: Instrument): readonly Fault[] {
  const { bands } = instrument;
  const isScored = instrument.items.some((item) => weighedPoints(instrument, item).size > 0);
  return bands.flatMap(({ id, from }, i): readonly Fault[] => {
    const before = bands.slice(0, i);
    const faults: Fault[] = [];
    if (isScored && from === undefined)
      faults.push({
        path: ['bands', i],
        message: `The items carry points, so give the lowest score of “${id}” as “from”`,
      });
    if (!isScored && from !== undefined)
      faults.push({
        path: ['bands', i, 'from'],
        message: 'No item carries points, so no band can begin at a score. Remove “from”.',
      });
    if (from !== undefined && before.some((each) => (each.from ?? from - 1) >= from))
      faults.push({
        path: ['bands', i, 'from'],
        message: 'Put the bands in ascending order of their lowest score',
      });
    if (before.some((each) => each.id === id))
      faults.push({
        path: ['bands', i, 'id'],
        message: `Another band has the id “${id}” too`,
      });
    return faults;
  });
}

function domainFaults({ domains = [], items }: Instrument): readonly Fault[] {
  const twice = domains.flatMap(({ id }, i): readonly Fault[] =>
    domains.slice(0, i).some((each) => each.id === id)
      ? [{ path: ['domains', i, 'id'], message: `Another domain has the id “${id}” too` }]
      : [],
  );
  const unknown = items.flatMap(({ domain }, i): readonly Fault[] =>
    domain === undefined || domains.some(({ id }) => id === domain)
      ? []
      : [{ path: ['items', i, 'domain'], message: `There is no domain “${domain}”` }],
  );
  return [...twice, ...unknown];
}

function itemFaults(instrument: Instrument, item: Item, i: number): readonly Fault[] {
  const { points, answers, weight, bears } = item;
  const faults: Fault[] = [];
  const wrong = (key: string, message: string) => faults.push({ path: ['items', i, key], message });
  if (instrument.items.slice(0, i).some(({ id }) => id === item.id))
    wrong('id', `Another item has the id “${item.id}” too`);
  for (const answer of MISSING_ANSWERS) {
    if (points && Object.hasOwn(points, answer))
      wrong('points', `“${answer}” is on every item already and carries no points`);
    if (answers && Object.hasOwn(answers, answer))
      wrong('answers', `“${answer}” is on every item already`);
  }
  if (!points && answers && Object.keys(answers).length < 2)
    wrong('answers', 'Offer at least two answers');
  for (const answer of Object.keys(answers ?? {}))
    if (points && !Object.hasOwn(points, answer))
      wrong('answers', `Give “${answer}” points, or remove it: the item offers what has points`);
  if (bears === 'strength' && Object.values(points ?? {}).some((each) => each > 0))
    wrong('points', 'A strength adds no points');
  if (bears === 'context' && (points || weight !== undefined))
    wrong(
      points ? 'points' : 'weight',
      'Context does not affect the level, so it carries no points',
    );
  if (bears !== 'context' && weight !== undefined && !points)
    for (const answer of offeredBy(item))
      if (!instrument.scale || !Object.hasOwn(instrument.scale, answer))
        wrong('weight', `The item has a weight, and “scale” gives no points for “${answer}”`);
  for (const word of protectedWords(item))
    faults.push({
      path: ['items', i],
      message: `“${word}” may not affect a level: ${NEVER_ITEMS}`,
      code: 'instrument-protected',
    });
  const domain = instrument.domains?.find(({ id }) => id === item.domain);
  for (const word of domain ? protectedIn([domain.id, domain.label]) : [])
    faults.push({
      path: ['items', i, 'domain'],
      message: `“${word}” may not affect a level: ${NEVER_ITEMS}`,
      code: 'instrument-protected',
    });
  return faults;
}
