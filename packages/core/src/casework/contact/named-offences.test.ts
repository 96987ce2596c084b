/** Offences named on a record are read before anybody finds no grounds to suspect one. */
import { describe, expect, it } from 'vitest';
import { gatherCodeLists } from '../../codes/index.js';
import type { PlainDate, Result } from '../../shared/index.js';
import { GIVEN_NOTICE as notice } from '../../testing/fiction/given-notice.js';
import { heldRecord } from '../../testing/held-under-test.js';
import { testHost } from '../../testing/host.js';
import { namedOffences } from './named-offences.js';
import { serveNotice } from './serve-notice.js';

const today = '2026-11-24' as PlainDate;
const context = { host: testHost({ at: '2026-11-24T09:30:00.000Z' }), lists: gatherCodeLists() };
const subject = heldRecord('subject', {});
const offence = heldRecord('offence', { subjectId: subject.id });
const referral = heldRecord('referral', { subjectId: subject.id, lawMentioned: ['s.3'] });
const codes = ({ issues }: Result<unknown>) => issues.map(({ code }) => code);

describe('offences that are named', () => {
  it('are those recorded and the words of referrals', () => {
    expect(namedOffences([subject, offence, referral], subject)).toMatchObject([
      { words: 'Unauthorised access to computer material', section: '1', status: 'suspected' },
      { words: 's.3' },
    ]);
  });

  it('are none of a matter that ended, and none of anybody else', () => {
    const ended = { status: 'acquitted', on: today, notedOn: today };
    const acquitted = heldRecord('offence', {
      subjectId: subject.id,
      standings: [...offence.value.standings, ended],
    });
    const other = heldRecord('subject', {});
    const theirs = heldRecord('offence', { subjectId: other.id });
    expect(namedOffences([subject, acquitted, other, theirs], subject)).toEqual([]);
  });

  it('are read before no grounds are found', () => {
    const named = namedOffences([subject, offence, referral], subject);
    const on = { ...context, subject, named };
    expect(codes(serveNotice(notice, on))).toEqual(['grounds-named']);
    expect(codes(serveNotice(notice, { ...on, hasReadNamed: true }))).toEqual([]);
  });
});
