// @vitest-environment happy-dom
/**
 * Walks the table of acts. The form of each is filled in from a draft and saved, and its answer is lost; saved again,
 * and twice at once, it must make nothing more. A correction of what was given to somebody must offer the notice to
 * them. A new act is walked as soon as it has its row.
 */
import {
  type Change,
  fieldsOf,
  RECORD_KINDS,
  type RecordId,
  type RecordKind,
  type StoredRecord,
} from '@cyber-prevent/core';
import { buildRecord, buildSource, buildSubject, newRecord } from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ActName } from '../../app/route.js';
import type { FormValues } from '../../components/form-values.js';
import { formDating } from '../../components/use-form-work.js';
import type { MemoryServices } from '../../testing/memory-services.js';
import { showShell } from '../../testing/show-shell.js';
import { editValues } from '../act/use-edit.js';
import { ACT_NAMES, actByName } from './acts.js';

const ADA = buildSubject({ name: 'Ada Vael' });
const ABOUT = { subjectId: ADA.id };
const OFFICER = 'DC 2218 Tamsin Okoro';
const TOLD = {
  statement: 'reported',
  means: 'Telephone',
  toldBy: 'Marisol Vael',
  toldAt: '2026-11-24T09:00:00.000Z',
};
const OFFER = /Somebody was given details that you have corrected/;

/** Records and typed values with which an act can be done. */
interface Start {
  readonly held: readonly Change[];
  /** The record that the route names. */
  readonly record?: RecordId;
  readonly typed: FormValues;
  /** Set where it corrects an entry of a list, which is no field of the form. */
  readonly isCorrection?: true;
}

function buildOrderGiven(more: object = {}) {
  const given = { answer: 'given', answeredOn: '2026-11-20', givenOn: '2026-11-20' };
  return buildRecord('order', { ...ABOUT, ...given, givenBy: OFFICER, ...more });
}

const REFERRAL = buildRecord('referral', { ...ABOUT });
const ORDER = buildOrderGiven();
const CONDITION = buildRecord('condition', { ...ABOUT, orderId: ORDER.id });
const EVIDENCE = buildRecord('conditionEvidence', { ...ABOUT, conditionId: CONDITION.id });
const CONDITION_OF_ORDER = [newRecord('order', ORDER), newRecord('condition', CONDITION)];
const WITH_EVIDENCE = [...CONDITION_OF_ORDER, newRecord('conditionEvidence', EVIDENCE)];

function onOrder(order: typeof ORDER, typed: FormValues): Start {
  return { held: [newRecord('order', order)], record: order.id, typed };
}

function onKind(kind: RecordKind, typed: FormValues, more: object = {}): Start {
  const record = buildRecord(kind, { ...ABOUT, ...more } as never);
  return { held: [newRecord(kind, record)], record: record.id, typed };
}

const CAPTURE = buildRecord('sourceCapture', {
  conditions: 'Do not tell the family.',
} as never);

/** A capture that a detail of the person was read from. */
function onCapture(typed: FormValues): Start {
  const person = buildRecord('relatedPerson', ABOUT as never);
  const sources = { name: [buildSource({ capture: CAPTURE.id })] };
  return {
    held: [newRecord('sourceCapture', CAPTURE), { ...newRecord('relatedPerson', person), sources }],
    record: CAPTURE.id,
    typed,
  };
}

