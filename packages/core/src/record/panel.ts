/**
 * A panel of several agencies on one subject: agenda, papers, result, and each person's actions. If a panel discusses
 * several subjects, each has a separate record, so that the discussion of one is read on its own.
 */
import * as v from 'valibot';
import { codeList } from '../codes/code-list.js';
import { Line, Narrative, PlainDate } from '../shared/primitives.js';
import { field } from './field.js';
import { ownId, refersTo } from './reference.js';

export const PanelAction = v.strictObject({
  what: field(Line, { label: 'Action', sensitivity: 'personal' }),
  owner: field(Line, { label: 'Who does it', sensitivity: 'personal' }),
  dueOn: field(PlainDate, {
    label: 'By',
    called: 'the date it is to be done',
    input: 'date',
    horizon: 'follow-up',
  }),
  doneOn: v.optional(
    field(PlainDate, { label: 'Done on', called: 'the date it was done', input: 'date' }),
  ),
});
export type PanelAction = v.InferOutput<typeof PanelAction>;

export const Panel = v.strictObject({
  id: ownId(),
  subjectId: refersTo('subject', 'Subject'),
  panel: field(Line, { label: 'Panel', hint: 'What it is called, and who holds it' }),
  meetsOn: field(PlainDate, {
    label: 'Meets on',
    called: 'the date it meets',
    input: 'date',
    horizon: 'follow-up',
  }),
  gateway: field(codeList('legal-gateway'), { label: 'Legal gateway' }),
  agenda: field(v.array(Line), {
    label: 'Agenda',
    hint: 'One item on each line',
    sensitivity: 'personal',
  }),
  papers: field(v.array(Line), {
    label: 'Papers',
    hint: 'One on each line: its title, its marking and who brings it',
    sensitivity: 'personal',
  }),
  /** Absent until it has met. */
  came: v.optional(
    field(v.array(Line), {
      label: 'Who came',
      hint: 'One on each line: name, role and agency',
      sensitivity: 'personal',
    }),
  ),
  cameTo: v.optional(
    field(Narrative, {
      label: 'Outcome of the panel',
      input: 'narrative',
      sensitivity: 'personal',
    }),
  ),
  actions: field(v.array(PanelAction), { label: 'Actions' }),
});
export type Panel = v.InferOutput<typeof Panel>;
