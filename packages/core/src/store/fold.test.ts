import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RecordId } from '../shared/primitives.js';
import {
  buildId,
  buildIntervention,
  buildSource,
  buildSubject,
  newRecord,
} from '../testing/fiction/builder.js';
import { testHost } from '../testing/host.js';
import { WorkingSet } from './fold.js';
import type { HeadRecord } from './log/heads.js';
import type { Change, Revision } from './log/revision.js';

const { clock } = testHost();

function revision(change: Change, id = buildId()): Revision {
  return { ...change, id, at: clock.now(), by: buildId(), reason: 'case-work' };
}

function folded(...revisions: Revision[]): WorkingSet {
  const records = new WorkingSet();
  const earlier = new Map(revisions.map((one) => [one.id, one]));
  revisions.forEach((one, index) => {
    records.apply(one, index + 1, earlier);
  });
  return records;
}

/** A head as a log may give one: its content is read only on request, and each request is noted here. */
function readLate(head: HeadRecord, read: RecordId[]): HeadRecord {
  const { id } = head;
  const late = <K extends keyof HeadRecord>(member: K): HeadRecord[K] => {
    read.push(id);
    return head[member];
  };
  return {
    kind: head.kind,
    id,
    ordinal: head.ordinal,
    batches: head.batches,
    subjects: head.subjects,
    get createdAt() {
      return late('createdAt');
    },
    get revisions() {
      return late('revisions');
    },
    get branches() {
      return late('branches');
    },
  };
}

