import { expect, test } from 'vitest';
import { readForm } from './form.js';
import { snapshotOfHtml } from './saved-page.js';

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
