/** The answer to an order about a file, message by message. */
import { gatherCodeLists, type Issue } from '@cyber-prevent/core';
import type {
  Exporter,
  ImportContext,
  ImportedReferral,
  Importer,
  Plugin,
} from '@cyber-prevent/core/plugin';
import type { FileOrder, ToWrite } from './file-order.js';
import { BYTES_IN_PART, type FileReply, fileTrouble, PART } from './file-reply.js';

const ISSUES_IN_PART = 200;

/** Never rejects: a fault of the plugin is an answer too. */
export async function answerFile(
  order: FileOrder,
  plugins: readonly Plugin[],
  say: (reply: FileReply) => void,
): Promise<void> {
  try {
    if (order.kind === 'about') {
      say({
        type: 'about',
        importers: plugins.flatMap(aboutOf),
        exporters: plugins.flatMap(aboutExporters),
      });
      return;
    }
    if (order.kind === 'write') {
      const exporter = plugins
        .flatMap(({ exporters = [] }) => exporters)
        .find(({ id }) => id === order.exporter);
      if (!exporter) throw new RangeError('No such exporter');
      await sayWritten(exporter, order, say);
      return;
    }
    const importer = plugins
      .flatMap(({ importers = [] }) => importers)
      .find(({ id }) => id === order.importer);
    if (!importer) throw new RangeError('No such importer');
    const context: ImportContext = { lists: gatherCodeLists(), today: order.today };
    if (order.kind === 'columns') await sayColumns(importer, order.bytes, context, say);
    else
      await sayReferrals(
        importer,
        order.bytes,
        {
          ...context,
          ...(order.columns ? { columns: order.columns } : {}),
          progress: inPercent((done, of) => say({ type: 'progress', done, of })),
        },
        say,
      );
  } catch {
    refuse([fileTrouble('file-broke', order.kind === 'write')], say);
  }
}

function aboutOf({ importers = [], version }: Plugin) {
  return importers.map(({ id, title, mediaTypes, extensions, columns }) => ({
    id,
    title,
    version,
    mediaTypes: [...mediaTypes],
    extensions: [...extensions],
    hasColumns: columns !== undefined,
  }));
}

/** Those that write records: a report is a paper, which another screen makes. */
function aboutExporters({ exporters = [] }: Plugin) {
  return exporters
    .filter(({ takes }) => takes.includes('records'))
    .map(({ id, title, mediaType, extension }) => ({ id, title, mediaType, extension }));
}

async function sayColumns(
  importer: Importer,
  bytes: Uint8Array,
  context: ImportContext,
  say: (reply: FileReply) => void,
): Promise<void> {
  const read = await importer.columns?.(bytes, context);
  if (read && !read.ok) refuse(read.issues, say);
  else
    say({
      type: 'columns',
      columns: (read?.value ?? []).map(({ heading, first, path }) => ({
        heading,
        first,
        ...(path ? { path } : {}),
      })),
    });
}

async function sayReferrals(
  importer: Importer,
  bytes: Uint8Array,
  context: ImportContext,
  say: (reply: FileReply) => void,
): Promise<void> {
  const read = await importer.read(bytes, context);
  if (!read.ok) {
    refuse(read.issues, say);
    return;
  }
  for (const json of parts(read.value)) say({ type: 'rows', json });
  sayIssues(read.issues, say);
  say({ type: 'read', rows: read.value.length, issues: read.issues.length });
}

/** Sends the bytes, and before them what the format leaves out. */
async function sayWritten(
  exporter: Exporter,
  { set, today }: ToWrite,
  say: (reply: FileReply) => void,
): Promise<void> {
  const context = { lists: gatherCodeLists(), today };
  const issues = eachOnce(exporter.leftOut?.(set, context) ?? []);
  const progress = inPercent((done, of) => say({ type: 'progress', done, of }));
  const bytes = await exporter.write(set, { ...context, progress });
  sayIssues(issues, say);
  for (let from = 0; from < bytes.length; from += BYTES_IN_PART)
    say({ type: 'bytes', bytes: bytes.slice(from, from + BYTES_IN_PART) });
  say({ type: 'written', size: bytes.length, issues: issues.length });
}

/** Each sentence once, with the number of its places: a format that has no room for something has none in any referral. */
function eachOnce(issues: readonly Issue[]): readonly Issue[] {
  const first = new Map<string, { readonly issue: Issue; count: number }>();
  for (const issue of issues) {
    const known = first.get(issue.message);
    if (known) known.count += 1;
    else first.set(issue.message, { issue, count: 1 });
  }
  return [...first.values()].map(({ issue, count }) =>
    count === 1 ? issue : { ...issue, at: `${issue.at ?? 'here'} and ${count - 1} more` },
  );
}

function refuse(issues: readonly Issue[], say: (reply: FileReply) => void): void {
  sayIssues(issues, say);
  say({ type: 'refused' });
}

function sayIssues(issues: readonly Issue[], say: (reply: FileReply) => void): void {
  for (let from = 0; from < issues.length; from += ISSUES_IN_PART)
    say({ type: 'issues', issues: issues.slice(from, from + ISSUES_IN_PART) });
}

/** Passes a word on only if the whole percentage has changed. */
function inPercent(tell: (done: number, of: number) => void): (done: number, of: number) => void {
  let last = -1;
  return (done, of) => {
    const percent = of > 0 ? Math.floor((done / of) * 100) : 0;
    if (percent === last) return;
    last = percent;
    tell(Math.max(0, Math.floor(done)), Math.max(0, Math.floor(of)));
  };
}

/** JSON of the referrals in parts, each as long as one short task of the page can check. */
function* parts(referrals: readonly ImportedReferral[]): Iterable<string> {
  let texts: string[] = [];
  let length = 0;
  for (const referral of referrals) {
    const text = JSON.stringify(referral);
    texts.push(text);
    length += text.length;
    if (length < PART) continue;
    yield `[${texts.join()}]`;
    texts = [];
    length = 0;
  }
  if (texts.length > 0) yield `[${texts.join()}]`;
}
