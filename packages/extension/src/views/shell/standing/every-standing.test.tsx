// @vitest-environment happy-dom
/**
 * Walks the definitions that ship: each has a place where it is used, and there its standing, source and day are said.
 * A new definition without a place makes this fail.
 */
import {
  type FieldDescription,
  fieldsOf,
  RECORD_KINDS,
  RecordId,
  type RecordKind,
  writtenDate,
} from '@cyber-prevent/core';
import { type Definition, shippedDefinitions } from '@cyber-prevent/core/pack';
import { buildRecord, newRecord } from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import * as v from 'valibot';
import { afterEach, describe, expect, it } from 'vitest';
import { useApp } from '../../../app/app.js';
import type { Route } from '../../../app/route.js';
import { listScreens } from '../../../app/screens.js';
import { RecordField } from '../../../components/record-field.js';
import { SCREENS } from '../../../start/screens.js';
import { showShell } from '../../../testing/show-shell.js';
import { hasRules, PLACES_OF_KIND, PLACES_OF_TEMPLATE } from './places-of-use.js';

/** By code list: a screen, an act, or a control for each field of a record that has its codes. */
const PLACES_OF_LISTS: Readonly<Record<string, string>> = {
  'activity-tier': 'take-enquiry',
  admission: 'caution-advice',
  'age-at-behaviour': 'fields of offence',
  'admission-made': 'fields of intervention',
  'admission-said-by': 'stop-card',
  'admission-setting': 'fields of stopCard',
  'advice-answer': 'fields of order',
  'advice-topic': 'advice',
  agency: 'act contact-agency',
  'assessment-confidence': 'fields of assessment',
  'attachment-kind': 'attach',
  'attachment-move': 'fields of attachment',
  'attachment-withdrawal': 'fields of attachment',
  attendance: 'fields of session',
  'check-point': 'act check-offending',
  'check-result': 'review-case',
  'closure-reason': 'fields of decision',
  'cma-section': 'notice serve',
  'comparison-answer': 'fields of comparison',
  'condition-aim': 'conditions',
  'condition-timing': 'act add-condition',
  'crime-recorded': 'fields of decision',
  'decision-outcome': 'review-case',
  'decision-reason': 'fields of decision',
  'enquiry-means': 'take-enquiry',
  'evidence-shows': 'act add-evidence',
  'export-destination': 'condition-report',
  force: 'referrals',
  'grounds-to-suspect': 'notice serve',
  'local-authority': 'fields of referral',
  'outside-area': 'fields of subject',
  'way-out': 'fields of sharingPermission',
  'handling-action': 'fields of intelligenceNote',
  'handling-code': 'notes',
  'handling-sanitisation': 'fields of intelligenceNote',
  'hold-reason': 'hold',
  'home-office-outcome': 'fields of order',
  'identifier-confidence': 'act note-online-name',
  'identifier-type': 'act note-online-name',
  'intelligence-assessment': 'fields of intelligenceNote',
  'intervention-kind': 'session',
  'intervention-mode': 'act record-participation',
  'intervention-outcome': 'review-case',
  'interview-offer': 'fields of order',
  'lawful-basis': 'identify',
  'legal-gateway': 'act contact-agency',
  marking: 'give-out',
  'narrative-omission': 'fields of referral',
  necessity: 'identify',
  'notice-acknowledgement': 'fields of ceaseAndDesist',
  'notice-service': 'fields of ceaseAndDesist',
  'notice-text': 'notice serve',
  'nrac-answer': 'retention',
  'nrac-question': 'retention',
  'offence-status': 'act record-offence',
  'offence-without-section': 'act record-offence',
  'objective-result': 'fields of objective',
  'online-platform': 'act note-online-name',
  'open-source-authority': 'fields of sourceCapture',
  'order-end': 'fields of order',
  'order-kind': 'conditions',
  'organisation-became': 'fields of organisation',
  'organisation-identifier': 'fields of organisation',
  'organisation-join-reason': 'fields of organisationLink',
  'organisation-kind': 'fields of organisation',
  'participation-answer': 'act record-participation',
  'participation-by': 'act record-participation',
  'person-role': 'fields of relatedPerson',
  'plan-end': 'fields of plan',
  'processing-condition': 'act record-basis',
  'promise-kind': 'promise subject',
  'promise-to': 'promise subject',
  purpose: 'identify',
  'purpose-regime': 'first run',
  'read-back': 'fields of stopCard',
  reason: 'log',
  'referral-question': 'questions',
  'referral-route': 'take-enquiry',
  'referral-status': 'referrals',
  'referrer-type': 'fields of referrer',
  relationship: 'act note-related-person',
  'reopening-reason': 'fields of decision',
  'request-answer': 'fields of colleagueRequest',
  'request-kind': 'handover',
  'retention-group': 'retention',
  'retention-outcome': 'retention',
  'risk-now': 'take-enquiry',
  'safeguarding-told': 'safeguarding',
  'source-evaluation': 'fields of intelligenceNote',
  'statement-type': 'fields of referral',
  'subject-category': 'fields of subject',
  'suitability-answer': 'take-enquiry',
  'suitability-question': 'take-enquiry',
  'telling-restriction': 'fields of telling',
  'told-whom': 'act record-telling',
};

const SUBJECT = v.parse(RecordId, '5b1ec700-0000-4000-8000-000000000001');
const REFERRAL = v.parse(RecordId, '4efe44a1-0000-4000-8000-000000000001');

