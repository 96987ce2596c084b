/** The notice says what it is and alleges nothing; its follow-up says how it was served and what was noted, and concludes nothing. */
import { describe, expect, it } from 'vitest';
import { caseFile } from '../casework/case-file.js';
import { gatherCodeLists } from '../codes/shipped.js';
import type { RecordKind, RecordOf } from '../record/kind.js';
import type { Instant, PlainDate } from '../shared/index.js';
import type { StoredRecord } from '../store/port.js';
import { buildId, buildRecord, type Overrides } from '../testing/builder.js';
import { missingNeeds, renderTemplate } from './render.js';
import { loadTemplate } from './template.js';
import { ceaseAndDesist } from './templates/cease-and-desist.js';
import { noticeFollowUp } from './templates/notice-follow-up.js';

const lists = gatherCodeLists();
const at = '2026-11-24T09:30:00.000Z' as Instant;
function held<K extends RecordKind>(kind: K, overrides: Overrides<K>): StoredRecord<K> {
  const value = buildRecord(kind, overrides) as RecordOf<K>;
  const when = { createdAt: at, updatedAt: at, updatedBy: buildId() };
  return { kind, id: value.id, value, heads: [buildId()], sources: {}, ...when };
}

const subject = held('subject', { name: 'Taz Vael' });
const about = { subjectId: subject.id };
const notice = held('ceaseAndDesist', {
  ...about,
  grounds: 'none',
  notice: 'Cease and desist notice',
  servedOn: '2026-11-20',
  sections: ['1', '3A'],
  adultPresent: 'Marisol Vael, mother',
  appropriateAdult: 'Ottilie Brandt',
});
const other = held('ceaseAndDesist', { ...about, servedOn: '2025-01-10' });
const breach = held('noticeBreach', { ...about, noticeId: notice.id, what: 'A new offer.' });
const earlier = held('noticeBreach', { ...about, noticeId: other.id, what: 'Of the other one.' });
const records = [subject, other, notice, earlier, breach];
const officer = { name: 'Rowan Adeyemi', force: '42' };
const preparedOn = '2026-11-24' as PlainDate;

function written(source: typeof ceaseAndDesist | typeof noticeFollowUp, of = notice.id): string {
  const file = caseFile(records, subject.id, { officer, preparedOn, include: { notice: of } });
  if (!file.ok) throw new Error(JSON.stringify(file.issues));
  return renderTemplate(loadTemplate(source), file.value, { lists }).markdown;
}

describe('a cease and desist notice on paper', () => {
  it('says that it has no statutory force and finds no guilt, and what the law is', () => {
    const paper = written(ceaseAndDesist);
    for (const said of [
      'For Taz Vael, on 20 November 2026.',
      'no statutory force',
      'does not say that you are guilty of anything',
      'Section 1: unauthorised access',
      'Section 3A: making, supplying',
    ])
      expect(paper).toContain(said);
  });

  it('carries nothing that was noted, and nothing of how it was served', () => {
    const paper = written(ceaseAndDesist);
    for (const kept of ['A new offer', 'Marisol', 'Ottilie', 'grounds', 'suspect'])
      expect(paper).not.toContain(kept);
  });

  it('has a follow-up of its own breaches alone, parent and appropriate adult apart', () => {
    const paper = written(noticeFollowUp);
    expect(paper).toContain('Parent, carer or supporter present: Marisol Vael, mother');
    expect(paper).toContain('Appropriate adult: Ottilie Brandt');
    expect(paper).toContain('A new offer.');
    expect(paper).not.toContain('Of the other one.');
    expect(written(noticeFollowUp, other.id)).not.toContain('A new offer.');
  });

  it('is not made of a notice that is not the subject’s', () => {
    const file = caseFile(records, subject.id, {
      officer,
      preparedOn,
      include: { notice: buildId() },
    });
    expect(file.ok && missingNeeds(loadTemplate(noticeFollowUp), file.value)).toEqual([
      'notice',
      'breaches',
    ]);
  });
});
