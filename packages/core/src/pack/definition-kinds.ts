/**
 * The kinds of definition that a pack can carry, one row each. Another kind is another row here, and nothing else in
 * this folder.
 */
import * as v from 'valibot';
import type { Adapter } from '../capture/adapter/adapter.js';
import { AdapterSchema } from '../capture/adapter/adapter-schema.js';
import { checkedSteps, checkShape } from '../capture/adapter/check-adapter.js';
import { HostClassRow } from '../capture/draft/host-class.js';
import { ReplyWords } from '../casework/intake/reply-to.js';
import { LibraryCondition } from '../casework/rules/condition-library.js';
import { ForceNotice } from '../casework/rules/force-notice.js';
import { MonitoringRules } from '../casework/rules/monitoring-rules.js';
import { OrderRules } from '../casework/rules/order-rules.js';
import { RetentionPeriod } from '../casework/rules/retention-rules.js';
import { Signpost } from '../casework/rules/signpost.js';
import { TimeLimit } from '../casework/rules/time-limit.js';
import { checkTriggers, type Trigger } from '../casework/rules/trigger.js';
import { CodeList } from '../codes/code-list.js';
import { parseTemplate } from '../report/template.js';
import { checkInstrument } from '../risk/check-instrument.js';
import type { Instrument } from '../risk/instrument.js';
import { failed, type Issue, passed, type Result } from '../shared/issue.js';
import { filled, invalid, ofRows, ofSchema, ownId, placedByLine, shaped } from './checked-shape.js';
import {
  type DefinitionContext,
  type DefinitionKind,
  type Entries,
  entriesById,
} from './definition-kind.js';
import { unbroken } from './unbroken-codes.js';

const TemplateText = v.strictObject({
  markdown: v.pipe(v.string(), v.minLength(1), v.maxLength(200_000)),
});
type TemplateText = v.InferOutput<typeof TemplateText>;

const adapter: DefinitionKind<Adapter> = {
  replaces: 'whole',
  check: (value, context) => {
    const shape = checkShape(AdapterSchema, value, context.placeOf);
    const read: Result<Adapter> = shape.ok ? checkedSteps(shape.value) : shape;
    return read.ok ? unless(read.value, ownId(read.value, context)) : read;
  },
  entries: ({ screens }) =>
    entriesById(
      screens.map((screen, nth) => ({ screen, nth: nth + 1 })),
      ({ nth }) => String(nth),
      ({ nth }) => `Screen ${nth}`,
    ),
};

const codeList: DefinitionKind<CodeList> = {
  replaces: 'whole',
  check: (value, context) => {
    const read = shaped(CodeList, 'a code list', filled(CodeList, value, context), context);
    if (!read.ok) return read;
    return unless(read.value, [...ownId(read.value, context), ...unbroken(read.value, context)]);
  },
  entries: ({ codes }) =>
    entriesById(
      codes,
      ({ code, from }) => (from === undefined ? code : `${code} from ${from}`),
      ({ label }) => label,
    ),
};

const instrument: DefinitionKind<Instrument> = {
  replaces: 'whole',
  check: (value, context) => {
    const read = checkInstrument(value);
    return read.ok
      ? unless(read.value, ownId(read.value, context))
      : failed(...placedByLine(read.issues, context));
  },
  entries: ({ items }) =>
    entriesById(
      items,
      ({ id }) => id,
      ({ prompt }) => prompt,
    ),
};

const template: DefinitionKind<TemplateText> = {
  replaces: 'whole',
  check: (value, context) => {
    const read = shaped(TemplateText, 'a template', value, context);
    return read.ok ? unless(read.value, templateIssues(read.value, context)) : read;
  },
  entries: ({ markdown }) =>
    entriesById(
      markdown.split(/\n{2,}/).map((block, nth) => ({ block: block.trim(), nth: nth + 1 })),
      ({ nth }) => String(nth),
      ({ block }) => block,
    ),
};

const triggers: DefinitionKind<readonly Trigger[]> = {
  replaces: 'by-entry',
  check: (value, context) => {
    const read = checkTriggers({ triggers: value }, context.lists);
    if (read.ok) return read;
    const places = read.issues.map(({ at = '', ...issue }) => ({
      ...issue,
      at: at.replace(/^triggers\.?/, ''),
    }));
    return failed(...placedByLine(places, context));
  },
  entries: (rows) =>
    entriesById(
      rows,
      ({ id }) => id,
      ({ title }) => title,
    ),
};