/** Parameters that a place needs besides the records: the first of the values that each may have. */
function routeOf(place: string): Route {
  const [name, ...words] = place.split(/[ /]/);
  if (name === 'subject') return { name, subject: SUBJECT, section: words[0] } as Route;
  if (name === 'act') return { name, subject: SUBJECT, act: words[0] } as Route;
  const [, row] = listScreens(SCREENS).find(([each]) => each === name) ?? [];
  if (row === undefined) throw new Error(`no screen ${place}`);
  const params = Object.entries(row.needs ?? {}).map(([param, need]) => {
    if (need === 'record') return [param, param === 'referral' ? REFERRAL : SUBJECT];
    if (need === 'word') return [param, 'bornOn'];
    return [param, need.find((each) => words.includes(each)) ?? need[0]];
  });
  return { name, ...Object.fromEntries(params) } as Route;
}

/** The fields of a kind with codes, also those in its groups. */
function withCodes(fields: readonly FieldDescription[]): readonly FieldDescription[] {
  return fields.flatMap((field) => [
    ...(field.codeList === undefined ? [] : [field]),
    ...withCodes(field.fields ?? []),
  ]);
}

function FieldsOf({ kind }: { kind: RecordKind }) {
  const { services } = useApp();
  return (
    <>
      <h1>{kind}</h1>
      <form>
        {withCodes(fieldsOf(kind)).map((field, nth) => (
          <RecordField
            key={field.name}
            id={`${field.name}-${nth}`}
            field={field}
            value=""
            onValue={() => undefined}
            lists={services.lists}
            on={services.today()}
          />
        ))}
      </form>
    </>
  );
}

async function show(place: string): Promise<void> {
  if (place === 'first run') {
    await showShell({ state: { name: 'none' } });
    fireEvent.click(await screen.findByLabelText('Practice'));
    return;
  }
  const kind = RECORD_KINDS.find((each) => place === `fields of ${each}`);
  if (kind !== undefined) {
    await showShell({ views: { subjects: () => <FieldsOf kind={kind} /> } });
    return;
  }
  const { app, services } = await showShell({ start: { name: 'safeguarding' } });
  const subject = buildRecord('subject', { id: SUBJECT, name: 'Kit Vale' });
  const referral = buildRecord('referral', { id: REFERRAL, subjectId: SUBJECT });
  await services.store.commit({
    changes: [newRecord('subject', subject), newRecord('referral', referral)],
    reason: 'referral',
  });
  app.router.go(routeOf(place));
}

/** All that the foot of the screen says, once it is opened. */
async function standingHere(): Promise<string> {
  const foot = await screen.findByRole('complementary', {
    name: 'Standing of the lists and rules on this page',
  });
  const details = foot.querySelector('details');
  if (!details) throw new Error('nothing to open');
  details.open = true;
  fireEvent(details, new Event('toggle'));
  return foot.textContent ?? '';
}

const shipped = shippedDefinitions();
const HOW_KNOWN = {
  official: '',
  found: 'Read in a public source, not confirmed by your force',
  secondary: 'Quoted by others, not confirmed by your force',
  recalled: 'Written from memory, not found in a source',
  proposed: 'This toolkit’s own, not official',
} as const;

function placesOf({ kind, id }: Definition): readonly string[] {
  if (kind === 'code-list') return [PLACES_OF_LISTS[id] ?? ''].filter(Boolean);
  return kind === 'template' ? (PLACES_OF_TEMPLATE[id] ?? []) : PLACES_OF_KIND[kind];
}

const byPlace = new Map<string, readonly Definition[]>();
for (const each of shipped)
  for (const place of placesOf(each)) byPlace.set(place, [...(byPlace.get(place) ?? []), each]);

afterEach(cleanup);

it('has a place for each definition that ships, and for each kind that only packs give', () => {
  expect(shipped.filter((each) => placesOf(each).length === 0).map(({ id }) => id)).toEqual([]);
  expect(Object.values(PLACES_OF_KIND).filter((places) => places.length === 0)).toEqual([]);
  const ids = shipped.flatMap(({ kind, id }) => (kind === 'code-list' ? [id] : []));
  expect(Object.keys(PLACES_OF_LISTS).filter((id) => !ids.includes(id))).toEqual([]);
});

describe('standing, source and day are said where it is used', () => {
  it.each([...byPlace])('on %s', async (place, definitions) => {
    await show(place);
    await standingHere();
    await waitFor(() => {
      const said = document.querySelector('.cp-standing')?.textContent ?? '';
      const unsaid = definitions.filter(
        ({ title, source, checkedOn, standing }) =>
          !said.includes(
            `${title}: ${source}. ${standing === 'recalled' ? 'Written down on' : 'Last checked'} ${writtenDate(checkedOn)}.`,
          ) || !said.includes(HOW_KNOWN[standing]),
      );
      expect(unsaid.map(({ id }) => id)).toEqual([]);
      expect(said).toMatch(/^Not official/);
    });
  });
});

it('is of the notice’s words on its paper, and not where a breach of it is noted', () => {
  const notice = { name: 'notice', subject: SUBJECT } as const;
  expect(hasRules({ ...notice, form: 'paper' })).toBe(true);
  for (const form of ['breach', 'tell'] as const) expect(hasRules({ ...notice, form })).toBe(false);
});
