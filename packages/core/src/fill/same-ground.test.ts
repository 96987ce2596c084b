/** Tests that the boxes of a form are found, and named, on the same ground as the values of a page. */

import { expect, test } from 'vitest';
import { knowsLabel } from '../capture/name/knows-label.js';
import { gatherCodeLists } from '../codes/index.js';
import { readForm } from '../page/control/form.js';
import { readPage } from '../page/read-page.js';
import { snapshotOfHtml } from '../page/saved-page.js';
import { buildSubject } from '../testing/fiction/builder.js';
import { UNCONDITIONED } from '../testing/unconditioned.js';
import { fillValues } from './fill-value.js';
import { nameForm } from './name-form.js';
import { planFill } from './plan-fill.js';

const read = (html: string) => snapshotOfHtml(html, { url: 'https://rms.example.org/1' });

function named(html: string): Readonly<Record<string, string>> {
  const page = read(html);
  const { controls } = nameForm(page, readPage(page, { knows: knowsLabel }), { kind: 'referral' });
  return Object.fromEntries(
    controls.flatMap(({ control, path }) => (path ? [[control.target.name, path]] : [])),
  );
}

/** Rows of one make in which the words come after their box: only known labels say which is which. */
const AFTER = `<section><h2>Young person</h2>${[
  ['a', 'Surname'],
  ['b', 'Date of birth'],
  ['c', 'Postcode'],
  ['d', 'Locality band'],
]
  .map(([name, label]) => `<div class="f"><p><input name="${name}"></p><p>${label}</p></div>`)
  .join('')}</section>`;

test('an empty box has the label that its value would have', () => {
  const filled = read(AFTER.replaceAll('<input ', '<input value="x1" '));
  const { values } = readPage(filled, { knows: knowsLabel });
  const labels = readForm(read(AFTER), { knows: knowsLabel }).map(({ label }) => label);
  expect(labels).toEqual(values.map(({ label }) => label));
  expect(labels).toEqual(['Surname', 'Date of birth', 'Postcode', 'Locality band']);
});

test('an empty box stands under the same headings as its value', () => {
  const html = `<fieldset><legend>Young person</legend><section aria-label="Young person">
    <label for="n">Name</label><input id="n" value="x1"></section></fieldset>`;
  const [value] = readPage(read(html)).values;
  const [empty] = readForm(read(html.replace(' value="x1"', '')));
  expect(value?.owner).toEqual(['Young person']);
  expect(empty?.owner).toEqual(value?.owner);
});

test('known labels find the boxes of a filling', () => {
  expect(named(AFTER)).toEqual({
    a: 'subject.familyName',
    b: 'subject.bornOn',
    c: 'subject.postcode',
  });
});

const box = (name: string, label: string) =>
  `<label for="${name}">${label}</label><input id="${name}" name="${name}">`;

test('“Your name” is the referrer’s on a form that the referrer fills in', () => {
  const yours = `${box('n', 'Your name')}${box('r', 'Your role')}${box('p', 'Your telephone')}`;
  expect(named(`<h1>Make a referral</h1>${yours}`)).toEqual({
    n: 'referrer.name',
    r: 'referrer.role',
    p: 'referrer.phone',
  });
  expect(named(`<h1>My settings</h1>${box('n', 'Your name')}`)).toEqual({});
});

test('a telephone outside the subject’s own section is not taken for the subject’s', () => {
  const subject = `<fieldset><legend>Young person</legend>${box('a', 'Full name')}${box('b', 'Telephone')}</fieldset>`;
  expect(
    named(`${subject}<fieldset><legend>Office</legend>${box('c', 'Telephone')}</fieldset>`),
  ).toEqual({
    a: 'subject.name',
    b: 'subject.phones[]',
  });
});

test.each(['Web name', 'Profile name'])(
  '“%s” may be a person’s name, and takes no handle unseen',
  (label) => {
    expect(named(box('h', label))).toEqual({});
    expect(named(box('h', 'Username or handle'))).toEqual({
      h: 'subject.onlineIdentifiers[].asSeen',
    });
  },
);

test('a plan, and the paste pack with it, follows the order of the form', () => {
  const page = read(AFTER.replace('Locality band', 'Forename'));
  const form = nameForm(page, readPage(page, { knows: knowsLabel }), { kind: 'referral' });
  const subject = buildSubject({ givenNames: 'Tamsin', familyName: 'Vael', aliases: ['Taz'] });
  const plan = planFill(
    form,
    fillValues('referral', { subject }, gatherCodeLists(), UNCONDITIONED),
    [],
    [],
    true,
  );
  const asked = plan.rows.flatMap(({ box }) => box?.label ?? []);
  expect(asked).toEqual(['Surname', 'Date of birth', 'Postcode', 'Forename']);
  const last = plan.rows.slice(asked.length).map(({ box }) => box);
  expect(last.length).toBeGreaterThan(0);
  expect(last.every((box) => box === undefined)).toBe(true);
});

test('an external reference may be this case’s own or another office’s, and takes neither unseen', () => {
  expect(named(box('r', 'External reference'))).toEqual({});
  expect(named(box('r', 'Referral reference'))).toEqual({ r: 'referral.reference' });
});

test('“Contact’s agency” under “Contact made by” asks for no telephone', () => {
  const agency = box('a', 'Contact’s agency');
  expect(named(`<h2>Contact made by</h2>${agency}`)).not.toHaveProperty('a', 'referrer.phone');
});

test('an account of what happened asks for more than one line', () => {
  expect(named(box('s', 'Summary'))).toEqual({});
  expect(named('<label for="s">Summary</label><textarea id="s" name="s"></textarea>')).toEqual({
    s: 'referral.narrative',
  });
});
