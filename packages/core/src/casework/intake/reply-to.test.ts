import { describe, expect, it } from 'vitest';
import { codesInForce, gatherCodeLists } from '../../codes/index.js';
import type { RecordKind, RecordOf } from '../../record/kind.js';
import { addDays } from '../../shared/dates.js';
import type { PlainDate } from '../../shared/index.js';
import type { StoredRecord } from '../../store/log/port.js';
import { buildDecision, buildEnquiry } from '../../testing/fiction/builder.js';
import shipped from '../data/enquiry-reply.json' with { type: 'json' };
import { workingCalendar } from '../rules/calendar.js';
import { gatherSignposts, signpostsFor } from '../rules/signpost.js';
import { gatherTimeLimits } from '../rules/time-limit.js';
import { replyText, replyTo } from './reply-to.js';

const today = '2026-11-24' as PlainDate;
const lists = gatherCodeLists();
const context = {
  lists,
  signposts: gatherSignposts(),
  limits: gatherTimeLimits(),
  calendar: workingCalendar(),
  today,
};
const held = <K extends RecordKind>(kind: K, value: RecordOf<K>) =>
  ({ kind, id: value.id, value, heads: [], sources: {} }) as unknown as StoredRecord<K>;
const enquiry = held('enquiry', buildEnquiry({ reference: 'ENQ-7' }));
const decided = (outcome: string, reasonCodes: string[] = [], on = enquiry) =>
  held('decision', buildDecision({ subjectId: undefined, enquiryId: on.id, outcome, reasonCodes }));

describe('replyTo', () => {
  it('sends the form with an enquiry that was found suitable, and says by when it is due', () => {
    expect(replyTo(enquiry, decided('accept', ['suitable']), context)).toMatchObject({
      ok: true,
      value: { reference: 'ENQ-7', dueOn: '2026-11-27', enclosesForm: true, asks: [] },
      issues: [],
    });
  });

  it.each(['cyber-enabled-fraud', 'bullying', 'child-sexual-abuse', 'terrorism'])(
    'says where to go with %s, from whom that is known and how far',
    (reason) => {
      const reply = replyTo(enquiry, decided('signpost', [reason]), context);
      expect(reply).toMatchObject({ ok: true, issues: [] });
      const [signpost] = reply.ok ? reply.value.signposts : [];
      expect(signpost?.reason).toBe(reason);
      expect(signpost?.source).not.toBe('');
    },
  );

  it('asks only what was not answered when more is to be known', () => {
    const suitability = [
      { question: 'cyber-dependent', answer: 'yes' },
      { question: 'in-area', answer: 'not-known' },
    ];
    const asked = held('enquiry', buildEnquiry({ suitability }));
    const reply = replyTo(asked, decided('more-information', [], asked), context);
    const asks = reply.ok ? reply.value.asks : [];
    expect(asks).toContain('Is it in the team’s area?');
    expect(asks).not.toContain('Is it about cyber-dependent crime?');
  });

  it('asks what was asked on the day of the enquiry, once, in the words of then', () => {
    const list = lists.get('suitability-question');
    const [first, ...others] = list?.codes ?? [];
    if (!list || !first) throw new Error('no list');
    const { receivedOn } = enquiry.value;
    const ended = { ...first, label: 'Is it asked no more?', to: '2020-01-01' as PlainDate };
    const later = { ...first, label: 'Is it asked later?', from: addDays(receivedOn, 1) };
    const now = { ...first, label: 'Is it asked then?', to: receivedOn };
    const dated = new Map(lists).set(list.id, { ...list, codes: [later, ended, now, ...others] });
    const reply = replyTo(enquiry, decided('more-information'), { ...context, lists: dated });
    expect(reply.ok && reply.value.asks.slice(0, 2)).toEqual([now.label, others[0]?.label]);
  });

  it('repeats nothing of what was asked, and puts danger before thanks', () => {
    const danger = held('enquiry', buildEnquiry({ riskNow: 'immediate' }));
    const reply = replyTo(danger, decided('decline', ['bullying'], danger), context);
    expect(reply.ok && reply.value.paragraphs[0]).toMatch('call 999');
    expect(JSON.stringify(reply)).not.toMatch('stresser');
  });

  it('warns where no signpost fits, where no words do, and where the table has run out', () => {
    expect(replyTo(enquiry, decided('signpost', ['other']), context).issues).toMatchObject([
      { code: 'reply-no-signpost', severity: 'warning' },
    ]);
    expect(replyTo(enquiry, decided('reviewed'), context)).toMatchObject({
      ok: false,
      issues: [{ code: 'reply-no-words' }],
    });
    const late = held('enquiry', buildEnquiry({ receivedOn: '2028-12-28' }));
    const reply = replyTo(late, decided('decline', [], late), context);
    expect(reply).toMatchObject({ ok: true, issues: [{ code: 'calendar-run-out' }] });
    expect(reply.ok && 'dueOn' in reply.value).toBe(false);
  });

  it('is plain text too, with the questions, where to go and who writes', () => {
    const reply = replyTo(enquiry, decided('signpost', ['bullying']), context);
    if (!reply.ok) throw new Error('no reply');
    const text = replyText(reply.value, ['A. Officer', 'Cyber Choices']);
    expect(text.split('\n\n')).toEqual([
      'Your reference: ENQ-7',
      ...reply.value.paragraphs,
      reply.value.signposts[0]?.words,
      'A. Officer\nCyber Choices',
    ]);
    const asked = replyTo(enquiry, decided('more-information'), context);
    expect(asked.ok && replyText(asked.value)).toMatch(
      '\n- Is it about cyber-dependent crime?\n- ',
    );
  });

  it('is for the enquiry that was decided, and throws on words that are none', () => {
    const other = held('enquiry', buildEnquiry());
    expect(replyTo(other, decided('decline'), context).ok).toBe(false);
    expect(() => replyTo(enquiry, decided('decline'), { ...context, words: {} })).toThrow(
      'Not the words of a reply',
    );
  });
});

it('every reply that ships tells a decision that exists, in the programme’s full name', () => {
  const outcomes = codesInForce(lists, 'decision-outcome', today).map(({ code }) => code);
  for (const { outcome } of shipped.replies) expect(outcomes).toContain(outcome);
  const text = JSON.stringify([shipped, gatherSignposts()]);
  expect(text).not.toMatch(/(?<!cyber )\bPrevent\b/);
});

describe('signposts', () => {
  it('are for reasons that exist; a force’s own takes the place of one that ships', () => {
    const reasons = codesInForce(lists, 'decision-reason', today).map(({ code }) => code);
    for (const { reason } of gatherSignposts()) expect(reasons).toContain(reason);
    const [first] = gatherSignposts();
    const own = { ...first, to: 'Our own desk' };
    const later = gatherSignposts([own]);
    expect(later.filter(({ reason }) => reason === own.reason)).toEqual([own]);
    expect(() => gatherSignposts([{ to: 'nowhere' }])).toThrow('Not a signpost');
  });

  it('are given only on the days on which they hold', () => {
    const on = (text: string) =>
      signpostsFor(['cyber-enabled-fraud'], gatherSignposts(), text as PlainDate);
    expect(on('2025-12-03')).toEqual([]);
    expect(on('2025-12-04')).toHaveLength(1);
  });
});
