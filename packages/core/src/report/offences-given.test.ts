/** Nothing that leaves the toolkit says more of somebody than is known now. */
import { describe, expect, it } from 'vitest';
import { handlingIssues } from '../casework/handling/disclosure-gate.js';
import { answerOf } from '../casework/handling/verdict.js';
import { wayTo } from '../casework/handling/way-out.js';
import { gatherCodeLists } from '../codes/shipped.js';
import { caseFile } from '../desk/case/case-file.js';
import { timeline } from '../desk/case/timeline.js';
import type { RecordOf } from '../record/kind.js';
import type { PlainDate } from '../shared/primitives.js';
import type { StoredRecord } from '../store/log/port.js';
import type { AuditEntry } from '../store/log/revision.js';
import {
  buildId,
  buildOffence,
  buildReferral,
  buildSource,
  buildSubject,
} from '../testing/fiction/builder.js';
import { heldRecord } from '../testing/held-under-test.js';
import { heldAmong } from '../testing/law-under-test.js';
import { gatherAudiences } from './audience.js';
import { recordsToGive } from './give-records.js';
import { leftOutLines } from './left-out.js';
import { renderTemplate } from './render.js';
import { loadTemplate } from './template.js';
import { caseSummary } from './templates/case-summary.js';
import { chronology } from './templates/chronology.js';

const day = (text: string) => text as PlainDate;
const stored = (kind: StoredRecord['kind'], value: { readonly id: unknown }) =>
  ({
    kind,
    id: value.id,
    value,
    createdAt: '2026-11-24T09:30:00.000Z',
    updatedAt: '2026-11-24T09:30:00.000Z',
    heads: [],
    sources: {},
  }) as unknown as StoredRecord;

function records(status: string, bornOn = '2010-03-14'): readonly StoredRecord[] {
  const subject = buildSubject({ bornOn: day(bornOn), categories: [] });
  const referral = buildReferral({
    subjectId: subject.id,
    suspectedOffences: ['DDoS of the school'],
    lawMentioned: [],
  });
  const offence = buildOffence({
    subjectId: subject.id,
    referralId: referral.id,
    asRead: 'DDoS of the school',
    standings: [
      { status: 'charged', on: day('2026-11-10'), notedOn: day('2026-11-10') },
      { status, on: day('2026-11-20'), notedOn: day('2026-11-20') },
    ],
  });
  return [stored('subject', subject), stored('referral', referral), stored('offence', offence)];
}

const file = (held: readonly StoredRecord[], more: object = {}) => {
  const made = caseFile(held, held[0]?.id as never, {
    officer: { name: 'Rowan Thackeray', force: '44' },
    preparedOn: day('2026-11-24'),
    lists: gatherCodeLists(),
    ...more,
  });
  if (!made.ok) throw new Error('no case file');
  return made.value;
};

const given = async (held: readonly StoredRecord[]) => {
  const made = await recordsToGive(held, {
    referrals: [held[1]?.id as never],
    audience: 'force-system',
    marking: 'OFFICIAL-SENSITIVE',
    officer: buildId(),
    audiences: gatherAudiences(),
  });
  if (!made.ok) throw new Error(JSON.stringify(made.issues));
  return made.value;
};

describe('somebody who was acquitted', () => {
  it('is on a paper as acquitted, and nowhere as charged', () => {
    const made = file(records('acquitted'));
    expect(made.offences).toMatchObject([{ status: 'acquitted', statusOn: '2026-11-20' }]);
    expect(JSON.stringify(made)).not.toContain('charged');
    expect(made.referral?.suspectedOffences).toEqual([]);
  });

  it('is in no file by the words of the referral, and the officer is told', async () => {
    const ended = await given(records('acquitted'));
    expect([ended.set.records.referral?.[0]?.suspectedOffences, ended.ended]).toEqual([[], 1]);
    const open = await given(records('charged'));
    expect(open.set.records.referral?.[0]?.suspectedOffences).toEqual(['DDoS of the school']);
    expect(open.ended).toBe(0);
  });
});

