import { describe, expect, test } from 'vitest';
import type { Adapter } from '../capture/adapter/adapter.js';
import type { FillKind } from '../capture/field/fill-path.js';
import { gatherCodeLists } from '../codes/index.js';
import type { ControlFacts } from '../page/control/control-facts.js';
import { readPage } from '../page/read-page.js';
import { snapshotOfHtml } from '../page/saved-page.js';
import type { PageSnapshot } from '../page/snapshot/snapshot.js';
import { buildIntervention, buildReferral, buildSubject } from '../testing/fiction/builder.js';
import { METAMORPHS } from '../testing/metamorph.js';
import { UNCONDITIONED } from '../testing/unconditioned.js';
import { fillValues } from './fill-value.js';
import { nameForm } from './name-form.js';
import { planFill } from './plan-fill.js';

const LISTS = gatherCodeLists();
const SUBJECT = buildSubject({
  name: 'Tamsin Vael',
  bornOn: '2010-03-04',
  phones: ['07700 900417', '01632 960118'],
  communicationNeeds: 'Uses a reader',
});
const REFERRAL = buildReferral({
  subjectId: SUBJECT.id,
  reference: 'NM/26/104',
  suspectedOffences: ['Unauthorised access'],
});
const INTERVENTION = buildIntervention({
  subjectId: SUBJECT.id,
  kind: 'home-visit',
  heldOn: '2026-11-20',
  mode: 'in-person',
  minutes: 45,
  place: 'Home',
  outcome: 'engaged',
  note: 'Talked about port scanning.\nMother was there.',
});

const read = (html: string) => snapshotOfHtml(html, { url: 'https://rms.example.org/1' });

function plan(
  page: PageSnapshot,
  kind: FillKind = 'intervention',
  adapters: readonly Adapter[] = [],
  facts: readonly ControlFacts[] = [],
) {
  const form = nameForm(page, readPage(page), { kind, adapters });
  const values = fillValues(
    kind,
    { subject: SUBJECT, referral: REFERRAL, intervention: INTERVENTION },
    LISTS,
    UNCONDITIONED,
  );
  return planFill(form, values, facts, [], true);
}

const rowsOf = (html: string, kind: FillKind = 'intervention') =>
  new Map(plan(read(html), kind).rows.map((row) => [row.id, row]));

const FORM = `<h1>Log a contact</h1>
  <label for="ref">Referral reference</label><input id="ref">
  <label for="kind">Type of contact</label>
  <select id="kind"><option value="">Choose one</option><option value="HV">Home visit or initial meeting</option><option value="L">Letter</option></select>
  <fieldset><legend>Date of visit</legend><label for="d">Day</label><input id="d"><label for="m">Month</label><input id="m"><label for="y">Year</label><input id="y"></fieldset>
  <fieldset><legend>Method of contact</legend><label><input type="radio" name="how" value="p">In person</label><label><input type="radio" name="how" value="t">Telephone</label></fieldset>
  <label for="min">Duration (mins)</label><input id="min" type="number">
  <label for="out">Outcome</label><select id="out"><option>Engaged</option><option>Refused</option></select>
  <label for="note">Notes</label><textarea id="note" maxlength="500"></textarea>
  <label for="officer">Officer’s collar number</label><input id="officer">`;

