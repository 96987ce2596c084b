/**
 * Holds the documents about definition packs to the core: every kind has a section with its members, and every example
 * is read without a definition left out.
 */
import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { beforeAll, describe, expect, it } from 'vitest';
import { AdapterSchema } from '../packages/core/src/capture/adapter/adapter-schema.ts';
import { HostClassRow } from '../packages/core/src/capture/draft/host-class-row.ts';
import { READERS } from '../packages/core/src/capture/field/field-path.ts';
import { PostcodeTable } from '../packages/core/src/casework/area/postcode-table.ts';
import { ReplyWords } from '../packages/core/src/casework/intake/reply-to.ts';
import { LibraryCondition } from '../packages/core/src/casework/rules/condition-library.ts';
import { ForceNotice } from '../packages/core/src/casework/rules/force-notice.ts';
import { MonitoringRules } from '../packages/core/src/casework/rules/monitoring-rules.ts';
import { OrderRules } from '../packages/core/src/casework/rules/order-rules.ts';
import { RetentionPeriod } from '../packages/core/src/casework/rules/retention-rules.ts';
import { Signpost } from '../packages/core/src/casework/rules/signpost.ts';
import { TIME_LIMIT_IDS, TimeLimit } from '../packages/core/src/casework/rules/time-limit.ts';
import { Trigger } from '../packages/core/src/casework/rules/trigger.ts';
import { CodeList } from '../packages/core/src/codes/code-list.ts';
import { gatherCodeLists } from '../packages/core/src/codes/shipped.ts';
import { DEFINITION_KINDS } from '../packages/core/src/pack/definition-kinds.ts';
import { DefinitionHead, Recall } from '../packages/core/src/pack/pack.ts';
import { readPack } from '../packages/core/src/pack/read-pack.ts';
import { signPack } from '../packages/core/src/pack/sign-pack.ts';
import { fieldsOf } from '../packages/core/src/record/kind.ts';
import { CASE_KINDS } from '../packages/core/src/report/case-kind.ts';
import { DIRECTIVES } from '../packages/core/src/report/directive.ts';
import { InstrumentSchema } from '../packages/core/src/risk/instrument-schema.ts';
import { PackSetting } from '../packages/extension/src/keeper/packs/pack-policy.ts';

const read = (path) => readFileSync(path, 'utf8');
const DEFINITIONS = read('docs/reference/definitions.md');
const TEMPLATES = read('docs/reference/templates.md');
const PACKS = read('docs/plugins/packs.md');
const SIGN = read('docs/plugins/sign.md');
const EXAMPLE = JSON.parse(read('examples/definition-pack/pack.json'));
const MADE_AT = '2026-12-01T10:00:00.000Z';

const blocksOf = (text, language) =>
  [...text.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'gms'))].map(
    ([, block]) => block,
  );
const sectionsOf = (text) =>
  new Map(
    text
      .split(/^## /m)
      .slice(1)
      .map((part) => [part.slice(0, part.indexOf('\n')), part]),
  );

/** Words in code marks, outside blocks of code. */
function wordsOf(text) {
  const spans = text.replace(/^```.*?^```/gms, '').matchAll(/`([^`\n]+)`/g);
  return new Set([...spans].flatMap(([, span]) => span.split(/[^\w$]+/)));
}

/** First cells of the tables, one a line. */
const firstCells = (text) =>
  [...text.matchAll(/^\| (.*?) \|/gm)].map(([, cell]) => cell).join('\n');

/** Names of every member in a schema, at any depth. */
function membersOf(schema) {
  const { wrapped, item, value, entries = {}, pipe = [] } = schema;
  const inside = [wrapped, item, value, ...pipe.flatMap(({ metadata }) => metadata?.members ?? [])];
  return [
    ...inside.filter((each) => each?.kind === 'schema').flatMap(membersOf),
    ...Object.entries(entries).flatMap(([name, member]) => [name, ...membersOf(member)]),
  ];
}

let key;
const base64url = (bytes) => Buffer.from(bytes).toString('base64url');
beforeAll(async () => {
  const { privateKey, publicKey } = await crypto.subtle.generateKey('Ed25519', true, [
    'sign',
    'verify',
  ]);
  const signingKey = base64url(await crypto.subtle.exportKey('raw', publicKey));
  const bytes = (text) => new TextEncoder().encode(text);
  key = {
    signingKey,
    sign: async (text) => base64url(await crypto.subtle.sign('Ed25519', privateKey, bytes(text))),
    context: {
      issuers: [],
      lists: gatherCodeLists(),
      digest: async (text) =>
        Buffer.from(await crypto.subtle.digest('SHA-256', bytes(text))).toString('hex'),
      verify: (_, text, signature) =>
        crypto.subtle.verify(
          'Ed25519',
          publicKey,
          Buffer.from(signature, 'base64url'),
          bytes(text),
        ),
    },
  };
});

/** Signs the pack and reads it: its issues, or those of the definitions that are left out. */
async function faultsIn({ pack, issuer, definitions, recalls = [] }) {
  const { signingKey, sign, context } = key;
  const unsigned = { pack, issuer: { ...issuer, signingKey }, definitions, recalls };
  const result = await readPack(await signPack(unsigned, sign), context);
  expect(result.ok ? result.value.pack.definitions.length : 0).toBe(definitions.length);
  return result.ok ? result.value.refused.flatMap(({ issues }) => issues) : result.issues;
}

const KINDS = Object.keys(DEFINITION_KINDS);
const EXAMPLES = new Map(EXAMPLE.definitions.map((each) => [each.kind, each]));

describe('the example of a definition pack', () => {
  it('has one definition of every kind', () => {
    expect(EXAMPLE.definitions.map(({ kind }) => kind).sort()).toEqual(KINDS.toSorted());
  });

  it('is read with nothing left out', async () => {
    const pack = { ...EXAMPLE.pack, madeAt: MADE_AT };
    expect(await faultsIn({ ...EXAMPLE, pack })).toEqual([]);
  });
});

describe('the page of definitions', () => {
  const sections = sectionsOf(DEFINITIONS);
  const section = (kind) => sections.get(kind) ?? '';

  it('has a section for every kind, and for no other', () => {
    const named = [...sections.keys()].filter((heading) => /^[a-z-]+$/.test(heading));
    expect(named.sort()).toEqual(KINDS.toSorted());
  });

  it('names the members that every definition has', () => {
    const words = wordsOf(firstCells(section('Members of every definition')));
    expect(membersOf(DefinitionHead).filter((name) => !words.has(name))).toEqual([]);
  });

  it.each(KINDS)('shows the definition of the example: %s', (kind) => {
    const [block] = blocksOf(section(kind), 'json');
    expect(JSON.parse(block)).toEqual(EXAMPLES.get(kind));
  });

  it.each(KINDS)('says what it replaces and who may: %s', (kind) => {
    const { replaces, weakest } = DEFINITION_KINDS[kind];
    const text = section(kind).replaceAll(/\s+/g, ' ');
    const may = { officer: /\bAnybody may\b/, region: /\bA region or stronger\b/ };
    expect(text).toMatch(may[weakest] ?? /\bA force or stronger\b/);
    expect(text).toMatch(replaces === 'whole' ? /replaces .*(whole|all of)/ : /\bBy (row|reason)/);
  });

  it.each([
    ['code-list', CodeList],
    ['conditions', LibraryCondition],
    ['host-classes', HostClassRow],
    ['letterhead', ForceNotice],
    ['monitoring-rules', MonitoringRules],
    ['order-rules', OrderRules],
    ['postcode-area', PostcodeTable],
    ['reply-words', ReplyWords],
    ['retention-groups', RetentionPeriod],
    ['signposts', Signpost],
    ['time-limits', TimeLimit],
    ['triggers', Trigger],
  ])('names every member of a value: %s', (kind, schema) => {
    const members = membersOf(schema);
    expect(members.length).toBeGreaterThan(2);
    const cells = firstCells(section(kind));
    const words = wordsOf(cells);
    const isOrigin = (name) => ['status', 'source', 'checkedOn'].includes(name);
    const isSaid = (name) => words.has(name) || (isOrigin(name) && cells.includes('origin'));
    expect(members.filter((name) => !isSaid(name))).toEqual([]);
  });

  it('names every time limit', () => {
    const words = section('time-limits');
    expect(TIME_LIMIT_IDS.filter((id) => !words.includes(`| \`${id}\` |`))).toEqual([]);
  });
});

