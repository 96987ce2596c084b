/** A code that goes to another system has the words of the day on which its record was made. */

import { expect, it } from 'vitest';
import type { CodeList, CodeLists } from '../codes/code-list.js';
import { gatherCodeLists } from '../codes/shipped.js';
import type { PlainDate } from '../shared/index.js';
import {
  buildIntervention,
  buildOnlineIdentifier,
  buildSubject,
} from '../testing/fiction/builder.js';
import { UNCONDITIONED } from '../testing/unconditioned.js';
import { fillValues } from './fill-value.js';

const on = (text: string) => text as PlainDate;
const shipped = gatherCodeLists();
const rewritten = (id: string, code: string): readonly [string, CodeList] => [
  id,
  {
    ...(shipped.get(id) as CodeList),
    codes: [
      { code, label: 'second words', from: on('2026-12-09') },
      { code, label: 'first words', from: on('2026-12-02'), to: on('2026-12-08') },
    ],
  },
];
const lists: CodeLists = new Map([
  ...shipped,
  rewritten('intervention-kind', 'home-visit'),
  rewritten('online-platform', 'discord'),
]);

it.each([
  ['2026-12-02', 'first words'],
  ['2026-12-09', 'second words'],
] as const)('gives what was recorded on %s the %s', (day, words) => {
  const subject = buildSubject();
  const about = { subjectId: subject.id };
  const intervention = buildIntervention({ ...about, kind: 'home-visit' });
  const handle = buildOnlineIdentifier({ ...about, platform: 'discord', asSeen: 'grebe' });
  const madeOn = new Map([intervention.id, handle.id].map((id) => [id, on(day)]));
  const records = { subject, intervention, onlineIdentifiers: [handle], madeOn };
  const textOf = (kind: 'intervention' | 'referral', path: string) =>
    fillValues(kind, records, lists, UNCONDITIONED).find((each) => each.path === path)?.text;
  expect(textOf('intervention', 'intervention.kind')).toBe(words);
  expect(textOf('intervention', 'intervention.asText')).toContain(`: ${words}\n`);
  expect(textOf('referral', 'subject.onlineIdentifiers[].asSeen')).toBe(`grebe (${words})`);
});
