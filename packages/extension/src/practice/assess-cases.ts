/** People who were assessed: at each level, not settled, with a level that waits for a second officer, and rated blind. */
import {
  askColleague,
  assess,
  commitRating,
  gatherInstruments,
  type Instrument,
  keepNote,
  overrideLevel,
  PreventError,
  type RecordId,
  signAssessment,
} from '@cyber-prevent/core';
import type { CaseDesk } from './case-desk.js';
import { firstName, personOf } from './person.js';

const JUDGEMENT = 'cyber-prevent-judgement';

type Answers = Readonly<Record<string, string>>;

/** Answers to every question: no concern and every strength, but for those that are named. */
function answers(instrument: Instrument, given: Answers) {
  return instrument.items.map(({ id, bears }) => ({
    item: id,
    answer: given[id] ?? (bears === 'strength' ? 'present' : 'absent'),
  }));
}

interface Assessed {
  readonly key: string;
  readonly daysAgo: number;
  readonly answers: Answers;
  readonly pathway: string;
  /** Answers only what is named, and signs nothing. */
  readonly isPart?: true;
  readonly isUnsigned?: true;
}

async function assesses(desk: CaseDesk, of: Assessed): Promise<RecordId> {
  const { subject } = await desk.accepts(of.key, of.daysAgo + 12);
  const instruments = gatherInstruments();
  const instrument = instrumentOf(instruments);
  const first = firstName(personOf(of.key));
  const given = of.isPart
    ? Object.entries(of.answers).map(([item, answer]) => ({ item, answer }))
    : answers(instrument, of.answers);
  const assessment = await desk.keep(
    assess(
      {
        instrument: JUDGEMENT,
        answers: given,
        assessedOn: desk.day(-of.daysAgo),
        formulation: `${first} was curious and found few limits. With company and a legal place to try things, ${first} can go another way.`,
        confidence: of.isPart ? 'low' : 'medium',
        pathway: of.pathway,
        reviewDueOn: desk.day(80 - of.daysAgo),
      },
      { ...(await desk.on(subject)), officer: desk.officer.id, instruments },
    ),
  );
  if (of.isPart || of.isUnsigned) return assessment;
  const held = await desk.get('assessment', assessment);
  const officer = desk.officer.id;
  return desk.keep(signAssessment(held, { ...desk.context, officer, history: [] }));
}

function instrumentOf(instruments: ReadonlyMap<string, Instrument>): Instrument {
  const instrument = instruments.get(JUDGEMENT);
  if (!instrument) throw new PreventError('CP_RECORD_INVALID', `No instrument ${JUDGEMENT}`);
  return instrument;
}

export async function low(desk: CaseDesk): Promise<void> {
  await assesses(desk, {
    key: 'low',
    daysAgo: 20,
    answers: { 'unauthorised-access': 'partly' },
    pathway: 'Advice at school, and a look at the competitions.',
  });
}

export async function medium(desk: CaseDesk): Promise<void> {
  await assesses(desk, {
    key: 'medium',
    daysAgo: 16,
    answers: { 'unauthorised-access': 'present', 'impairing-acts': 'partly', tools: 'present' },
    pathway: 'A plan with her mother and the school.',
  });
}

export async function high(desk: CaseDesk): Promise<void> {
  await assesses(desk, {
    key: 'high',
    daysAgo: 9,
    answers: {
      'unauthorised-access': 'present',
      'impairing-acts': 'present',
      tools: 'present',
      escalation: 'present',
      'means-harm': 'partly',
      gain: 'present',
      'plays-down': 'present',
      forums: 'present',
      'people-harmed': 'present',
      engages: 'absent',
      'trusted-adult': 'absent',
    },
    pathway: 'A plan under supervision, and an early review.',
  });
  const subject = await desk.last('subject');
  const note = {
    subjectId: subject.id,
    text: 'A loader under his handle is offered for vouchers in a closed channel.',
    statement: 'reported',
    intelligenceOn: desk.day(-7),
    grade: { sourceEvaluation: '2', intelligenceAssessment: 'C', handlingCode: 'P' },
  };
  await desk.keep(keepNote(note, { ...desk.context, officer: desk.reviewer, subject }));
}

/** Too little is known to settle a level, and nothing is signed. */
export async function unsettled(desk: CaseDesk): Promise<void> {
  await assesses(desk, {
    key: 'unsettled',
    daysAgo: 2,
    answers: { 'unauthorised-access': 'unknown', forums: 'absent' },
    pathway: 'Ask the school first who uses the login.',
    isPart: true,
  });
}

/** Another level than the answers give was proposed, and waits for a second officer. */
export async function overridden(desk: CaseDesk): Promise<void> {
  const id = await assesses(desk, {
    key: 'overridden',
    daysAgo: 5,
    answers: { 'unauthorised-access': 'present', 'impairing-acts': 'present' },
    pathway: 'A visit with his mother this month.',
    isUnsigned: true,
  });
  const instrument = instrumentOf(gatherInstruments());
  const { host, context, officer } = desk;
  const held = await desk.get('assessment', id);
  const proposed = { level: 'high', reason: 'He did it again on the day after he was told.' };
  await desk.keep(overrideLevel(held, proposed, { host, officer: officer.id, instrument }));
  const asked = {
    kind: 'second-officer',
    to: host.random.id(),
    toName: 'DS Ines Marlow',
    about: id,
    words: 'Please read the second event before you answer.',
  };
  const subject = await desk.last('subject');
  await desk.keep(askColleague(asked, { ...context, ...(await desk.on(subject.id)), officer }));
}

/** One officer's answers are kept unseen until a second has given theirs. */
export async function rated(desk: CaseDesk): Promise<void> {
  const { subject } = await desk.accepts('rated', 11);
  const instruments = gatherInstruments();
  const instrument = instrumentOf(instruments);
  const given = { 'unauthorised-access': 'present', tools: 'absent', forums: 'partly' };
  await desk.keep(
    await commitRating(given, {
      host: desk.host,
      officer: desk.officer.id,
      subject: await desk.subject(subject),
      instrument,
      instruments,
    }),
  );
}