/** Acts that need more than a record of their own kind. */
const STARTS: { readonly [name in ActName]?: Start } = {
  'change-handling': onCapture({
    ...CAPTURE,
    conditions: 'Do not tell the family. Do not tell the school.',
    why: 'It was in the package.',
  }),
  'permit-sharing': onCapture({
    wayOut: 'partner',
    permittedBy: OFFICER,
    permittedOn: '2026-11-24',
    reference: 'RQ/26/0417',
  }),
  'end-permission': onKind('sharingPermission', { endedWhy: 'The originator took it back.' }),
  'withdraw-participation': onKind('participation', {
    withdrawnOn: '2026-11-24',
    withdrawnBy: 'parent-carer',
    withdrawnWhy: 'It is enough now.',
  }),
  'not-their-identifier': onKind('onlineIdentifier', { ...TOLD, endedWhy: 'A namesake.' }),
  'answer-advice': onKind('order', {
    answer: 'given',
    answeredOn: '2026-11-23',
    givenOn: '2026-11-23',
    givenBy: OFFICER,
  }),
  'end-order': onOrder(ORDER, { ended: 'expired', endedOn: '2026-11-24' }),
  'propose-outcome': onOrder(ORDER, { proposedOutcome: '2', proposedOn: '2026-11-24' }),
  'record-outcome': onOrder(ORDER, {
    outcome: '2',
    outcomeOn: '2026-11-24',
    outcomeBy: OFFICER,
  }),
  'offer-interview': onOrder(
    buildOrderGiven({ outcome: '2', outcomeOn: '2026-11-23', outcomeBy: OFFICER }),
    { interview: 'accepted', interviewOn: '2026-11-24' },
  ),
  'add-condition': onOrder(ORDER, buildRecord('condition', ABOUT)),
  'add-evidence': { held: CONDITION_OF_ORDER, record: CONDITION.id, typed: EVIDENCE },
  'correct-evidence': {
    held: WITH_EVIDENCE,
    record: EVIDENCE.id,
    typed: { ...EVIDENCE, what: 'He came to two sessions.' },
  },
  'certify-condition': {
    held: WITH_EVIDENCE,
    record: CONDITION.id,
    typed: { certifiedOn: '2026-11-24', certifiedBy: OFFICER },
  },
  'take-out-condition': {
    held: CONDITION_OF_ORDER,
    record: CONDITION.id,
    typed: { takenOutOn: '2026-11-24', takenOutWhy: 'The officer in the case decided so.' },
  },
  'tell-of-condition': onKind(
    'conditionEvidence',
    { toldOn: '2026-11-24', toldWhom: OFFICER },
    { shows: 'not-kept' },
  ),
  'end-monitoring': onKind('monitoring', { endedOn: '2026-11-24', endedWhy: 'Moved away.' }),
  'record-offence': { held: [], typed: { asRead: 'DDoS', section: '3' } },
  'name-offence': {
    held: [newRecord('referral', REFERRAL)],
    record: REFERRAL.id,
    typed: { section: '1' },
  },
  'correct-offence': onKind('offence', { section: '2', incidentOn: ['2026-11-02'] }),
  'record-offence-status': onKind('offence', { status: 'charged', on: '2026-11-23' }),
  'correct-offence-status': {
    ...onKind('offence', { place: '0', wrongWhy: 'Another case.' }),
    isCorrection: true,
  },
  'keep-as-behaviour': {
    // On a day that nobody knows: of somebody ten or over on a known one it is refused.
    ...onKind(
      'offence',
      { wrongWhy: 'The date of birth was corrected.' },
      { incidentOn: undefined },
    ),
    isCorrection: true,
  },
  'hold-panel': onKind(
    'panel',
    { came: ['Perrin Hale'], cameTo: 'The conditions fit him.' },
    { meetsOn: '2026-11-20' },
  ),
};

type Way = readonly [title: string, name: ActName, start: Start, isCorrection: boolean];

/** Each act as a new record and as a change, where its row allows both. */
const WAYS: readonly Way[] = ACT_NAMES.filter((name) => name !== 'withdraw-offence').flatMap(
  (name): readonly Way[] => {
    const act = actByName(name);
    if (!act) throw new Error(`No act ${name}`);
    const { kind, only, on } = act;
    const told = act.asksTold ? TOLD : {};
    const known = STARTS[name];
    if (known) {
      const changes = known.held.find(({ record }) => record === known.record)?.kind === kind;
      const start = { ...known, typed: { ...known.typed, ...told } };
      // The conditions of a capture are no value that anybody was given of the person.
      const isOwed = changes && kind !== 'sourceCapture' && isOver(known, only);
      return [[name, name, start, known.isCorrection ?? isOwed]];
    }
    const made = buildRecord(kind, ABOUT as never);
    const typed = { ...among(only, made), ...told };
    const corrected = (): Start =>
      onKind(kind, { ...among(only, made), ...changed(kind, only, made), ...told }, made);
    return [
      ...(on === 'change' ? [] : [[name, name, { held: [], typed }, false] as const]),
      ...(on === undefined ? [] : ([[`${name}, corrected`, name, corrected(), true]] as const)),
    ];
  },
);

function among(only: readonly string[], record: object): FormValues {
  return Object.fromEntries(Object.entries(record).filter(([name]) => only.includes(name)));
}

/** True if the typed values replace any that the record had. */
function isOver({ held, record, typed }: Start, only: readonly string[]): boolean {
  const before = held.find((change) => change.record === record)?.set ?? {};
  return only.some(
    (name) =>
      Reflect.get(before, name) !== undefined &&
      name in typed &&
      JSON.stringify(typed[name]) !== JSON.stringify(Reflect.get(before, name)),
  );
}