describe('a form that is read', () => {
  test('each value goes to the box that asks for it, written in its way', () => {
    const { rows } = plan(read(FORM));
    expect(
      rows
        .filter(({ state }) => state !== 'cannot')
        .map(({ id, text, start }) => [id, text, start]),
    ).toEqual([
      ['referral.reference', 'NM/26/104', 'type'],
      ['intervention.kind', 'Home visit or initial meeting', 'type'],
      ['intervention.heldOn', '20 11 2026', 'type'],
      ['intervention.mode', 'In person', 'type'],
      ['intervention.minutes', '45', 'type'],
      ['intervention.outcome', 'Engaged', 'leave'],
      ['intervention.note', 'Talked about port scanning.\nMother was there.', 'type'],
    ]);
  });

  test('what the form says already is the same, and needs no step', () => {
    const row = rowsOf(FORM).get('intervention.outcome');
    expect(row).toMatchObject({ state: 'same', steps: [] });
  });

  test('a date in three boxes takes three steps, a radio button one', () => {
    const rows = rowsOf(FORM);
    expect(
      rows.get('intervention.heldOn')?.steps.map(({ target, act }) => [target.selector, act]),
    ).toEqual([
      ['#d', { kind: 'type', text: '20' }],
      ['#m', { kind: 'type', text: '11' }],
      ['#y', { kind: 'type', text: '2026' }],
    ]);
    expect(rows.get('intervention.mode')?.steps).toMatchObject([
      { act: { kind: 'tick', isTicked: true }, target: { type: 'radio' } },
    ]);
  });

  test.each(['email', 'e-mail'])('a choice is found where the form writes “%s”', (word) => {
    const page = read(
      `<label>Type of contact <select><option>Visit<option>Advisory letter or ${word}</select></label>
      <fieldset><legend>Method of contact</legend><label><input type="radio" name="how">Telephone</label><label><input type="radio" name="how">${word}</label></fieldset>`,
    );
    const intervention = buildIntervention({
      subjectId: SUBJECT.id,
      kind: 'advisory-letter',
      mode: 'e-mail',
    });
    const form = nameForm(page, readPage(page), { kind: 'intervention' });
    const { rows } = planFill(
      form,
      fillValues('intervention', { subject: SUBJECT, intervention }, LISTS, UNCONDITIONED),
    );
    const texts = new Map(rows.map(({ id, text }) => [id, text]));
    expect(texts.get('intervention.kind')).toBe(`Advisory letter or ${word}`);
    expect(texts.get('intervention.mode')).toBe(word);
  });

  test('what no box asks for is told, and what the form asks for beyond is listed', () => {
    const { rows, unanswered } = plan(read(FORM));
    expect(rows.find(({ id }) => id === 'intervention.place')?.why?.code).toBe('box-not-found');
    expect(unanswered.map(({ label }) => label)).toEqual(['Officer’s collar number']);
  });

  test('an intervention gives who the subject is and nothing of what was alleged', () => {
    const html = '<label>Name <input></label><label>Suspected offence <input></label>';
    const rows = rowsOf(html);
    expect(rows.get('subject.name')?.state).toBe('can');
    expect([...rows.keys()].some((id) => id.includes('suspectedOffences'))).toBe(false);
  });
});

describe('what is not typed', () => {
  test.each([
    ['<label>Place <input readonly></label>', 'box-closed'],
    ['<label>Place <input disabled></label>', 'box-closed'],
    ['<label>Place <input hidden></label>', 'box-hidden'],
    ['<label>Place <input onchange="this.form.submit()"></label>', 'box-submits'],
    ['<label>Place <input maxlength="3"></label>', 'box-too-short'],
    ['<label>Place <select><option>Office</option></select></label>', 'choice-missing'],
    ['<label>Place <select><option>Home<option>HOME</select></label>', 'choice-several'],
    ['<label>Place <input type="number"></label>', 'box-wants-other'],
    ['<label>Place <input value="School"></label>', 'box-holds'],
    [
      '<h2>A</h2><label>Place <input></label><h2>B</h2><label>Place <input></label>',
      'boxes-several',
    ],
  ])('%s is left, because %s', (html, code) => {
    const row = rowsOf(html).get('intervention.place');
    expect(row?.why?.code).toBe(code);
    expect(row?.start).toBe('leave');
    if (code !== 'box-holds') expect(row?.steps).toEqual([]);
  });

  test('a box that holds something else is typed over only when the officer chooses it', () => {
    const row = rowsOf('<label>Place <input value="School"></label>').get('intervention.place');
    expect(row).toMatchObject({ state: 'can', start: 'leave', replaces: 'School' });
    expect(row?.steps).toMatchObject([{ before: { value: 'School' } }]);
  });

  test('several lines do not go into a box of one line, but an address does', () => {
    expect(rowsOf('<label>Comments <input></label>').get('intervention.asText')?.state).toBe(
      'cannot',
    );
    const subject = buildSubject({
      addresses: [{ lines: '1 Bogus Road\nNorthmoor', notedOn: '2026-11-01' }],
    });
    const page = read('<label>Address <input></label>');
    const form = nameForm(page, readPage(page), { kind: 'referral' });
    const values = fillValues('referral', { subject }, LISTS, UNCONDITIONED);
    const row = planFill(form, values, [], [], true).rows.find(
      ({ id }) => id === 'subject.address',
    );
    expect(row?.text).toBe('1 Bogus Road, Northmoor');
  });

  test('sensitive data and other people are typed only when the officer chooses them', () => {
    const rows = rowsOf(
      '<label>Suspected offence <input></label><label>Communication needs <input></label>',
      'referral',
    );
    expect(rows.get('referral.suspectedOffences[]')).toMatchObject({
      state: 'can',
      start: 'leave',
      why: { code: 'value-sensitive' },
    });
  });

  test('several telephones go to as many boxes, in order, and no further', () => {
    const rows = rowsOf('<h2>Subject</h2><label>Telephone <input></label>', 'referral');
    expect(rows.get('subject.phones[]')?.state).toBe('can');
    expect(rows.get('subject.phones[]-1')?.why?.code).toBe('box-not-found');
  });

  test('a box to search with is never typed into', () => {
    const page = read('<label>Name <input type="search"></label>');
    expect(plan(page).rows.find(({ id }) => id === 'subject.name')?.state).toBe('cannot');
  });
});

