import { expect, test } from 'vitest';
import { READERS } from '../field/field-path.js';
import { readValue } from './reader.js';
import { splitValue } from './split-value.js';

const read = (...args: Parameters<typeof readValue>) => {
  const found = readValue(...args);
  return found.ok ? found.value.value : found.issues[0]?.code;
};

test.each([
  ['cn=Morgan Vael,ou=Year 10,dc=school,dc=example', 'Morgan Vael'],
  ['CN=Bains\\, Amrit,OU=Cyber,DC=force,DC=example', 'Bains, Amrit'],
  ['CN=Zo\\C3\\AB Vael; OU=x', 'Zoë Vael'],
  ['uid=mvael+cn=Morgan Vael, ou=people, dc=example', 'Morgan Vael'],
  ['cn=Morgan Vael', 'Morgan Vael'],
])('the name of the person in %s is %s', (entry, name) => {
  expect(read('name', entry)).toBe(name);
});

test.each([
  'ou=Year 10,dc=school,dc=example',
  'uid=mvael,cn=users,cn=accounts,dc=example',
  'cn=mvael,ou=people,dc=example',
])('nobody is named by %s', (entry) => {
  expect(read('name', entry)).toBe('name-unreadable');
});

test('an entry is no address, school, reference or anything else but somebody’s words', () => {
  for (const reader of READERS.filter((each) => each !== 'name' && each !== 'prose'))
    expect(read(reader, 'cn=Morgan Vael 7,ou=Year 10,dc=example')).toBe('directory-entry');
});

test('what only has an equals sign is read as before', () => {
  expect(read('handle', 'Discord=taz_v')).toBe('taz_v');
  expect(read('text', 'a = b, c = d')).toBe('a = b, c = d');
  expect(read('text', 'c=GB')).toBe('c=GB');
});

test('its commas part nothing', () => {
  const entry = 'cn=Amrit Bains,ou=Cyber,dc=force,dc=example';
  for (const path of ['referrer.name', 'subject.name', 'subject.phones[]'] as const)
    expect(splitValue(path, entry)).toEqual([{ path, raw: entry }]);
});
