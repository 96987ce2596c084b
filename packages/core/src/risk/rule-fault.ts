/** Possible faults in an instrument's scale, applicability, minimum answers and rules. */

import { offeredBy } from './answer.js';
import { type Clause, type Instrument, MISSING_ANSWERS, type Rule } from './instrument.js';
import type { Fault } from './placed-issue.js';
import { protectedIn } from './protected-words.js';

/** Facts that decide whether an instrument applies; only for that may one be a protected characteristic. */
const MAY_APPLY = new Set(['age']);

export function scaleFaults({ scale, items }: Instrument): readonly Fault[] {
  if (!scale) return [];
  const faults: Fault[] = [];
  for (const [answer, points] of Object.entries(scale)) {
    if ((MISSING_ANSWERS as readonly string[]).includes(answer))
      faults.push({
        path: ['scale', answer],
        message: `“${answer}” is on every item already and carries no points`,
      });
    if (points < 0)
      faults.push({
        path: ['scale', answer],
        message: 'Use 0 or more on the scale: a strength takes the same points off',
      });
  }
  if (!items.some(({ weight, points }) => weight !== undefined && !points))
    faults.push({ path: ['scale'], message: 'No item uses the scale. Give an item a weight.' });
  return faults;
}

export function applicabilityFaults({ applies = [] }: Instrument): readonly Fault[] {
  return applies.flatMap(({ fact, prompt = '', atLeast, atMost, oneOf }, i): readonly Fault[] => {
    const faults: Fault[] = [];
    const isRange = atLeast !== undefined || atMost !== undefined;
    if (isRange === (oneOf !== undefined))
      faults.push({
        path: ['applies', i],
        message: 'Say what must hold: “atLeast” and “atMost”, or “oneOf”',
      });
    if (atLeast !== undefined && atMost !== undefined && atLeast > atMost)
      faults.push({
        path: ['applies', i, 'atLeast'],
        message: 'Make “atLeast” no more than “atMost”',
      });
    if (!MAY_APPLY.has(fact))
      for (const word of protectedIn([fact, prompt, ...(oneOf ?? [])]))
        faults.push({
          path: ['applies', i, 'fact'],
          message: `“${word}” may not decide who an instrument is for: of protected characteristics only age may`,
          code: 'instrument-protected',
        });
    return faults;
  });
}

export function minimumFaults(instrument: Instrument): readonly Fault[] {
  const { minimum = [], items } = instrument;
  return minimum.flatMap(({ answered, items: named }, i): readonly Fault[] => [
    ...unknownItems(instrument, named ?? [], ['minimum', i, 'items']),
    ...(answered > (named ?? items).length
      ? [
          {
            path: ['minimum', i, 'answered'],
            message: `There are only ${(named ?? items).length} items, so ${answered} can never be answered`,
          },
        ]
      : []),
  ]);
}

export function ruleFaults(instrument: Instrument): readonly Fault[] {
  const { rules = [] } = instrument;
  return rules.flatMap((rule, i): readonly Fault[] => {
    const faults: Fault[] = [];
    if (rules.slice(0, i).some(({ id }) => id === rule.id))
      faults.push({
        path: ['rules', i, 'id'],
        message: `Another rule has the id “${rule.id}” too`,
      });
    return [
      ...faults,
      ...levelFaults(instrument, rule, i),
      ...rule.when.flatMap((clause, j) =>
        clauseFaults(instrument, clause, ['rules', i, 'when', j]),
      ),
    ];
  });
}

function levelFaults({ bands }: Instrument, rule: Rule, i: number): readonly Fault[] {
  const keys = (['atLeast', 'atMost'] as const).filter((key) => rule[key] !== undefined);
  if (keys.length !== 1)
    return [
      { path: ['rules', i], message: 'Give the level that the rule holds: “atLeast” or “atMost”' },
    ];
  return keys.flatMap((key) =>
    bands.some(({ id }) => id === rule[key])
      ? []
      : [{ path: ['rules', i, key], message: `There is no band “${rule[key]}”` }],
  );
}

function clauseFaults(
  instrument: Instrument,
  { items, answers, count = 1 }: Clause,
  path: readonly (string | number)[],
): readonly Fault[] {
  const faults: Fault[] = [...unknownItems(instrument, items, [...path, 'items'])];
  if (count > items.length)
    faults.push({
      path: [...path, 'count'],
      message: `The clause names ${items.length} items, so ${count} can never be met`,
    });
  for (const [j, answer] of answers.entries())
    if ((MISSING_ANSWERS as readonly string[]).includes(answer))
      faults.push({
        path: [...path, 'answers', j],
        message: `“${answer}” is not an answer: what is missing cannot meet a rule`,
      });
  for (const [j, id] of items.entries()) {
    const item = instrument.items.find((each) => each.id === id);
    if (!item) continue;
    if (item.bears === 'context')
      faults.push({
        path: [...path, 'items', j],
        message: `“${id}” is context, which does not affect the level`,
      });
    // Otherwise a missing answer would keep open a clause that no answer could meet.
    if (!answers.some((answer) => offeredBy(item).includes(answer)))
      faults.push({
        path: [...path, 'items', j],
        message: `“${id}” offers none of the answers that the clause asks for`,
      });
  }
  return faults;
}

function unknownItems(
  { items }: Instrument,
  ids: readonly string[],
  path: readonly (string | number)[],
): readonly Fault[] {
  return ids.flatMap((id, j): readonly Fault[] => {
    if (!items.some((item) => item.id === id))
      return [{ path: [...path, j], message: `There is no item “${id}”` }];
    return ids.indexOf(id) < j
      ? [{ path: [...path, j], message: `“${id}” is named here twice` }]
      : [];
  });
}