describe('WorkingSet', () => {
  const subject = buildSubject();
  const first = revision(newRecord('subject', subject));
  const change = (parents: readonly RecordId[], set: Change['set'], extra: Partial<Change> = {}) =>
    revision({ kind: 'subject', record: subject.id, parents, set, ...extra });

  it('shows every head when two devices changed a record apart, and the later one first', () => {
    const one = change([first.id], { name: 'One' });
    const two = change([first.id], { bornOn: null });
    const stored = folded(first, one, two).get('subject', subject.id);
    expect(stored?.heads).toEqual([one.id, two.id]);
    expect(stored?.value).toMatchObject({ name: subject.name });
    expect(stored?.value).not.toHaveProperty('bornOn');
  });

  it('shows the same, in whatever order the two arrived', () => {
    const one = change([first.id], { name: 'One' });
    const two = change([first.id], { name: 'Two' });
    const three = change([one.id], { aliases: ['Three'] });
    const [a, b] = [folded(first, one, two, three), folded(first, one, three, two)].map((records) =>
      records.get('subject', subject.id),
    );
    expect(a?.value).toEqual(b?.value);
    expect(new Set(a?.heads)).toEqual(new Set(b?.heads));
    expect(a?.value).toMatchObject({ name: 'One', aliases: ['Three'] });
  });

  it('comes back to one head when a later change names them all', () => {
    const one = change([first.id], { name: 'One' });
    const two = change([first.id], { aliases: ['Two'] });
    const joined = change([one.id, two.id], { name: 'One' });
    const stored = folded(first, one, two, joined).get('subject', subject.id);
    expect(stored?.heads).toEqual([joined.id]);
    expect(stored?.value).toMatchObject({ name: 'One', aliases: ['Two'] });
  });

  it('lets a record stand that one device withdrew and another changed', () => {
    const withdrawn = change([first.id], {}, { withdraw: true });
    const changed = change([first.id], { name: 'Still here' });
    expect(folded(first, withdrawn).get('subject', subject.id)).toBeUndefined();
    expect(folded(first, withdrawn, changed).get('subject', subject.id)?.heads).toHaveLength(2);
    expect(folded(first, changed, withdrawn).get('subject', subject.id)?.heads).toHaveLength(2);
  });

  it('takes a revision in once, however often it comes', () => {
    const one = change([first.id], { name: 'One' });
    const stored = folded(first, one, one, first).get('subject', subject.id);
    expect(stored?.heads).toEqual([one.id]);
    expect(folded(first, one, first).find(subject.id)?.revisions).toEqual([first.id, one.id]);
  });

  it('keeps an earlier source beside one that is added for an unchanged value', () => {
    const [seen, again] = [buildSource(), buildSource({ label: 'Nominal' })];
    const one = change([first.id], { name: 'One' }, { sources: { name: [seen] } });
    const two = change([one.id], {}, { sources: { name: [again] } });
    expect(folded(first, one, two).get('subject', subject.id)?.sources).toEqual({
      name: [seen, again],
    });
  });

  it('replaces the sources of each item of a list when the list is set', () => {
    const one = change(
      [first.id],
      { phones: ['07700 900001'] },
      { sources: { 'phones[0]': [buildSource()] } },
    );
    const two = change([one.id], { phones: [] });
    expect(folded(first, one, two).get('subject', subject.id)?.sources).toEqual({});
  });

  it('survives a field named __proto__ in a log', () => {
    const set = JSON.parse('{"__proto__":{"name":"Polluted"},"constructor":"x"}');
    const records = folded(first, change([first.id], set));
    expect(records.get('subject', subject.id)?.value.name).toBe(subject.name);
    expect(({} as Record<string, unknown>).name).toBeUndefined();
    expect(records.query('subject', { toString: Object.prototype.toString } as object)).toEqual([]);
    const odd = JSON.parse('{"__proto__":null,"toString":1}');
    expect(records.query('subject', odd)).toEqual([]);
  });

  it('survives a revision whose parents nobody has, and does not show it', () => {
    const orphan = change([buildId()], { name: 'Orphan' });
    expect(folded(first, orphan).get('subject', subject.id)?.heads).toEqual([first.id]);
    expect(folded(orphan).get('subject', subject.id)).toBeUndefined();
    expect(folded(orphan).find(subject.id)?.revisions).toEqual([orphan.id]);
  });

  describe('the moment when a record was made', () => {
    const at = (one: Revision, time: string): Revision => ({
      ...one,
      at: `2026-11-24T${time}.000Z` as Revision['at'],
    });
    const root = at(first, '09:30:03');
    const behind = at(change([root.id], { name: 'By a clock that is behind' }), '09:30:02');
    const made = (...revisions: Revision[]) =>
      folded(...revisions).find(subject.id)?.head.createdAt;
    const merged = (...revisions: Revision[]) => {
      const records = new WorkingSet();
      records.merge(new Map(revisions.map((one) => [one.id, one])), 1);
      return records.find(subject.id)?.head.createdAt;
    };

    it('is that of the revision that made it, whatever a later clock says, folded one by one or at once', () => {
      for (const fold of [made, merged]) expect(fold(root, behind)).toBe(root.at);
    });

    it('is put right when the revision that made it comes last', () => {
      for (const fold of [made, merged]) {
        expect(fold(behind)).toBe(behind.at);
        expect(fold(behind, root)).toBe(root.at);
      }
      expect(folded(behind, root).get('subject', subject.id)).toEqual(
        folded(root, behind).get('subject', subject.id),
      );
    });

    it('is the earliest where several revisions made it', () => {
      const other = at(revision(newRecord('subject', subject)), '09:30:01');
      for (const fold of [made, merged]) {
        expect(fold(root, other, behind)).toBe(other.at);
        expect(fold(other, behind, root)).toBe(other.at);
      }
    });
  });

  it('no longer counts a moved record to the subject it was moved from', () => {
    const intervention = buildIntervention({ subjectId: subject.id });
    const made = revision(newRecord('intervention', intervention));
    const { kind, record, id } = made;
    const moved = revision({ kind, record, parents: [id], set: { subjectId: buildId() } });
    expect(folded(made).of(subject.id)).toHaveLength(1);
    expect(folded(made, moved).of(subject.id)).toEqual([]);
  });

  it('forgets a dropped record wherever it was indexed', () => {
    const intervention = buildIntervention({ subjectId: subject.id });
    const records = folded(first, revision(newRecord('intervention', intervention)));
    expect(records.drop(intervention.id)?.batches).toEqual([2]);
    expect(records.query('intervention')).toEqual([]);
    expect(records.of(subject.id)).toEqual([]);
    expect(records.drop(intervention.id)).toBeUndefined();
  });

  it('reads of heads that are read late those alone that somebody asks for, and goes on with them', () => {
    const mine = buildIntervention({ subjectId: subject.id });
    const made = [mine, ...Array.from({ length: 3 }, () => buildIntervention())];
    const before = folded(...made.map((value) => revision(newRecord('intervention', value))));
    const read: RecordId[] = [];
    const records = new WorkingSet();
    for (const { head } of before.all()) records.hold(readLate(head, read));
    expect(read).toEqual([]);
    expect(records.query('intervention', { subjectId: subject.id })).toEqual(
      before.query('intervention', { subjectId: subject.id }),
    );
    expect(new Set(read)).toEqual(new Set([mine.id]));
    const [parent] = before.find(mine.id)?.revisions ?? [];
    const next = revision({
      kind: 'intervention',
      record: mine.id,
      parents: parent ? [parent] : [],
      set: { note: 'Again' },
    });
    for (const each of [before, records]) each.apply(next, 9);
    expect(records.find(mine.id)?.head).toEqual(before.find(mine.id)?.head);
    expect(new Set(read)).toEqual(new Set([mine.id]));
  });

  it('finds by subject the same as by looking at every record, after any changes', () => {
    const subjects = Array.from({ length: 4 }, () => buildId());
    const step = fc.record({ record: fc.nat(5), subject: fc.nat(3), old: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const records = new WorkingSet();
        const made = new Map<number, Revision[]>();
        steps.forEach(({ record, subject: index, old }, seq) => {
          const subjectId = subjects[index] ?? buildId();
          const earlier = made.get(record);
          const parent = old ? earlier?.at(0) : earlier?.at(-1);
          const next = revision(
            parent
              ? {
                  kind: parent.kind,
                  record: parent.record,
                  parents: [parent.id],
                  set: { subjectId },
                }
              : newRecord('intervention', buildIntervention({ subjectId })),
          );
          const known = [...(earlier ?? []), next];
          made.set(record, known);
          records.apply(next, seq + 1, new Map(known.map((one) => [one.id, one])));
        });
        for (const subjectId of subjects)
          expect(records.query('intervention', { subjectId })).toEqual(
            records.query('intervention').filter(({ value }) => value.subjectId === subjectId),
          );
      }),
    );
  });
});