describe('a status told on conditions', () => {
  /** Charged without conditions, then what was told on them. */
  function toldOn(place: number, conditions: string | undefined): readonly StoredRecord[] {
    const capture = heldRecord('sourceCapture', {
      packageReference: 'NP/26/0042',
      ...(conditions ? { conditions } : {}),
    } as never);
    const [subject, referral, offence] = records('acquitted') as [
      StoredRecord,
      StoredRecord,
      StoredRecord,
    ];
    const sources = { [`standings[${place}]`]: [buildSource({ capture: capture.id })] };
    return [subject, referral, { ...offence, sources }, capture];
  }
  const summary = loadTemplate(caseSummary, { lists: gatherCodeLists() });
  const printed = (held: readonly StoredRecord[], audience: string) =>
    renderTemplate(summary, file(held), { lists: gatherCodeLists(), audience });
  const DESTINATIONS = ['supervisor', 'rocu', 'partner', 'court'] as const;

  it.each(DESTINATIONS)('is on no paper for %s that its conditions do not allow', (audience) => {
    const free = printed(toldOn(1, undefined), audience);
    expect(free.markdown).toContain('Acquitted');
    const held = toldOn(1, 'Not to be told to anybody.');
    const made = printed(held, audience);
    const capture = held[3]?.value as RecordOf<'sourceCapture'>;
    const isStopped = answerOf(capture, wayTo(audience)) !== 'allow';
    expect(isStopped).toBe(audience !== 'supervisor');
    if (isStopped) {
      expect(made.markdown).not.toMatch(/Acquitted|Charged/);
      expect(made.stopped.join()).toMatch(/^Statuses/);
    } else expect(made.conditions).not.toEqual([]);
    // What the log says stayed back is what stayed back: the store agrees with it.
    const entry: AuditEntry = {
      action: 'disclosure',
      records: made.records,
      fields: [],
      reason: 'disclosure',
      recipients: [audience, 'Testford'],
      gateway: 'part3-task',
      handling: made.handling,
    };
    expect(handlingIssues(entry, false, heldAmong(held), { today: day('2026-11-24') })).toEqual([]);
  });

  it('keeps no other status back, and is shown with its conditions where they allow it', () => {
    const made = printed(toldOn(0, 'Not to be told to anybody.'), 'partner');
    expect(made.markdown).toContain('Acquitted');
    expect(made.stopped).toEqual([]);
    expect(made.handling.shown).toEqual([]);
    const held = toldOn(1, 'Ask first.');
    const permission = heldRecord('sharingPermission', {
      subjectId: held[0]?.id,
      origins: [held[3]?.id],
      wayOut: 'partner',
      permittedOn: '2026-11-01',
    } as never);
    const allowed = printed([...held, permission], 'partner');
    expect(allowed.markdown).toContain('Acquitted');
    expect(allowed.handling.shown).toEqual([held[3]?.id]);
    expect(allowed.conditions).not.toEqual([]);
  });

  it('is not listed as left out of a paper that prints it', () => {
    const made = printed(records('charged'), 'supervisor');
    expect(made.markdown).toContain('Charged');
    const lines = leftOutLines(made.leftOut).filter((line) => line.startsWith('Suspected offence'));
    expect(lines.join()).not.toContain('tatus');
  });
});

it('names the type of every identifier on a paper, that of an account too', () => {
  const [subject] = records('charged') as [StoredRecord];
  const held = [
    subject,
    heldRecord('onlineIdentifier', { subjectId: subject.id, type: undefined } as never),
  ];
  const made = renderTemplate(loadTemplate(caseSummary, { lists: gatherCodeLists() }), file(held), {
    lists: gatherCodeLists(),
    audience: 'supervisor',
  });
  expect(made.markdown).toContain('| Platform account |');
});

describe('a child who was under ten', () => {
  const held = records('convicted', '2017-01-01');

  it('is on a paper and in the chronology with behaviour only', () => {
    const made = file(held);
    expect(made.offences).toMatchObject([{ withoutSection: 'behaviour-only', standings: [] }]);
    expect(made.offences[0]).not.toHaveProperty('section');
    expect(JSON.stringify(made)).not.toMatch(/charged|convicted/);
    const said = timeline(held, gatherCodeLists()).map(({ summary }) => summary);
    expect(said.join()).not.toMatch(/charged|convicted|Section/i);
    expect(said.join()).toContain('Behaviour only');
  });

  it('has no section and no status among what a paper leaves out, nor a suspected offence', () => {
    const plain = loadTemplate(
      {
        id: 'plain',
        markdown:
          '---\nid: plain\ntitle: Plain\nmarking: OFFICIAL-SENSITIVE\nneeds: [subject]\nmay: [offences]\n---\n\n:value[subject.name]\n\n::table{of=offences columns="incidentOn" empty="None"}\n',
      },
      { lists: gatherCodeLists() },
    );
    const named = (template: typeof plain, all: readonly StoredRecord[]) => {
      const lists = gatherCodeLists();
      const made = renderTemplate(template, file(all, { chronology: timeline(all, lists) }), {
        lists,
        audience: 'supervisor',
      });
      const lines = leftOutLines(made.leftOut).filter(
        (line) => !/^(?:Subject|Referral)/.test(line),
      );
      return lines.join();
    };
    for (const template of [plain, loadTemplate(chronology, { lists: gatherCodeLists() })]) {
      expect(named(template, held)).toMatch(/behaviour/);
      expect(named(template, held)).not.toMatch(/section|status|offence/i);
      expect(named(template, records('charged'))).toMatch(/offence/i);
    }
  });

  it('is in no file by the words of the referral', async () => {
    expect((await given(held)).set.records.referral?.[0]?.suspectedOffences).toEqual([]);
  });
});
