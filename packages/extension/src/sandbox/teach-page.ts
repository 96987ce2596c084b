/** Reads a page for teaching, writes and proves the adapter, runs a file: the core's own steps, in the worker. */
import {
  type Adapter,
  checkAdapter,
  failed,
  type Issue,
  knowsLabel,
  PreventError,
  parseSnapshot,
  passed,
  type Result,
  readPage,
  suggestPath,
} from '@cyber-prevent/core';
import {
  type AnotherProof,
  adapterFile,
  checkAdapterFile,
  peopleTables,
  proveAdapter,
  proveChanges,
  proveFile,
  proveOnAnother,
  recordFixture,
  type TaughtPage,
  tableOf,
  taughtAddress,
  teachAdapter,
  unreadBoxes,
} from '@cyber-prevent/core/teach';
import { trouble } from './parse-reply.js';
import { leavesOf } from './teach-leaves.js';
import type {
  Made,
  ProvedFile,
  TeachAnswers,
  TeachOrder,
  TeachPage,
  TeachValue,
} from './teach-order.js';
import { taughtOf } from './teach-said.js';

type MakeOrder = Extract<TeachOrder, { readonly kind: 'make' }>;

/** Never throws: a failure is an issue. */
export function teachAnswer(order: TeachOrder): Result<TeachAnswers[TeachOrder['kind']]> {
  try {
    if (order.kind === 'prove') return provedFile(order.file);
    const snapshot = parseSnapshot(order.page);
    if (!snapshot.ok) return snapshot;
    const page = {
      snapshot: snapshot.value,
      reading: readPage(snapshot.value, { knows: knowsLabel }),
    };
    return order.kind === 'read' ? passed(pageOf(page)) : made(page, order);
  } catch (error) {
    const issue = trouble('parse-broke');
    return failed(error instanceof PreventError ? { ...issue, message: error.message } : issue);
  }
}

function pageOf(page: TaughtPage): TeachPage {
  const { url, title } = page.reading;
  const address = taughtAddress(page);
  return {
    url,
    title,
    values: [...valuesOf(page), ...boxesOf(page)],
    ...(address ? { address } : {}),
  };
}

function valuesOf({ reading }: TaughtPage): readonly TeachValue[] {
  const ofPeople = peopleTables(reading.values);
  return reading.values
    .filter(({ partOf }) => partOf === undefined)
    .map((value) => {
      const suggested = suggestPath(value);
      return {
        id: value.id,
        label: value.label,
        owner: value.owner,
        text: value.value,
        frame: value.place.frame,
        selector: value.place.selector,
        ...(value.labelPlace ? { labelSelector: value.labelPlace.selector } : {}),
        ...(value.row ? { table: value.row.table, row: value.row.index } : {}),
        ...(ofPeople.has(tableOf(value)) ? { isOfPeople: true as const } : {}),
        ...(suggested ? { suggested } : {}),
      };
    });
}

/** Boxes are identified by place only: a statement about one is about the box, not its text. */
function boxesOf(page: TaughtPage): readonly TeachValue[] {
  return unreadBoxes(page).map(({ place, label, owner, text, before }) => ({
    id: '',
    label,
    owner,
    text,
    ...(before === undefined ? {} : { before }),
    frame: place.frame,
    selector: place.selector,
  }));
}

function made(page: TaughtPage, order: MakeOrder): Result<Made> {
  const { about, hidden, seed, today } = order;
  const { taught, suppressed, rows, lost } = taughtOf(order.said, valuesOf(page));
  const result = teachAdapter({ ...page, taught, suppressed, rows, hidden, about });
  if (!result.ok) return result;
  const proof = proveAdapter(result.value, page, taught, today);
  const name = about.id.split('/').at(-1) ?? 'page';
  const recorded = recordFixture(page.snapshot, result.value, { name, seed, hidden });
  const issues: Issue[] = [...result.issues, ...recorded.issues.map(asWarning)];
  const fixtures = recorded.ok ? [recorded.value.fixture] : [];
  return passed({
    issues,
    proof,
    changes: proveChanges(result.value, page, taught),
    others: order.others.flatMap((text) => othersProof(result.value, text)),
    lost,
    kept: recorded.ok ? recorded.value.kept : [],
    leaves: fixtures.flatMap(({ snapshot }) => leavesOf(snapshot)),
    file: adapterFile(result.value, fixtures),
  });
}

/** None where a copy cannot be read, or is of another screen. */
function othersProof(adapter: Adapter, text: string): readonly AnotherProof[] {
  const snapshot = parseSnapshot(text);
  if (!snapshot.ok) return [];
  const reading = readPage(snapshot.value, { knows: knowsLabel });
  return [proveOnAnother(adapter, { snapshot: snapshot.value, reading })].flatMap(
    (proof) => proof ?? [],
  );
}

/** The issue as a warning: the adapter is sound without a recorded page. */
function asWarning(issue: Issue): Issue {
  return { ...issue, severity: 'warning' };
}

function provedFile(text: string): Result<ProvedFile> {
  const file = checkAdapterFile(text);
  if (!file.ok) return file;
  const { isProved, message, fixtures } = proveFile(file.value);
  const adapter = JSON.stringify(file.value.adapter);
  const checked = checkAdapter(adapter);
  if (!checked.ok) return checked;
  return passed({ adapter, isProved, message, pages: fixtures.length });
}