/** One text of the form, as it would be corrected. */
function changed(kind: RecordKind, only: readonly string[], record: object): FormValues {
  for (const { name, input } of fieldsOf(kind)) {
    const value: unknown = Reflect.get(record, name);
    if (
      only.includes(name) &&
      typeof value === 'string' &&
      (input === 'line' || input === 'narrative')
    )
      return { [name]: `${value} (corrected)` };
  }
  throw new Error(`No text to correct in a ${kind}`);
}

beforeAll(() => import('./act-view.js'), 60_000);
afterEach(cleanup);

async function everything({ store }: MemoryServices): Promise<readonly StoredRecord[]> {
  return (await Promise.all(RECORD_KINDS.map((kind) => store.query(kind)))).flat();
}
const versions = (records: readonly StoredRecord[]): readonly string[] =>
  records.map(({ id, heads }) => `${id} ${heads.join()}`).toSorted();

const press = (): boolean =>
  fireEvent.click(
    screen.getByRole('button', { name: / for Ada Vael$|^Add to Ada Vael’s people$/ }),
  );

/** The form with a draft of it, kept on another visit and taken up again. */
async function filled(name: ActName, { held, record, typed }: Start) {
  const shown = await showShell();
  const { services, app } = shown;
  await services.store.commit({
    changes: [newRecord('subject', ADA), ...held],
    reason: 'case-work',
  });
  const records = [ADA.id, ...held.map((change) => change.record)];
  await services.store.commit({
    changes: [],
    reason: 'disclosure',
    audit: [
      {
        action: 'disclosure',
        fields: ['exchange'],
        reason: 'disclosure',
        records,
        recipients: ['school', 'Ottilie Brandt'],
      },
    ],
  });
  const opened = (await everything(services)).find(({ id }) => id === record);
  const isChange = opened?.kind === actByName(name)?.kind;
  const values = { ...(opened && isChange ? editValues(opened) : {}), ...typed };
  const key = `act/${name}/${record ?? ADA.id}`;
  await services.work.save(key, formDating(services).stamp(values, undefined), 0);
  const route = { name: 'act', act: name, subject: ADA.id, ...(record ? { record } : {}) } as const;
  app.router.go(route);
  fireEvent.click(await screen.findByRole('button', { name: 'Continue' }));
  return { ...shown, key, route };
}

/** Presses *Save*; it is stored, and its answer is lost. */
async function loseAnswer(services: MemoryServices) {
  const before = versions(await everything(services));
  services.saves.endNext('before-it-answers');
  press();
  await screen.findByRole('alert', { name: 'There is a problem' });
  const kept = versions(await everything(services));
  expect(kept).not.toEqual(before);
  return kept;
}

describe('an act is saved once though its answer is lost', () => {
  it.each(WAYS)('%s: pressed again, twice at once', async (_, name, start, isCorrection) => {
    const { services, key } = await filled(name, start);
    const kept = await loseAnswer(services);
    press();
    press();
    await screen.findByText(/Recorded for Ada Vael/);
    expect(versions(await everything(services))).toEqual(kept);
    expect(await services.work.load(key)).toBeUndefined();
    expect(screen.queryByText(OFFER) !== null).toBe(isCorrection);
  });

  it.each(WAYS)('%s: after the page was loaded again', async (_, name, start) => {
    const { services, route } = await filled(name, start);
    const kept = await loseAnswer(services);
    cleanup();
    const { app } = await showShell({ services });
    app.router.go(route);
    fireEvent.click(await screen.findByRole('button', { name: 'Continue' }));
    press();
    // A form that was filled in on the record as it was before says so first; either way it is saved.
    await screen.findAllByText(/Recorded for Ada Vael|This was saved on/);
    expect(versions(await everything(services))).toEqual(kept);
  });
});

it('says that a suspected offence is gone which was withdrawn though its answer was lost', async () => {
  const start = onKind('offence', { withdrawnWhy: 'Recorded twice.' });
  const { services, route } = await filled('withdraw-offence', start);
  const kept = await loseAnswer(services);
  expect(await services.store.query('offence')).toEqual([]);
  cleanup();
  const { app } = await showShell({ services });
  app.router.go(route);
  await screen.findByText(/This is no longer held/);
  expect(versions(await everything(services))).toEqual(kept);
});

it('corrects something on every path that is called a correction', () => {
  const corrections = WAYS.filter(([, name]) => /^(correct|rearrange)/.test(name));
  expect(corrections.map(([title, , , isCorrection]) => [title, isCorrection])).toEqual(
    corrections.map(([title]) => [title, true]),
  );
  expect(corrections.length).toBeGreaterThan(5);
});