describe('the pages that a kind of its own has', () => {
  it('name every member of an adapter and every reader', () => {
    const words = wordsOf(read('docs/plugins/contract.md'));
    // Field paths have a page of their own.
    const members = membersOf(AdapterSchema).filter((name) => !name.includes('.'));
    expect(members).toContain('beside');
    expect([...members, ...READERS].filter((name) => !words.has(name))).toEqual([]);
  });

  it('name every member of an instrument', () => {
    const words = wordsOf(read('docs/reference/instruments.md'));
    expect(membersOf(InstrumentSchema).filter((name) => !words.has(name))).toEqual([]);
  });

  it('show the template of the example, and every directive', () => {
    const [block] = blocksOf(TEMPLATES, 'markdown');
    expect(block).toBe(EXAMPLES.get('template').value.markdown);
    for (const [name, { attributes }] of Object.entries(DIRECTIVES))
      for (const attribute of attributes)
        expect(firstCells(TEMPLATES)).toMatch(new RegExp(`:${name}[^\`]*\\b${attribute}=`));
  });

  it('name everything that a template can print', () => {
    const rows = [...TEMPLATES.matchAll(/^\| `(\w+)` \| (one|many) \| .* \| (.+) \|$/gm)];
    expect(rows.map(([, name]) => name)).toEqual(Object.keys(CASE_KINDS));
    for (const [, name, howMany, fields] of rows) {
      const { many, fields: printed = [] } = CASE_KINDS[name];
      const [, record, anchor] = /\[(\w+)\]\(records\.md#(\w+)\)/.exec(fields) ?? [];
      const ofRecord = record ? fieldsOf(record).map((field) => field.name) : [];
      const more = [...fields.matchAll(/`(\w+)`/g)].map(([, field]) => field);
      expect([...ofRecord, ...more], name).toEqual(printed.map((field) => field.name));
      expect(howMany, name).toBe(many ? 'many' : 'one');
      expect(anchor, name).toBe(record?.toLowerCase());
    }
  });
});

describe('the guide to packs', () => {
  const [file, policy] = blocksOf(PACKS, 'json').map((block) => JSON.parse(block));

  it('shows a file that is read with nothing left out', async () => {
    expect(await faultsIn(file)).toEqual([]);
  });

  it('shows a policy that the keeper uses whole', () => {
    expect(v.safeParse(PackSetting, policy).issues).toBeUndefined();
    expect(wordsOf(PACKS)).toContain('only');
  });
});

describe('the guide to signing', () => {
  it('shows the script of the example', () => {
    expect(blocksOf(SIGN, 'js')).toEqual([read('examples/definition-pack/sign.mjs')]);
  });

  it('shows a recall that is one', () => {
    const [{ recalls }] = blocksOf(SIGN, 'json').map((block) => JSON.parse(block));
    expect(v.safeParse(v.array(Recall), recalls).issues).toBeUndefined();
    expect(recalls).toEqual(EXAMPLE.recalls);
  });
});
