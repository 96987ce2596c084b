/** Kinds of definition that have a reader of their own: adapters, instruments, templates, triggers. */
import * as v from 'valibot';
import type { Adapter } from '../capture/adapter/adapter.js';
import { AdapterSchema } from '../capture/adapter/adapter-schema.js';
import { checkedSteps, checkShape } from '../capture/adapter/check-adapter.js';
import { checkTriggers, type Trigger } from '../casework/rules/trigger.js';
import type { CodeLists } from '../codes/code-list.js';
import { readGivenTemplate } from '../report/given/given-template.js';
import { parseTemplate, type Template } from '../report/template.js';
import { checkInstrument } from '../risk/check-instrument.js';
import type { Instrument } from '../risk/instrument.js';
import { failed, type Issue, passed, type Result } from '../shared/issue.js';
import {
  checkedBy,
  invalid,
  leftOutWords,
  MOST_ISSUES,
  ownId,
  ownVersion,
  placedByLine,
  shaped,
} from './checked-shape.js';
import { type DefinitionContext, type DefinitionKind, entriesById } from './definition-kind.js';
import { statusWithin } from './standing.js';

const MOST_TRIGGERS = 200;
const TemplateText = v.strictObject({ markdown: v.pipe(v.string(), v.minLength(1)) });
type TemplateText = v.InferOutput<typeof TemplateText>;

export const adapterKind: DefinitionKind<Adapter> = {
  replaces: 'whole',
  weakest: 'officer',
  check: (value, context) => {
    const shape = checkShape(AdapterSchema, value, context.placeOf);
    const read: Result<Adapter> = shape.ok ? checkedSteps(shape.value) : shape;
    return read.ok ? checkedBy(read.value, ownName(read.value, context)) : read;
  },
  entries: ({ screens }) =>
    entriesById(
      screens.map((screen, nth) => ({ screen, nth: nth + 1 })),
      ({ nth }) => String(nth),
      ({ nth }) => `Screen ${nth}`,
    ),
};

export const instrumentKind: DefinitionKind<Instrument> = {
  replaces: 'whole',
  weakest: 'officer',
  check: (value, context) => {
    // A text would be parsed anew, outside the limits of the pack.
    if (typeof value !== 'object')
      return failed(invalid('This cannot be read as an instrument.', context.placeOf([])));
    const read = checkInstrument(value);
    return read.ok
      ? checkedBy(read.value, ownName(read.value, context))
      : failed(...placedByLine(read.issues, context));
  },
  entries: ({ items }) =>
    entriesById(
      items,
      ({ id }) => id,
      ({ prompt }) => prompt,
    ),
};

export const templateKind: DefinitionKind<TemplateText> = {
  replaces: 'whole',
  weakest: 'officer',
  check: (value, context) => {
    const read = shaped(TemplateText, 'a template', value, context);
    return read.ok ? checkedBy(read.value, templateIssues(read.value, context)) : read;
  },
  entries: ({ markdown }) =>
    entriesById(
      markdown.split(/\n{2,}/).map((block, nth) => ({ block: block.trim(), nth: nth + 1 })),
      ({ nth }) => String(nth),
      ({ block }) => block,
    ),
};

export const triggersKind: DefinitionKind<readonly Trigger[]> = {
  replaces: 'by-entry',
  weakest: 'region',
  check: (value, context) => {
    if (!Array.isArray(value) || value.length === 0 || value.length > MOST_TRIGGERS)
      return failed(invalid(`Give from 1 to ${MOST_TRIGGERS} triggers.`, context.placeOf([])));
    const { standing, source } = context.from;
    const rows: unknown[] = value;
    const sourced = rows.map((row) =>
      typeof row === 'object' && row !== null && !Array.isArray(row)
        ? { status: statusWithin(standing), source, ...row }
        : row,
    );
    const read = checkTriggers({ triggers: sourced }, context.lists);
    if (read.ok) return read;
    const inList = read.issues.slice(0, MOST_ISSUES).map(({ at = '', message, ...issue }) => ({
      ...issue,
      message: [
        message,
        ...leftOutWords(/the list “([^”]*)”$/.exec(message)?.[1] ?? '', context),
      ].join('. '),
      at: at.replace(/^triggers\.?/, ''),
    }));
    return failed(...placedByLine(inList, context));
  },
  entries: (rows) =>
    entriesById(
      rows,
      ({ id }) => id,
      ({ title }) => title,
    ),
};

function ownName(
  value: { readonly id: string; readonly version: string },
  context: DefinitionContext,
): readonly Issue[] {
  return [...ownId(value, context), ...ownVersion(value, context)];
}

function templateIssues(
  { markdown }: TemplateText,
  { id, lists, isShipped, placeOf }: DefinitionContext,
): readonly Issue[] {
  const line = placeOf(['markdown']);
  const parsed = isShipped ? parseTemplate(markdown, { lists }) : given(markdown, lists);
  if (!parsed.ok)
    return parsed.issues.slice(0, MOST_ISSUES).map(({ at, ...issue }) => ({
      ...issue,
      at: at === undefined ? line : `${line}, in the template ${at}`,
    }));
  if (parsed.value.id === id) return [];
  const message = `The template calls itself “${parsed.value.id}”, and its definition “${id}”. Use one id.`;
  return [invalid(message, line)];
}

function given(markdown: string, lists: CodeLists): Result<Template> {
  const read = readGivenTemplate(markdown, { lists });
  return read.ok ? passed(read.value.template) : read;
}
