/** Every form that stores a draft has a name in the list of unfinished work. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ORDER_ACTS } from '../../orders/acts.js';
import { PERSON_ACTS } from '../../person/acts.js';
import { formName } from './unfinished-form.js';

const VIEWS = join(import.meta.dirname, '../..');

/** Beginnings of the keys in the sources, as far as no record is named. */
const KEYS = globSync('**/*.{ts,tsx}', { cwd: VIEWS })
  .filter((file) => !/\.test\.tsx?$/.test(file))
  .flatMap((file) => {
    const text = readFileSync(join(VIEWS, file), 'utf8');
    return [
      ...text.matchAll(/useFormWork(?:<\w+>)?\(\s*[`']([^`'$]+)/g),
      ...text.matchAll(/workKey=(?:\{`|")([^`"$]+)/g),
    ].map(([, key = '']) => [key, file] as const);
  });

it('is named wherever a form is', () => {
  expect(KEYS.length).toBeGreaterThan(35);
  const nameless = KEYS.filter(
    ([key]) =>
      key !== 'act/' &&
      key !== 'caution/' &&
      formName(key.endsWith('/') ? `${key}x` : key) === undefined,
  );
  expect(nameless).toEqual([]);
});

it.each([
  'intervention/x',
  'note',
  'take-enquiry',
  'draft',
  'safeguarding',
  'safeguarding/x',
  'together/x',
  'together/note/x',
  'caution/advised/x',
  'caution/made/x',
])('names the form of %s', (key) => {
  expect(formName(key)).toBeDefined();
});

it('names every act that is a form of a record', () => {
  const acts = Object.keys({ ...PERSON_ACTS, ...ORDER_ACTS });
  expect(acts.filter((act) => formName(`act/${act}/x`) === undefined)).toEqual([]);
});

it.each(['list-views/subjects', 'page/x', 'saving/x', 'teach'])('takes no form from %s', (key) => {
  expect(formName(key)).toBeUndefined();
});
