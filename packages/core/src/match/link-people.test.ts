import { expect, it } from 'vitest';
import { buildId } from '../testing/fiction/builder.js';
import { linkPeople } from './link-people.js';
import type { HeldPerson } from './person.js';

function row(name: string, bornOn: string, email?: string): HeldPerson {
  return {
    id: buildId(),
    values: [
      { kind: 'name', text: name },
      { kind: 'bornOn', text: bornOn },
      ...(email ? [{ kind: 'email', text: email } as const] : []),
    ],
  };
}

it('groups the rows of one person, by way of another row where two have too little in common', () => {
  const first = row('Morgan Vael', '2009-03-14');
  const other = row('Imogen Thackeray', '2010-11-02');
  const second = row('Morgan Vaele', '2009-03-14', 'm.vael@example.org');
  const third = row('M Vael', '2019-04-13', 'm.vael@example.org');
  expect(linkPeople([first, other, second, third])).toEqual([[first.id, second.id, third.id]]);
});

it('makes no groups of people who have nothing in common, or of nobody', () => {
  expect(linkPeople([row('Morgan Vael', '2009-03-14'), row('Ada Thorne', '2011-12-30')])).toEqual(
    [],
  );
  expect(linkPeople([])).toEqual([]);
});