/** The kinds by the name that a pack writes. */
export const DEFINITION_KINDS = {
  adapter,
  'code-list': codeList,
  conditions: ofRows(LibraryCondition, 'a condition library', (rows) =>
    entriesById(
      rows,
      ({ id }) => id,
      ({ words }) => words,
    ),
  ),
  'host-classes': ofRows(HostClassRow, 'a list of classes of hosts', (rows) =>
    entriesById(
      rows.flatMap(({ domains = [], words = [], class: of }) =>
        [...domains, ...words.map((word) => `word ${word}`)].map((host) => ({ host, of })),
      ),
      ({ host }) => host,
      ({ of }) => of,
    ),
  ),
  instrument,
  letterhead: ofSchema(ForceNotice, 'a letterhead', 'whole', ({ letterhead, contact, own }) => {
    const parts = { letterhead, contact, own: own && `${own.title} ${own.version}\n${own.words}` };
    return entriesById(
      Object.entries(parts).flatMap(([id, words]) => (words === undefined ? [] : [{ id, words }])),
      ({ id }) => id,
      ({ words }) => words,
    );
  }),
  'monitoring-rules': ofSchema(
    MonitoringRules,
    'the rules of monitoring',
    'whole',
    ({ tiers, checks }) =>
      new Map([
        ...entriesById(
          tiers,
          ({ tier }) => tier,
          ({ words }) => words,
        ),
        ...entriesById(
          checks,
          ({ point }) => point,
          ({ months }) => `${months} months`,
        ),
      ]),
  ),
  'order-rules': ofSchema(
    OrderRules,
    'the rules of cautions and orders',
    'whole',
    ({ kinds, outcomes }) =>
      new Map([
        ...entriesById(
          kinds,
          ({ kind }) => kind,
          ({ kind, words = kind }) => words,
        ),
        ...entriesById(
          outcomes,
          ({ code }) => code,
          ({ words }) => words,
        ),
      ]),
  ),
  'reply-words': ofSchema(ReplyWords, 'the words of replies', 'whole', ({ replies }) =>
    entriesById(
      replies,
      ({ outcome }) => outcome,
      ({ subject, paragraphs }) => [subject, ...paragraphs].join('\n'),
    ),
  ),
  'retention-groups': ofRows(RetentionPeriod, 'a list of retention groups', (rows) =>
    entriesById(
      rows,
      ({ group }) => group,
      ({ clearYears }) => `${clearYears} years`,
    ),
  ),
  signposts: ofRows(Signpost, 'a list of signposts', (rows) =>
    entriesById(
      rows,
      ({ reason, to }) => `${reason} ${to}`,
      ({ words }) => words,
    ),
  ),
  template,
  'time-limits': ofRows(TimeLimit, 'a list of time limits', (rows) =>
    entriesById(
      rows,
      ({ id }) => id,
      ({ words }) => words,
    ),
  ),
  triggers,
} as const;

export type DefinitionKindName = keyof typeof DEFINITION_KINDS;

/** The checked value of a definition of that kind. */
export type DefinitionValue<K extends DefinitionKindName> = (typeof DEFINITION_KINDS)[K] extends
  DefinitionKind<infer T>
  ? T
  : never;

export function isDefinitionKind(kind: string): kind is DefinitionKindName {
  return Object.hasOwn(DEFINITION_KINDS, kind);
}

/** The row of a kind, for values whose kind is not known to the compiler. */
export function definitionKind(kind: DefinitionKindName): DefinitionKind<unknown> {
  return DEFINITION_KINDS[kind] as DefinitionKind<unknown>;
}

/** The entries of a checked value, by their own id. */
export function entriesOfDefinition(kind: DefinitionKindName, value: unknown): Entries {
  return definitionKind(kind).entries(value);
}

function templateIssues(
  { markdown }: TemplateText,
  { id, lists, placeOf }: DefinitionContext,
): readonly Issue[] {
  const line = placeOf(['markdown']);
  const parsed = parseTemplate(markdown, { lists });
  if (!parsed.ok)
    return parsed.issues.map(({ at, ...issue }) => ({
      ...issue,
      at: at === undefined ? line : `${line}, in the template ${at}`,
    }));
  return parsed.value.id === id
    ? []
    : [
        invalid(
          `The template calls itself “${parsed.value.id}”, and its definition “${id}”. Use one id.`,
          line,
        ),
      ];
}

function unless<T>(value: T, issues: readonly Issue[]): Result<T> {
  return issues.length > 0 ? failed(...issues) : passed(value);
}
