import { expect, test } from 'vitest';
import { snapshotOfHtml } from '../saved-page.js';
import { readForm } from './form.js';

const form = (html: string) => readForm(snapshotOfHtml(html, { url: 'https://rms.example.org/1' }));

test('an empty box has the label that asks for it', () => {
  expect(form('<label for="k">Date of contact</label><input id="k">')[0]).toMatchObject({
    label: 'Date of contact',
    kind: 'text',
    target: { selector: '#k', tag: 'input', type: 'text' },
    facts: { value: '', isDisabled: false, isReadOnly: false },
  });
});

test('the cell to the left of an empty box asks for it', () => {
  const [box] = form('<table><tr><td>Outcome:</td><td><input name="out"></td></tr></table>');
  expect(box?.label).toBe('Outcome');
});

/** A label that links to its explanation, a note next to it, and its box in a separate table in the row below. */
const linkedName = (label: string, note: string, box: string) =>
  `<tr><td class="name"><a href="?about">${label}</a></td><td class="note">${note}</td></tr>
   <tr><td colspan="2"><table><tr><td></td><td>${box}</td><td></td></tr></table></td></tr>`;

test.each([
  ['nothing', ''],
  ['a note in small letters', '<sup><small>required</small></sup>'],
  [
    'two notes with what they mean',
    '<small><abbr>also known as</abbr>, <abbr>required</abbr></small>',
  ],
])('a linked name asks for the box in the table below it, with %s beside the name', (_, note) => {
  const boxes = form(
    `<table>${linkedName('Home telephone', note, '<input name="h">')}
     ${linkedName('Notes', note, '<textarea name="n"></textarea>')}</table>`,
  );
  expect(boxes.map(({ label, kind }) => [label, kind])).toEqual([
    ['Home telephone', 'text'],
    ['Notes', 'long-text'],
  ]);
});

test('a second name beside a linked name is no note: neither asks for the one box below', () => {
  const [box] = form(
    `<table>${linkedName('Home telephone', '<a href="?about">Work telephone</a>', '<input name="h">')}</table>`,
  );
  expect(box?.label).toBe('');
});

test('radio buttons of one name are one question, each with its own option', () => {
  const boxes = form(`<fieldset><legend>How</legend>
    <label><input type="radio" name="m" value="1"> In person</label>
    <label><input type="radio" name="m" value="2" checked> Telephone</label></fieldset>`);
  expect(boxes.map(({ label, option, facts }) => [label, option, facts.isTicked])).toEqual([
    ['How', 'In person', false],
    ['How', 'Telephone', true],
  ]);
  expect(new Set(boxes.map(({ question }) => question)).size).toBe(1);
});

test('three empty boxes for a date are one question that the legend asks', () => {
  const boxes = form(`<fieldset><legend>Date of visit</legend>
    <label for="d">Day</label><input id="d" name="v-day"><label for="m">Month</label><input id="m" name="v-month">
    <label for="y">Year</label><input id="y" name="v-year"></fieldset>`);
  expect(boxes.map(({ label, datePart, question }) => [label, datePart, question])).toEqual([
    ['Date of visit', 'day', boxes[0]?.id],
    ['Date of visit', 'month', boxes[0]?.id],
    ['Date of visit', 'year', boxes[0]?.id],
  ]);
});

test('limits, options and what may not be changed are told as the markup says', () => {
  const boxes = form(`<label>Place <input maxlength="20"></label>
    <label>Kind <select><option value="">Choose</option><option value="V">Visit</option>
      <optgroup disabled><option value="L">Letter</option></optgroup></select></label>
    <label>Log <input readonly></label><label>Team <input disabled></label>`);
  expect(boxes.map(({ facts }) => facts)).toMatchObject([
    { limit: 20 },
    {
      options: [
        { value: '', text: 'Choose' },
        { value: 'V', text: 'Visit' },
        { value: 'L', text: 'Letter', isDisabled: true },
      ],
    },
    { isReadOnly: true },
    { isDisabled: true },
  ]);
});

test.each([
  'onchange="this.form.submit()"',
  `onblur="__doPostBack('ctl00$kind','')"`,
  'oninput="location.href=this.value"',
  `onkeyup="$.post('/save', this.value)"`,
])('a box with %s is known to leave the page', (handler) => {
  expect(form(`<label>Kind <input ${handler}></label>`)[0]?.facts.submits).toBe(true);
});

test('a handler that only checks is no reason to stay away', () => {
  expect(form('<label>Kind <input onchange="check(this)"></label>')[0]?.facts).not.toHaveProperty(
    'submits',
  );
});

test('passwords, hidden fields, files and buttons are never part of a form', () => {
  expect(
    form(`<label>Password <input type="password"></label><input type="hidden" name="csrf" value="x">
      <label>File <input type="file"></label><input type="submit" value="Save"><label>Code <input name="otp"></label>`),
  ).toEqual([]);
});

test('what stands in a placeholder and a hint is kept for how a date is written', () => {
  const [box] = form(
    '<label for="d">Date</label><p id="h">For example DD-MMM-YYYY</p><input id="d" aria-describedby="h" placeholder="day first">',
  );
  expect(box?.hint).toBe('day first For example DD-MMM-YYYY');
});

test('the prompt that an editor puts into its region is no text of the region', () => {
  const [box] = form('<div contenteditable="true" class="ed placeholder">Type here</div>');
  expect(box).toMatchObject({ kind: 'rich-text', facts: { value: '' } });
});
