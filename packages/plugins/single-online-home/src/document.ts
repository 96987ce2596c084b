/** The bytes of a file as reports of the model: their incidents and included resources, before any values are read. */
import {
  failed,
  type Issue,
  JsonFault,
  parsePlacedJson,
  passed,
  type Result,
} from '@cyber-prevent/core/plugin';
import { type Entity, entityOf, isObject, type Report } from './entity.js';
import { issueOf, shown } from './issue.js';

export const MOST_BYTES = 10 * 1024 * 1024;
export const MOST_REPORTS = 1_000;
const MOST_INCLUDED = 5_000;
const LIMITS = { deepest: 12, values: 100_000 };

/** Reads one report, or a list of them. A bad report in a list is an issue; the others are still there. */
export function readDocument(bytes: Uint8Array): Result<readonly Report[]> {
  if (bytes.length > MOST_BYTES)
    return refused(
      'file-too-large',
      'The file is larger than 10 MB. Ask for it without its attachments',
    );
  const text = decoded(bytes);
  if (text === undefined)
    return refused(
      'file-not-utf-8',
      'The characters in this file cannot be read with certainty. Ask for it again, as JSON in UTF-8',
    );
  if (text.trim() === '') return refused('file-empty', 'The file is empty. Choose another');
  const parsed = parsedText(text);
  if (!parsed.ok) return parsed;
  const root = parsed.value;
  const list = Array.isArray(root) ? root : [root];
  if (list.length > MOST_REPORTS)
    return refused(
      'file-too-many-reports',
      `The file holds more than ${MOST_REPORTS} reports. Ask for it in parts`,
    );
  const read = list.map((item: unknown, index) =>
    reportOf(item, Array.isArray(root) ? `[${index}].` : '', index + 1),
  );
  const reports = read.flatMap((each) => ('incident' in each ? [each] : []));
  const broken = read.flatMap((each) => ('incident' in each ? [] : [each]));
  return reports.length === 0 && broken.length > 0 ? failed(...broken) : passed(reports, broken);
}

function parsedText(text: string): Result<unknown> {
  try {
    return passed(parsePlacedJson(text, LIMITS).value);
  } catch (error) {
    if (!(error instanceof JsonFault)) throw error;
    return refused(
      'file-not-json',
      `${error.message.replace(/\.$/, '')}: ask for the file again, or choose another`,
      error.at,
    );
  }
}

/** The report, or an issue if there is none. */
function reportOf(item: unknown, under: string, number: number): Report | Issue {
  const broken = (why: string) =>
    issueOf('report-broken', `Report ${number} was not read: ${why}`, `report ${number}`, 'error');
  if (!isObject(item) || !isObject(item.data))
    return broken('it does not have the form of the Standard Data Model. Choose another file');
  const issues: Issue[] = [];
  const incident = entityOf(item.data, `${under}data`, issues);
  if (incident?.type !== 'incident')
    return broken('it is about something other than an incident. Choose another file');
  const { included = [] } = item;
  if (!Array.isArray(included)) return broken('what it includes is not a list. Ask for it again');
  if (included.length > MOST_INCLUDED)
    return broken(`it includes more than ${MOST_INCLUDED} things. Ask for it in parts`);
  for (const key of Object.keys(item))
    if (key !== 'data' && key !== 'included')
      issues.push(
        issueOf(
          'attribute-unknown',
          `“${shown(key)}” is not known here and was not read`,
          under + key,
        ),
      );
  const entities = included.flatMap((each: unknown, index): readonly Entity[] => {
    const entity = entityOf(each, `${under}included[${index}]`, issues);
    return entity ? [entity] : [];
  });
  return { number, incident, included: entities, byId: indexed(entities, issues), issues };
}

/** Links refer to the first entity with an id. */
function indexed(entities: readonly Entity[], issues: Issue[]): ReadonlyMap<string, Entity> {
  const byId = new Map<string, Entity>();
  for (const entity of entities) {
    if (entity.key === undefined) continue;
    if (!byId.has(entity.key)) byId.set(entity.key, entity);
    else
      issues.push(
        issueOf(
          'id-twice',
          'Two things in the file have the same id. Links were taken to mean the first, so nothing is taken: check what was read of both',
          entity.place,
        ),
      );
  }
  return byId;
}

/** Decodes UTF-8 only: a guess would corrupt letters in names. */
function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function refused(code: string, message: string, at?: string): Result<never> {
  return failed({ code, severity: 'error', message, ...(at === undefined ? {} : { at }) });
}