test('what the open page says of a control goes before what the snapshot says', () => {
  const page = read('<label for="p">Place</label><input id="p">');
  const [control] = nameForm(page, readPage(page), { kind: 'intervention' }).controls;
  const facts = control && { ...control.control.facts, isDisabled: true };
  const rows = plan(page, 'intervention', [], facts ? [facts] : []).rows;
  expect(rows.find(({ id }) => id === 'intervention.place')?.why?.code).toBe('box-closed');
});

describe('an adapter', () => {
  const ADAPTER: Adapter = {
    id: 'rms/contact',
    title: 'Records',
    version: '1.0.0',
    owner: 'Northmoor',
    engine: '>=0.0',
    match: { hosts: ['rms.example.org'], anchors: [{ label: 'Occurrence type' }] },
    screens: [{ fields: {} }],
    fill: [
      {
        of: 'intervention',
        fields: {
          'intervention.kind': [{ label: 'Occurrence type' }],
          'intervention.place': [{ selector: '[name="loc2"]' }],
        },
        choices: { 'intervention.kind': { 'home-visit': 'HV01' } },
        suppress: [{ label: 'Notes' }],
      },
    ],
    fixtures: [],
  };
  const HTML = `<label>Occurrence type <select><option value="">-</option><option value="HV01">Visit at home</option></select></label>
    <label>Place <input name="loc1"></label><input name="loc2"><label>Notes <textarea></textarea></label>`;

  test('names boxes by label or selector, knows what the system calls a code, and keeps others out', () => {
    const { rows, adapter } = plan(read(HTML), 'intervention', [ADAPTER]);
    const by = new Map(rows.map((row) => [row.id, row]));
    expect(adapter).toMatchObject({ id: 'rms/contact' });
    expect(by.get('intervention.kind')).toMatchObject({ text: 'Visit at home', start: 'type' });
    expect(by.get('intervention.place')?.box?.target.name).toBe('loc2');
    expect(by.get('intervention.note')?.state).toBe('cannot');
  });

  test('without a form for what is given, the page is read', () => {
    expect(plan(read(HTML), 'referral', [ADAPTER]).adapter).toBeUndefined();
  });
});

describe('changes to a form that change nothing of what it asks', () => {
  const page = read(FORM);
  const told = (each: PageSnapshot) =>
    plan(each)
      .rows.map(({ id, state, text, start }) => `${id} ${state} ${start} ${text}`)
      .sort();

  test.each(METAMORPHS)('it is filled the same $id', ({ change }) => {
    expect(told(change(page))).toEqual(told(page));
  });
});
