/**
 * Writes an adapter from an officer's pointing. It is data like any other adapter: labels first, and nothing of the
 * record that it was taught on stays in it.
 */
import { failed, type Issue, isError, passed, type Result } from '../../shared/issue.js';
import { CORE_VERSION } from '../../shared/version.js';
import type { Adapter, LabelLocator, Screen } from '../adapter/adapter.js';
import { checkAdapter } from '../adapter/check-adapter.js';
import { type FieldPath, fieldOf } from '../field/field-path.js';
import { provedDateOrder } from '../read/date-order.js';
import type { SystemWords } from './system-words.js';
import type { TaughtAbout, TeachOptions } from './taught.js';
import { taughtAddress } from './teach-address.js';
import { anchorsFor } from './teach-anchor.js';
import { labelFor, type TaughtWay, type TeachContext, waysOf } from './teach-locator.js';
import { rowsOf } from './teach-rows.js';
import { pointedAt, type Target, targetOf } from './teach-target.js';
import { systemWordsOf } from './teach-words.js';

type Rows = NonNullable<Screen['rows']>[number];

/** Least number of anchors: with fewer, and no host, another system’s page might be taken for this one. */
const FEW_ANCHORS = 3;

/**
 * Makes an adapter of the places that somebody pointed at.
 *
 * @returns the adapter, with warnings about anything it could not express; or an issue for each place that is not found
 * again
 */
export function teachAdapter(options: TeachOptions): Result<Adapter> {
  const { taught, about } = options;
  if (taught.length === 0 && (options.rows ?? []).length === 0) return failed(NOTHING);
  const results = taught.map((each) => targetOf(each, options));
  const targets = results.flatMap((result) => (result.ok ? result.value : []));
  const { hidden = [] } = options;
  const words = systemWordsOf(options, { hidden, pointedAt: targets });
  const context: TeachContext = { ...options, words };
  const issues: Issue[] = results.flatMap((result) => (result.ok ? [] : result.issues));
  issues.push(...twiceTaught(targets));

  issues.push(...namedIn(about, words));
  const rows = rowsOf(targets, options.rows ?? [], context, issues);
  const ways: TaughtWay[] = [];
  for (const [path, group] of byPath(targets.filter((target) => !rows.takes(target)))) {
    const found = waysOf(path, group, context);
    ways.push(...found.ways);
    issues.push(...found.lost.map((target) => lost(target)));
  }
  const suppress = suppressed(options.suppressed ?? [], context, issues);
  const labels = ways.flatMap(({ locators }) =>
    locators.flatMap((each) => ('label' in each ? each : [])),
  );
  const { anchors, when } = anchorsFor(targets, labels, options, context.words);
  if (anchors.length === 0) issues.push(NO_ANCHORS);
  if (issues.some(isError)) return failed(...issues);
  if (anchors.length < FEW_ANCHORS && !about.hosts?.length) issues.push(fewAnchors(anchors.length));

  const link = taughtAddress(options, words)?.link;
  const dates = provedDateOrder(options.reading);
  const checked = checkAdapter({
    id: about.id,
    title: about.title,
    version: about.version,
    owner: about.owner,
    engine: `>=${CORE_VERSION}`,
    ...(about.expires === undefined ? {} : { expires: about.expires }),
    match: {
      ...(about.hosts?.length ? { hosts: about.hosts } : {}),
      ...(about.paths?.length ? { paths: about.paths } : {}),
      ...(about.query ? { query: about.query } : {}),
      anchors,
    },
    screens: screensOf(ways, rows.all, suppress).map((screen) => ({
      ...(when.length > 0 ? { when } : {}),
      ...screen,
    })),
    ...(link ? { link } : {}),
    ...(dates === undefined || dates === 'both' ? {} : { dates }),
    fixtures: [],
  });
  return checked.ok ? passed(checked.value, issues) : checked;
}

