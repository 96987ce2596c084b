/**
 * The reading of a page: its values, their labels and their owners. Pure and deterministic; its cost grows with the
 * page and with nothing else.
 */
import type { Issue } from '../shared/issue.js';
import { dateSigns } from './date-sign.js';
import { frameValues } from './frame-value.js';
import { placeOf } from './label/value.js';
import { readFrame } from './read-frame.js';
import type { DateSign, LabelledValue, Place, Reading } from './reading.js';
import { type NotCaptured, notCapturedIssues } from './snapshot/not-captured.js';
import type { PageSnapshot, UnreadFrame } from './snapshot/snapshot.js';

export interface ReadOptions {
  /** Most values kept; more are cut off with an issue. Absent: 20,000. */
  readonly mostValues?: number;
  /** Says if a text is a label that is known. Evidence for a pair, and never needed for one. */
  readonly knows?: (label: string) => boolean;
}

const MOST_VALUES = 20_000;

/** Reads every frame of a snapshot. Never throws because of the page: its problems are in `issues`. */
export function readPage(snapshot: PageSnapshot, options: ReadOptions = {}): Reading {
  const most = options.mostValues ?? MOST_VALUES;
  const values: LabelledValue[] = [];
  const signs: DateSign[] = [];
  const headings: string[] = [];
  const headingPlaces: Place[] = [];
  const issues: Issue[] = [];
  const missing: NotCaptured[] = [];
  let nodeCount = 0;
  let isCut = false;
  let unlabelled = 0;
  snapshot.frames.forEach((frame, number) => {
    const reading = readFrame(frame, options.knows);
    nodeCount += reading.index.nodes.length;
    unlabelled += reading.unlabelled;
    missing.push(reading.notCaptured);
    signs.push(...dateSigns(reading.index));
    for (const { at, title } of reading.scopes) {
      if (at < 0) continue;
      headings.push(title);
      headingPlaces.push(placeOf(reading.index, at, title));
    }
    const read = frameValues(reading, number, most - values.length, issues);
    for (const value of read.values) values.push(value);
    isCut ||= read.isCut;
  });
  if (isCut)
    issues.push({
      code: 'too-many-values',
      message: `The page holds more values than the ${most} that are read, and the rest were left out. Open one record rather than a list, and capture again.`,
      severity: 'warning',
    });
  if (unlabelled > 0)
    issues.push({
      code: 'value-without-label',
      message: `${unlabelled === 1 ? 'One box holds' : `${unlabelled} boxes hold`} something but no label was found for it. Point at it to say what it is, or clip it by selecting it`,
      severity: 'warning',
    });
  for (const frame of snapshot.unread) issues.push(notRead(frame));
  issues.push(...notCapturedIssues(missing));
  if (values.length === 0)
    issues.push({
      code: 'nothing-found',
      message:
        'No labels with values were found on this page. Open the record itself and capture again, or select the text that you want and clip that.',
      severity: 'warning',
    });
  const [page] = snapshot.frames;
  return {
    url: page?.url ?? '',
    title: page?.title ?? '',
    headings,
    headingPlaces,
    values,
    ...(signs.length === 0 ? {} : { dateSigns: signs }),
    unread: snapshot.unread,
    nodeCount,
    issues,
  };
}

function notRead(frame: UnreadFrame): Issue {
  return {
    code: 'frame-not-read',
    message: `Part of this page comes from ${frame.origin} and was not read. Open that part in its own tab and press the toolbar button there`,
    at: frame.origin,
    severity: 'warning',
  };
}
