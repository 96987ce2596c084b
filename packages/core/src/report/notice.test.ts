/**
 * The notice explains itself and alleges nothing. Its follow-up describes the serving and the later observations, and
 * concludes nothing.
 */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isNoticeServedNow } from '../casework/rules/notice-text.js';
import { gatherCodeLists } from '../codes/shipped.js';
import { caseFile } from '../desk/case/case-file.js';
import type { RecordKind, RecordOf } from '../record/kind.js';
import type { Instant, PlainDate } from '../shared/index.js';
import type { StoredRecord } from '../store/log/port.js';
import { buildId, buildRecord, type Overrides } from '../testing/fiction/builder.js';
import { noticePaperForVisit, servedNoticePaper } from './notice-paper.js';
import { missingNeeds, renderTemplate } from './render.js';
import { loadTemplate, type TemplateSource } from './template.js';
import { ceaseAndDesist } from './templates/cease-and-desist.js';
import { ceaseAndDesist2 } from './templates/cease-and-desist-2.js';
import { forceNotice } from './templates/force-notice.js';
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
  noticeText: 'toolkit-1',
  notice: 'Cease and desist notice',
  noticeVersion: 'Cyber Prevent Toolkit 1',
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

function written(source: TemplateSource, of = notice.id): string {
  const file = caseFile(records, subject.id, { officer, preparedOn, include: { notice: of } });
  if (!file.ok) throw new Error(JSON.stringify(file.issues));
  return renderTemplate(loadTemplate(source), file.value, { lists, audience: 'supervisor' })
    .markdown;
}

