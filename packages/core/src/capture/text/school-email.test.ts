/** Emails of schools as they are pasted: each fact that is said, on the person of whom it is said, and no other. */
import { describe, expect, it } from 'vitest';
import { readPage } from '../../page/read-page.js';
import { snapshotOfHtml } from '../../page/saved-page.js';
import { pasted } from '../../testing/email-under-test.js';
import { testHost } from '../../testing/host.js';
import {
  CONTACT_EMAILS,
  type PersonTold,
  type SchoolEmail,
  SIGNED_EMAILS,
} from '../../testing/school-emails.js';
import { DAY_EMAILS, PEOPLE_EMAILS, PLACE_EMAILS } from '../../testing/school-emails-more.js';
import { openDraft } from '../draft/open-draft.js';
import type { Draft } from '../draft.js';
import type { FieldPath } from '../field/field-path.js';

const PARTS = {
  'relatedPersons[].relationship': 'relationship',
  'relatedPersons[].name': 'name',
  'relatedPersons[].phones[]': 'phone',
  'relatedPersons[].emails[]': 'email',
} as const satisfies Partial<Record<FieldPath, keyof PersonTold>>;

/** Content of a draft, in the form of the truth of an email. */
function saidIn({ rows }: Draft) {
  const says: Partial<Record<FieldPath, string[]>> = {};
  const people: Partial<Record<keyof PersonTold, string>>[] = [];
  const asked: string[] = [];
  for (const { path, value, index, either } of rows) {
    if (path === undefined || path === 'referral.narrative') continue;
    if (either) asked.push(path);
    if (path in PARTS) {
      const part = PARTS[path as keyof typeof PARTS];
      const person = { ...people[index ?? 0] };
      person[part] = person[part] === undefined ? value : `${person[part]} / ${value}`;
      people[index ?? 0] = person;
    } else says[path] = [...(says[path] ?? []), value];
  }
  return { says, people, asked };
}

function check({ text, says, people = [], asked = [] }: SchoolEmail): void {
  expect(saidIn(pasted(text))).toEqual({ says, people, asked });
}

describe('the signature of an email', () => {
  it.each(SIGNED_EMAILS)('is the writer’s alone: $about', check);
});

/** The same email as a mail program in the browser shows it. */
function onPage(text: string): Draft {
  const paragraphs = text
    .split('\n\n')
    .map((each) => `<p>${each.replaceAll('<', '&lt;').replaceAll('\n', '<br>')}</p>`);
  const html = `<main><h1>Inbox</h1><div>${paragraphs.join('')}</div></main>`;
  const url = 'https://mail.example.org/1';
  return openDraft({
    reading: readPage(snapshotOfHtml(html, { url, title: 'Mail' })),
    adapters: [],
    way: 'page',
    host: testHost(),
  });
}

describe('the signature of an email that is open in the browser', () => {
  it.each([...SIGNED_EMAILS, ...CONTACT_EMAILS])('gives the subject nothing: $about', (email) => {
    const { says } = saidIn(onPage(email.text));
    for (const path of ['subject.phones[]', 'subject.emails[]'] as const)
      expect(says[path]).toEqual(email.says[path]);
  });

  it('gives the subject nothing below the facts of a form', () => {
    const form = 'Name: Jayden Oakes\nDOB: 14/03/2012\nTel: 07700 900123';
    const signed =
      'Helen Marchbank\nDSL, Thornfield Academy\nTel: 01632 960284\nEmail: h.marchbank@thornfield.example';
    const { says } = saidIn(
      onPage(`${form}\n\nHe put a keylogger on two computers and told his friends.\n\n${signed}`),
    );
    expect(says['subject.phones[]']).toEqual(['+447700900123']);
    expect(says['subject.emails[]']).toBeUndefined();
  });

  it('keeps the telephone of a record with an account above it', () => {
    const told = 'He put a keylogger on two computers, and he has told all of his friends of it.';
    const rows = `<dl><dt>Summary</dt><dd>${told}</dd><dt>Name</dt><dd>Jayden Oakes</dd><dt>Tel</dt><dd>07700 900123</dd></dl>`;
    const reading = readPage(snapshotOfHtml(rows, { url: 'https://rms.example.org/1', title: '' }));
    const draft = openDraft({ reading, adapters: [], way: 'page', host: testHost() });
    expect(saidIn(draft).says['subject.phones[]']).toEqual(['+447700900123']);
  });
});

describe('a telephone or an address in an email', () => {
  it.each(CONTACT_EMAILS)('is of the person whose it is said to be: $about', check);
});

describe('the place where a pupil lives or goes to school', () => {
  it.each(PLACE_EMAILS)('is read where the words say so: $about', check);
});

describe('the people around a pupil', () => {
  it.each(PEOPLE_EMAILS)('keep their relation and their numbers: $about', check);
});

describe('the people around two pupils', () => {
  const BOTH =
    'Two of our pupils, Sam Carey (DOB 14/03/2013) and Lois Finch (DOB 22/02/2012), have run attacks on the network. ';

  it.each([
    ['Sam’s mum, Beth Carey, agrees.', '["Sam Carey"]'],
    ['Lois lives at 3 Chapel Row, Northmoor with her dad, Ian Finch.', '["Lois Finch"]'],
    ['Mum, Beth Carey, agrees.', undefined],
    ['Their mother is Beth Carey.', undefined],
    ['His mother, Beth Carey, agrees.', undefined],
    ['Kit’s mother, Ann Marlow, agrees.', undefined],
  ])('are each pupil’s own, and nobody’s where the words do not say: %s', (told, pupil) => {
    const rows = pasted(BOTH + told).rows.filter(({ path }) => path === 'relatedPersons[].name');
    expect(rows.map(({ listed }) => listed?.row)).toEqual(pupil === undefined ? [] : [pupil]);
  });
});

describe('a day in an email', () => {
  it.each(DAY_EMAILS)('is asked if it can be two days: $about', check);
});
