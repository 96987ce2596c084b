/** Acts of work with others: contacts with agencies, monitoring, checks of offending, panels. */
import {
  arrangePanel,
  beginMonitoring,
  correctAgencyContact,
  correctCheck,
  correctMonitoring,
  endMonitoring,
  holdPanel,
  logAgencyContact,
  type RecordKind,
  rearrangePanel,
  recordCheck,
} from '@cyber-prevent/core';
import { askedOf } from '../../../components/asked-of.js';
import { asText, type FormValues } from '../../../components/form-values.js';
import type { PlainKey } from '../../../locales/late.js';
import { type Act, requireHeld } from '../../act/act.js';

const contact: Act<'agencyContact'> = {
  kind: 'agencyContact',
  only: askedOf('agencyContact'),
  // The type of statement is required, and so is the name of a gateway that is not on the list.
  needed: ({ gateway }) => ['statement', ...(gateway === 'other' ? ['gatewayNote'] : [])],
  title: 'agencies.contact',
  submit: 'agencies.contact.save',
  said: 'agencies.contact.said',
  note: 'agencies.contact.note',
  section: 'agencies',
  suggests: ['who'],
  todayAt: ['contactOn'],
  shownWhen: {
    statement: (values) => asText(values.told).trim() !== '',
    shared: (values) => values.gateway !== 'nothing-shared',
  },
  act: (values, { parent, context, ...task }) =>
    logAgencyContact(
      { ...values, ...(parent ? { followsUp: parent.id } : {}) },
      { ...context, ...task },
    ),
};

const END = ['endedOn', 'endedWhy'] as const;

const monitoring: Act<'monitoring'> = {
  kind: 'monitoring',
  only: askedOf('monitoring', { first: ['tier', 'why'], without: END }),
  title: 'agencies.monitoring',
  submit: 'agencies.monitoring.save',
  said: 'agencies.monitoring.said',
  note: 'agencies.monitoring.note',
  section: 'agencies',
  todayAt: ['from'],
  act: (values, { context, ...task }) => beginMonitoring(values, { ...context, ...task }),
};

const endOfMonitoring: Act<'monitoring'> = {
  kind: 'monitoring',
  only: END,
  needed: END,
  title: 'agencies.monitoring.end',
  said: 'agencies.monitoring.end.said',
  section: 'agencies',
  on: 'change',
  todayAt: ['endedOn'],
  act: (values, { held, context }) => endMonitoring(requireHeld(held), values, context),
};

const check: Act<'offendingCheck'> = {
  kind: 'offendingCheck',
  only: askedOf('offendingCheck'),
  title: 'agencies.check',
  submit: 'agencies.check.save',
  said: 'agencies.check.said',
  note: 'agencies.check.note',
  section: 'agencies',
  todayAt: ['checkedOn'],
  act: (values, { context, subject }) => recordCheck(values, { ...context, subject }),
};

const panel: Act<'panel'> = {
  kind: 'panel',
  only: askedOf('panel', { without: ['came', 'cameTo', 'actions'] }),
  title: 'agencies.panel',
  submit: 'agencies.panel.save',
  said: 'agencies.panel.said',
  note: 'agencies.panel.note',
  section: 'agencies',
  act: (values, { context, subject }) => arrangePanel(values, { ...context, subject }),
};

const panelHeld: Act<'panel'> = {
  kind: 'panel',
  only: ['came', 'cameTo', 'gateway', 'agenda', 'papers', 'actions'],
  needed: ['cameTo'],
  title: 'agencies.panel.held',
  said: 'agencies.panel.held.said',
  section: 'agencies',
  on: 'change',
  act: (values, { held, context }) => holdPanel(requireHeld(held), values, context),
};

const contactCorrected: Act<'agencyContact'> = {
  ...contact,
  title: 'agencies.contact.correct',
  said: 'agencies.contact.correct.said',
  on: 'change',
  todayAt: [],
  act: (values, { held, context }) => correctAgencyContact(requireHeld(held), values, context),
};

/** True if an officer ended it, and it was not simply replaced. */
const wasEnded = ({ endedWhy }: FormValues): boolean => endedWhy !== undefined;

const monitoringCorrected: Act<'monitoring'> = {
  ...monitoring,
  only: [...monitoring.only, ...END],
  needed: END,
  title: 'agencies.monitoring.correct',
  said: 'agencies.monitoring.correct.said',
  note: 'agencies.monitoring.correct.note',
  on: 'change',
  todayAt: [],
  shownWhen: { endedOn: wasEnded, endedWhy: wasEnded },
  act: (values, { held, context, ...task }) =>
    correctMonitoring(requireHeld(held), values, { ...context, ...task }),
};

const checkCorrected: Act<'offendingCheck'> = {
  ...check,
  title: 'agencies.check.correct',
  said: 'agencies.check.correct.said',
  on: 'change',
  todayAt: [],
  act: (values, { held, context }) => correctCheck(requireHeld(held), values, context),
};

const panelRearranged: Act<'panel'> = {
  ...panel,
  title: 'agencies.panel.change',
  said: 'agencies.panel.change.said',
  on: 'change',
  act: (values, { held, context }) => rearrangePanel(requireHeld(held), values, context),
};

/** The acts that need no record chosen first are offered on the person. */
function offered<K extends RecordKind>(act: Act<K>, label: PlainKey, place: number): Act<K> {
  return { ...act, aboutPerson: { label, place } };
}

export const AGENCY_ACTS = {
  'contact-agency': offered({ ...contact, checksFirst: true }, 'agencies.contact', 180),
  'correct-agency-contact': contactCorrected,
  'set-monitoring': offered(monitoring, 'agencies.monitoring', 200),
  'correct-monitoring': monitoringCorrected,
  'end-monitoring': endOfMonitoring,
  'check-offending': offered(check, 'agencies.check', 210),
  'correct-check': checkCorrected,
  'arrange-panel': offered(panel, 'agencies.panel', 190),
  'rearrange-panel': panelRearranged,
  'hold-panel': panelHeld,
} as const;