describe('a cease and desist notice on paper', () => {
  const own = { noticeText: 'another', notice: 'Form 12', noticeVersion: '3' };

  it('is the text that was served under that title and version, or nothing', () => {
    expect(servedNoticePaper(notice.value)).toBe(ceaseAndDesist);
    expect(servedNoticePaper({ ...notice.value, ...own })).toBeUndefined();
    const { noticeText: _, ...before } = notice.value;
    expect(servedNoticePaper(before)).toBeUndefined();
  });

  it('is never our words under a title or a version of somebody else', () => {
    const texts = fc.constantFrom(
      undefined,
      'toolkit-1',
      'toolkit-2',
      'toolkit-3',
      'force',
      'another',
      '__proto__',
    );
    const titles = fc.oneof(fc.constant('Cease and desist notice'), fc.string());
    const versions = fc.oneof(
      fc.constant('Cyber Prevent Toolkit 1'),
      fc.constant('Cyber Prevent Toolkit 2'),
      fc.constant('1'),
      fc.string(),
    );
    fc.assert(
      fc.property(texts, titles, versions, (noticeText, title, noticeVersion) => {
        const { noticeText: _, ...value } = notice.value;
        const named = { ...value, notice: title, noticeVersion };
        const paper = servedNoticePaper(
          noticeText === undefined ? named : { ...named, noticeText },
        );
        const number = /^toolkit-([12])$/.exec(noticeText ?? '')?.[1];
        const isOurs =
          number !== undefined &&
          title === 'Cease and desist notice' &&
          noticeVersion === `Cyber Prevent Toolkit ${number}`;
        expect(paper !== undefined).toBe(isOurs);
      }),
    );
  });

  it('is served in the newest of our versions, and printed in the one that was served', () => {
    const codes = lists.get('notice-text')?.codes.map(({ code }) => code) ?? [];
    expect(codes.filter(isNoticeServedNow)).toEqual(['toolkit-2', 'force', 'another']);
    expect(servedNoticePaper(notice.value)).toBe(ceaseAndDesist);
  });

  it('can be taken to a visit, in the same words, with room for what is not known yet', () => {
    const blank = noticePaperForVisit('toolkit-1');
    if (!blank) throw new Error('There is no paper for a visit');
    const text = renderTemplate(
      loadTemplate(blank),
      { subject: subject.value, officer, preparedOn },
      { lists, audience: 'subject' },
    );
    expect(text).toMatchObject({ isForAudience: true, withheld: [] });
    const linesOf = (markdown: string) =>
      markdown
        .split('\n')
        .filter(
          (line) =>
            !/^$|^Given on|^Section |^Date of birth|^Some words here|^…|\\$/.test(line.trim()),
        );
    expect(linesOf(text.markdown)).toEqual(linesOf(written(ceaseAndDesist)));
    expect(text.markdown).toContain('Given on ………');
    expect(noticePaperForVisit('another')).toBeUndefined();
  });

  it('does not alter a text that was served: a change is a version of its own', () => {
    const digest = createHash('sha256').update(ceaseAndDesist.markdown).digest('hex');
    expect(digest).toBe('5029643498208daafae52c8222892cb6e4809285bf5c1a635858ccaa3d9462b3');
    const second = createHash('sha256').update(ceaseAndDesist2.markdown).digest('hex');
    expect(second).toBe('8bb65439078b709a170b31eff20ce714a4e3afd1f8cc55d3894a172c465a0bca');
  });

  const sheet = {
    from: 'Nowhereshire Police\nCyber Choices',
    contact: '07700 900100, Monday to Friday, 9 am to 5 pm',
  };
  const onSheet = (code: string, more: object = {}) => {
    const blank = noticePaperForVisit(code);
    if (!blank) throw new Error(`There is no paper of ${code} for a visit`);
    const values = { subject: subject.value, officer, preparedOn, sheet: { ...sheet, ...more } };
    return renderTemplate(loadTemplate(blank), values, { lists, audience: 'subject' }).markdown;
  };

  it('names nobody before it is given, and has a letterhead, a telephone number and lines to sign', () => {
    const own = { title: 'Form 12', version: '7', words: 'Stop.\n\nAsk us :value[what] you like.' };
    for (const paper of [onSheet('toolkit-2'), onSheet('force', own)]) {
      expect(paper).not.toContain('Taz Vael');
      expect(paper).toContain('Nowhereshire Police');
      expect(paper).toContain('07700 900100');
      expect(paper).toContain('Your signature: …');
      expect(paper).toContain('You do not have to sign');
    }
    // The words of a force are text: nothing in them is a directive.
    expect(onSheet('force', own)).toMatch(/Ask us \\?:value\\?\[what\\?\] you like/);
  });

  it('has a line to write on, before it is given, for what the force has not set', () => {
    const unset = { from: undefined, contact: undefined };
    const own = { title: 'Form 12', version: '7', words: 'Stop.' };
    for (const paper of [onSheet('toolkit-2', unset), onSheet('force', { ...own, ...unset })])
      for (const line of ['Police force: …', 'Telephone: …', 'Date of birth: …'])
        expect(paper).toContain(line);
    expect(onSheet('toolkit-2')).not.toMatch(/Police force: …|Telephone: …/);
  });

  const servedTwo = (of: Overrides<'subject'>, more: Overrides<'ceaseAndDesist'>) => {
    const person = held('subject', { name: 'Taz Vael', ...of });
    const given = held('ceaseAndDesist', {
      subjectId: person.id,
      noticeText: 'toolkit-2',
      notice: 'Cease and desist notice',
      noticeVersion: 'Cyber Prevent Toolkit 2',
      noticeFrom: undefined,
      noticeContact: undefined,
      ...more,
    });
    const file = caseFile([person, given], person.id, {
      officer,
      preparedOn,
      include: { notice: given.id },
    });
    const source = servedNoticePaper(given.value);
    if (!file.ok || !source) throw new Error('No paper');
    return renderTemplate(loadTemplate(source), file.value, { lists, audience: 'subject' });
  };

  it('says under the words whose it is, and has a line for what was not printed', () => {
    const paper = servedTwo({ bornOn: '2010-05-02' }, { noticeContact: sheet.contact });
    expect(paper.markdown).toContain('Date of birth: 2 May 2010');
    expect(paper.markdown).toContain('Police force: …');
    expect(paper.markdown).not.toContain('Telephone: …');
    expect(paper.leftOut.find(({ kind }) => kind === 'subject')?.fields ?? []).not.toContainEqual({
      label: 'Date of birth',
      count: 1,
    });
  });

  it('prints no date of birth while none is on record, or several are', () => {
    const date = '2011-05-02';
    const also = [{ what: 'bornOn' as const, date, notedOn: '2026-11-20' }];
    for (const of of [{ bornOn: undefined }, { bornOn: '2010-05-02', alsoRecorded: also }]) {
      const { markdown } = servedTwo(of, {});
      expect(markdown).toContain('Date of birth: …');
      expect(markdown).not.toMatch(/2010|2011/);
    }
  });

  it('keeps the words of a force as they were served, under their title and version', () => {
    const served = held('ceaseAndDesist', {
      ...about,
      noticeText: 'force',
      notice: 'Form 12',
      noticeVersion: '7',
      noticeFrom: sheet.from,
      noticeContact: sheet.contact,
      noticeWords: 'Stop what you do.\n\nTalk to us.',
    });
    expect(servedNoticePaper(served.value)).toBe(forceNotice);
    const file = caseFile([subject, served], subject.id, {
      officer,
      preparedOn,
      include: { notice: served.id },
    });
    if (!file.ok) throw new Error('No file');
    const paper = renderTemplate(loadTemplate(forceNotice), file.value, {
      lists,
      audience: 'subject',
    });
    expect(paper.withheld).toEqual([]);
    for (const said of ['# Form 12', 'For Taz Vael', 'Stop what you do.', 'Talk to us.', '07700'])
      expect(paper.markdown).toContain(said);
    const { noticeWords: _, ...without } = served.value;
    expect(servedNoticePaper(without)).toBeUndefined();
  });

  it('goes to the person and to police and courts, and to no school', () => {
    const value = { subject: subject.value, notice: notice.value, officer, preparedOn };
    const isFor = (audience: string) =>
      renderTemplate(loadTemplate(ceaseAndDesist), value, { lists, audience }).isForAudience;
    expect(['subject', 'supervisor', 'court', 'school', 'partner'].map(isFor)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });

  it('says that it has no statutory force and finds no guilt, and what the law is', () => {
    const paper = written(ceaseAndDesist);
    for (const said of [
      'Cyber Prevent Toolkit 1',
      'For Taz Vael.',
      'Given on 20 November 2026 by PC 4127 Imogen Starling.',
      'no statutory force',
      'does not say that you are guilty of anything',
      'Section 1: unauthorised access',
      'Section 3A: making, supplying',
    ])
      expect(paper).toContain(said);
  });

  it('parts the papers of two people of one name, and shows nobody who made the referral', () => {
    const referral = held('referral', { ...about, reference: 'CC/2026/417' });
    const [taz, namesake] = ['5a17c0de', '0ddba115'].map((start) =>
      held('subject', { id: `${start}-0000-4000-8000-000000000001`, name: 'Taz Vael' }),
    ) as [typeof subject, typeof subject];
    const footOf = (source: TemplateSource, of: typeof subject) => {
      const values = { subject: of.value, notice: notice.value, referral: referral.value };
      const { markdown } = renderTemplate(
        loadTemplate(source),
        { ...values, officer, preparedOn, sheet: { title: 'A', version: '1', words: 'B' } },
        { lists, audience: 'subject' },
      );
      expect(markdown).not.toContain('CC/2026/417');
      return markdown.split('\n').find((line) => line.startsWith('Our reference: '));
    };
    for (const source of [
      ceaseAndDesist,
      ceaseAndDesist2,
      forceNotice,
      noticePaperForVisit('toolkit-2'),
      noticePaperForVisit('force'),
    ]) {
      if (!source) throw new Error('There is no paper for a visit');
      expect(footOf(source, taz)).toBe('Our reference: 5A17C0DE');
      expect(footOf(source, namesake)).toBe('Our reference: 0DDBA115');
    }
  });

  it('says its version in plain words', () => {
    expect(onSheet('toolkit-2').split('\n')).toContain('Version 2');
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