/** The screens. Locators are alternatives, so a second place of one path needs a separate screen. */
function screensOf(
  ways: readonly TaughtWay[],
  rows: readonly Rows[],
  suppress: readonly LabelLocator[],
): readonly Screen[] {
  const fields: Partial<Record<FieldPath, TaughtWay['locators']>>[] = [{}];
  for (const { path, locators } of ways) {
    const free = fields.find((each) => each[path] === undefined) ?? {};
    if (!fields.includes(free)) fields.push(free);
    free[path] = locators;
  }
  return fields.map((each, nth) => ({
    fields: each,
    ...(nth === 0 && rows.length > 0 ? { rows } : {}),
    ...(nth === 0 && suppress.length > 0 ? { suppress } : {}),
  }));
}

function suppressed(
  ids: readonly string[],
  context: TeachContext,
  issues: Issue[],
): readonly LabelLocator[] {
  return ids.flatMap((valueId) => {
    const value = pointedAt({ valueId }, context)?.value;
    const label = value && labelFor(value, [value], context);
    if (!label) issues.push(NOT_SUPPRESSED);
    return label ?? [];
  });
}

function byPath(targets: readonly Target[]): ReadonlyMap<FieldPath, readonly Target[]> {
  const groups = new Map<FieldPath, Target[]>();
  for (const target of targets)
    groups.set(target.path, [...(groups.get(target.path) ?? []), target]);
  return groups;
}

function twiceTaught(targets: readonly Target[]): readonly Issue[] {
  const paths = new Map<string, FieldPath>();
  return targets.flatMap(({ value, path }): Issue[] => {
    const before = value && paths.get(value.id);
    if (value) paths.set(value.id, before ?? path);
    return before === undefined || before === path ? [] : [conflict(before, path)];
  });
}

function conflict(one: FieldPath, other: FieldPath): Issue {
  return {
    code: 'teach-conflict',
    message: `You pointed at one value for both “${fieldOf(one).label}” and “${fieldOf(other).label}”. Say which of them it is.`,
    at: other,
    severity: 'error',
  };
}

/** Warnings about names in the officer's own text on the screen, which goes from desk to desk too. */
function namedIn(
  { id, title, owner, hosts = [], paths = [], query = {} }: TaughtAbout,
  words: SystemWords,
): readonly Issue[] {
  const written = [title, owner, id, ...hosts, ...paths, ...Object.values(query)];
  const found = new Set(written.flatMap((text) => words.somebodyIn(text) ?? []));
  return [...found].map((word) => ({
    code: 'teach-names-somebody',
    message: `“${word}” is in a value of this record, and in what you wrote about the screen, which goes into the file. Write it without.`,
    severity: 'error',
  }));
}

function lost({ path }: Target): Issue {
  return {
    code: 'teach-not-locatable',
    message: `“${fieldOf(path).label}” cannot be found again on another record: it has no label that is the system’s own, and it is among other text. Leave it out, and clip it from each record instead.`,
    at: path,
    severity: 'error',
  };
}

function fewAnchors(count: number): Issue {
  return {
    code: 'teach-few-anchors',
    message: `Only ${count === 1 ? 'one thing' : `${count} things`} on this page can identify the screen again. Name its host, so that no other system’s page is taken for it.`,
    severity: 'warning',
  };
}

const NOTHING: Issue = {
  code: 'teach-nothing',
  message: 'Nothing was pointed at yet. Point at a value on the page, and say what it is.',
  severity: 'error',
};
const NO_ANCHORS: Issue = {
  code: 'teach-no-anchors',
  message:
    'The page has no heading, title or label that is the system’s own, so it cannot be recognised again. Open the record on its own page, and teach that.',
  severity: 'error',
};
const NOT_SUPPRESSED: Issue = {
  code: 'teach-not-suppressed',
  message:
    'A value that must never be offered has no label, so it cannot be left out automatically. Leave it in the review instead.',
  severity: 'warning',
};
