/** Checks the published JSON Schema of an adapter against the code that checks one. */
import { readFileSync } from 'node:fs';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { jsonSchemaOf } from './json-schema.mjs';

const SCHEMA = JSON.parse(readFileSync('packages/core/adapter.schema.json', 'utf8'));
const { checkAdapter, shipped } = await bundled(`
  export { checkAdapter } from '@cyber-prevent/core';
  import { govukPatterns } from '../govuk-patterns/src/index.ts';
  import { practiceRms } from './src/index.ts';
  import { requestTracker } from '../request-tracker/src/index.ts';
  import { roundcube } from '../roundcube/src/index.ts';
  export const shipped = [practiceRms, requestTracker, roundcube, govukPatterns].flatMap(
    ({ adapters }) => adapters,
  );
`);

async function bundled(contents) {
  const { outputFiles } = await build({
    stdin: { contents, loader: 'ts', resolveDir: 'packages/plugins/practice-rms' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    banner: {
      js: `import { createRequire } from 'node:module'; const require = createRequire(${JSON.stringify(import.meta.url)});`,
    },
    conditions: ['@cyber-prevent/source'],
    write: false,
    logLevel: 'silent',
  });
  return import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
}

/** True if a value conforms to the JSON Schema, for the keywords that the schema uses; another keyword is an error. */
function conforms(schema, value) {
  return Object.entries(schema).every(([word, says]) => holds(word, says, schema, value));
}

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

function holds(word, says, schema, value) {
  switch (word) {
    case '$schema':
    case '$defs':
    case 'title':
    case 'description':
    case 'format':
      return true;
    case '$ref':
      return conforms(SCHEMA.$defs[says.replace('#/$defs/', '')], value);
    case 'anyOf':
      return says.some((one) => conforms(one, value));
    case 'const':
      return value === says;
    case 'enum':
      return says.includes(value);
    case 'type':
      return says === 'array'
        ? Array.isArray(value)
        : says === 'object'
          ? isObject(value)
          : typeof value === says;
    case 'required':
      return !isObject(value) || says.every((key) => Object.hasOwn(value, key));
    case 'properties':
      return (
        !isObject(value) ||
        Object.entries(says).every(
          ([key, one]) => !Object.hasOwn(value, key) || conforms(one, value[key]),
        )
      );
    case 'additionalProperties': {
      const others = isObject(value)
        ? Object.entries(value).filter(([key]) => !Object.hasOwn(schema.properties ?? {}, key))
        : [];
      return says === false ? others.length === 0 : others.every(([, one]) => conforms(says, one));
    }
    case 'propertyNames':
      return !isObject(value) || Object.keys(value).every((key) => conforms(says, key));
    case 'items':
      return !Array.isArray(value) || value.every((one) => conforms(says, one));
    case 'minItems':
      return !Array.isArray(value) || value.length >= says;
    case 'maxItems':
      return !Array.isArray(value) || value.length <= says;
    case 'maxProperties':
      return !isObject(value) || Object.keys(value).length <= says;
    case 'minLength':
      return typeof value !== 'string' || value.length >= says;
    case 'maxLength':
      return typeof value !== 'string' || value.length <= says;
    case 'minimum':
      return typeof value !== 'number' || value >= says;
    case 'maximum':
      return typeof value !== 'number' || value <= says;
    case 'pattern':
      return typeof value !== 'string' || new RegExp(says).test(value);
    default:
      throw new Error(`The test does not know “${word}”`);
  }
}

/** Every result of one change to a value: a part removed, renamed, or put in place of another. */
function* changed(value) {
  // The code turns an empty list into an empty object: that change is not worth a claim.
  yield* [null, 7, '', 'x'.repeat(600), {}];
  if (Array.isArray(value)) {
    yield [];
    yield Array.from({ length: 300 }, () => value[0]);
    for (const [nth, item] of value.entries())
      for (const other of changed(item)) yield value.with(nth, other);
  } else if (isObject(value)) {
    yield { ...value, script: 'alert(1)' };
    for (const [key, item] of Object.entries(value)) {
      const { [key]: _, ...rest } = value;
      yield rest;
      yield { ...rest, [`${key}s`]: item };
      for (const other of changed(item)) yield { ...value, [key]: other };
    }
  }
}

/** Messages of rules that only code can check. */
const ONLY_CODE = /selector|real date|newer release|Enter some text|Describe at least one/i;

const full = {
  $schema: './adapter.schema.json',
  id: 'a-system/screen',
  title: 'A system',
  version: '1.0.0',
  owner: 'A force',
  engine: '>=0.0.1',
  expires: '2027-03-31',
  match: {
    hosts: ['*.example.org'],
    paths: ['/records/*'],
    query: { id: '*' },
    anchors: [{ label: 'A', owner: 'B' }, { heading: 'C' }, { title: 'D' }, { selector: '#e' }],
    threshold: 0.5,
  },
  screens: [
    {
      when: [{ heading: 'C' }],
      fields: {
        'subject.bornOn': [{ label: 'Born', owner: 'B', read: 'ukDate' }],
        'referral.reference': [{ selector: 'main > .caption', read: 'reference', only: 'code' }],
      },
      rows: [
        {
          table: 'Accounts',
          columns: { 'subject.onlineIdentifiers[].asSeen': 'Name' },
          platform: 'Where',
        },
      ],
      suppress: [{ label: 'Officer', owner: 'B' }],
      sensitivity: { 'subject.school': 'special' },
    },
  ],
  fill: [
    {
      when: [{ heading: 'Add a contact' }],
      of: 'intervention',
      fields: { 'intervention.note': [{ label: 'Log' }], 'subject.name': [{ selector: '#n' }] },
      choices: { 'intervention.kind': { 'home-visit': 'HV' } },
      suppress: [{ label: 'Team' }],
    },
  ],
  references: [{ when: [{ title: 'D' }], of: 'referral', reference: [{ label: 'Entry' }] }],
  link: { query: ['id'] },
  fixtures: ['screen-1'],
};

describe('the JSON Schema of an adapter', () => {
  it('accepts every adapter that ships', () => {
    expect(shipped.length).toBeGreaterThan(10);
    for (const adapter of shipped)
      expect([adapter.id, conforms(SCHEMA, adapter)]).toEqual([adapter.id, true]);
  });

  it('and the code agree on every change of a good one, but for what only code can say', () => {
    expect([checkAdapter(full).issues, conforms(SCHEMA, full)]).toEqual([[], true]);
    const seen = { good: 0, bad: 0 };
    for (const adapter of changed(full)) {
      const checked = checkAdapter(adapter);
      const isGood = conforms(SCHEMA, adapter);
      seen[checked.ok ? 'good' : 'bad'] += 1;
      const onlyCode =
        !checked.ok && checked.issues.every(({ message }) => ONLY_CODE.test(message));
      if (checked.ok || !onlyCode)
        expect(isGood ? 'good' : 'bad', JSON.stringify(adapter)).toBe(checked.ok ? 'good' : 'bad');
    }
    expect(seen.good).toBeGreaterThan(20);
    expect(seen.bad).toBeGreaterThan(200);
  });

  it('says so when the code has a rule that it cannot write down', () => {
    expect(() => jsonSchemaOf({ kind: 'schema', type: 'bigint' }, { title: 'x' })).toThrow(
      'JSON Schema of “bigint” is not written yet',
    );
  });
});
