import { describe, expect, it } from 'vitest';
import type { RecordKind, RecordOf } from '../../record/kind.js';
import type { Instant, PlainDate } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';
import {
  buildId,
  buildObjective,
  buildPlan,
  buildSession,
  buildSubject,
} from '../../testing/fiction/builder.js';
import { ownRecords } from '../overview/own-records.js';
import { planInFile } from './case-file-plan.js';

const { id: subjectId } = buildSubject();
const today = '2026-11-24' as PlainDate;
const at = '2026-11-24T09:30:00.000Z' as Instant;

function held<K extends RecordKind>(kind: K, value: RecordOf<K>): StoredRecord<K> {
  const when = { createdAt: at, updatedAt: at, updatedBy: buildId() };
  return { kind, id: value.id, value, heads: [buildId()], sources: {}, ...when };
}
const inFile = (...records: readonly StoredRecord[]) =>
  planInFile(ownRecords(records, subjectId), subjectId, today);

const plan = buildPlan({ subjectId });
const objective = buildObjective({ subjectId, planId: plan.id, targetOn: '2026-12-20' });

describe('the plan in a case file', () => {
  it('has its objectives and the objective that comes next', () => {
    const earlier = buildObjective({ subjectId, planId: buildId(), targetOn: '2026-11-30' });
    expect(
      inFile(held('plan', plan), held('objective', objective), held('objective', earlier)),
    ).toEqual({
      plans: [plan],
      objectives: [objective],
      nextStep: { on: '2026-12-20', objective: objective.objective, record: objective.id },
    });
  });

  it('has the session that is arranged as its next step, before any objective', () => {
    const session = buildSession({
      subjectId,
      kind: 'mentoring',
      arrangedFor: '2026-12-01',
      place: 'Testford library',
    });
    expect(
      inFile(held('plan', plan), held('objective', objective), held('session', session)).nextStep,
    ).toEqual({
      on: '2026-12-01',
      session: 'mentoring',
      place: 'Testford library',
      record: session.id,
    });
  });

  it('is none once it has ended, and never that of somebody else', () => {
    const ended = buildPlan({ subjectId, ended: 'completed', endedOn: '2026-11-20' });
    const other = buildPlan({ subjectId: buildId() });
    const none = { plans: [], objectives: [] };
    expect(inFile(held('plan', ended), held('objective', objective))).toEqual(none);
    expect(inFile(held('plan', other))).toEqual(none);
  });
});
