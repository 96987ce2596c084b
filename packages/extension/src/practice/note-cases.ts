/** Notes, incidents and identifiers: about a person, and about nobody. */
import { addHandle, addOrganisation, keepNote, recordIncident } from '@cyber-prevent/core';
import type { CaseDesk } from './case-desk.js';

/** Notes, incidents and identifiers, about a person and about nobody. */
export async function notes(desk: CaseDesk): Promise<void> {
  const { gates } = desk.context;
  const grade = { sourceEvaluation: '2', intelligenceAssessment: 'C', handlingCode: 'P' };
  const heard = {
    text: 'A stresser site is talked about in the gaming club at Quillbrack High School.',
    statement: 'reported',
    intelligenceOn: desk.day(-8),
    grade,
  };
  await desk.keep(keepNote(heard, { ...desk.context, gates, officer: desk.reviewer }));
  const incident = {
    happenedOn: desk.day(-23),
    place: 'Quillbrack High School',
    what: 'The page for booking rooms was down for the whole of the morning.',
    source: 'The head of year',
    statement: 'reported',
  };
  const made = await desk.keep(recordIncident(incident, desk.context));
  const { place: name } = incident;
  const place = {
    record: await desk.get('incident', made),
    path: 'place',
    words: name,
    reasons: [],
  };
  const school = { kind: 'school', name, town: 'Testford' };
  await desk.keep(addOrganisation(school, { ...desk.context, organisations: [] }, [place]));
  await onNobody(desk);
}

/** Identifiers from that school’s log: it is not known whose they are. */
async function onNobody(desk: CaseDesk): Promise<void> {
  const told = {
    statement: 'reported',
    means: 'Log of the school’s network',
    toldBy: 'The head of year',
    toldAt: desk.moment(-8),
  };
  const seenAt = { on: desk.day(-23), at: '09:14:05', zone: 'UTC' };
  const context = { ...desk.context, subject: null, ledger: [] };
  for (const seen of [
    { type: 'ip-address', asSeen: '198.51.100.24', seenAt },
    { type: 'web-address', asSeen: 'hxxps://stresser[.]example/panel' },
  ])
    await desk.keep(addHandle(seen, told, context));
}
