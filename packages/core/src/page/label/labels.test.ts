import { expect, test } from 'vitest';
import { readPage } from '../read-page.js';
import { snapshotOfHtml } from '../saved-page.js';

const read = (html: string) =>
  readPage(snapshotOfHtml(html, { url: 'https://rms.example.org/1' })).values;
const pairs = (html: string) => read(html).map(({ label, value }) => `${label} => ${value}`);

test('a label that names a control by id gives it its name', () => {
  const [value] = read(
    '<label for="n">Full name:</label><p>As on a passport</p><input id="n" value="Tamsin Vael">',
  );
  expect(value).toMatchObject({
    label: 'Full name',
    value: 'Tamsin Vael',
    method: 'label-for',
    kind: 'control',
  });
});

test('a label around a control gives it its name, without the text of the control', () => {
  expect(
    pairs('<label>Force <select><option>Northmoor<option selected>Eastmoor</select></label>'),
  ).toEqual(['Force => Eastmoor']);
});

test('a name by the displayed text of another element is used', () => {
  const [value] = read(
    '<span id="a">Collar number</span><div><hr></div><input aria-labelledby="a" value="4471">',
  );
  expect(value).toMatchObject({ label: 'Collar number', method: 'aria' });
});

test('a displayed label goes before a name that is only read out', () => {
  const html = `<fieldset><legend>Telephone number</legend>
    <input name="phone" aria-label="Telephone number 1" value="07700 900417">
    <input name="phone" aria-label="Telephone number 2" value="01632 960118"></fieldset>`;
  expect(pairs(html)).toEqual([
    'Telephone number => 07700 900417',
    'Telephone number => 01632 960118',
  ]);
  const [first, second] = read(html);
  expect(second?.continues).toBe(first?.id);
});

test('a placeholder is the label when there is no other, and says so', () => {
  const [value] = read('<input placeholder="Post town" value="Brackenfield">');
  expect(value).toMatchObject({ label: 'Post town', method: 'placeholder' });
});

test('with two elements of one id the nearer one is meant', () => {
  const html = `<label for="e">Email</label><input id="e" value="one@example.org">
    <label for="e">Work email</label><input id="e" value="two@example.org">`;
  expect(pairs(html)).toEqual(['Email => one@example.org', 'Work email => two@example.org']);
});

test('the labels that lost are kept with their scores, best first', () => {
  const [value] = read(
    '<label for="x">Date of birth</label><input id="x" title="dd/mm/yyyy or unknown" placeholder="Day first" value="14/03/2009">',
  );
  expect(value?.runnersUp.map(({ label }) => label)).toEqual([
    'dd/mm/yyyy or unknown',
    'Day first',
  ]);
  const scores = [value?.score ?? 0, ...(value?.runnersUp.map(({ score }) => score) ?? [])];
  expect(scores).toEqual([...scores].sort((a, b) => b - a));
});

test('an empty control is no value', () => {
  expect(read('<label for="n">Name</label><input id="n" value="  ">')).toEqual([]);
});

test('an id names what is in its own shadow tree, of a hundred trees with the same ids', () => {
  const field = (nth: number) =>
    `<x-in><template shadowrootmode="open"><div id="l">Field ${nth} of the form</div><input aria-labelledby="l" value="v${nth}"></template></x-in>`;
  const html = Array.from({ length: 100 }, (_, nth) => field(nth)).join('');
  const { values } = readPage(snapshotOfHtml(html, { url: 'https://rms.example.org/1' }));
  expect(values.map(({ label, value }) => `${label} => ${value}`)).toEqual(
    Array.from({ length: 100 }, (_, nth) => `Field ${nth} of the form => v${nth}`),
  );
});
