/** Forms of work with others: contacts with agencies, monitoring, checks of offending, panels. */
import {
  arrangePanel,
  beginMonitoring,
  correctAgencyContact,
  correctCheck,
  correctMonitoring,
  endMonitoring,
  holdPanel,
  logAgencyContact,
  rearrangePanel,
  recordCheck,
} from '@cyber-prevent/core';
import { asText, type FormValues } from '../../../components/form-values.js';
import { requireHeld, type WorkForm } from '../../act/act.js';

const contact: WorkForm<'agencyContact'> = {
  kind: 'agencyContact',
  only: [
    'agency',
    'who',
    'contactOn',
    'means',
    'about',
    'gateway',
    'gatewayNote',
    'shared',
    'told',
    'statement',
    'reference',
    'nextOn',
  ],
  // The type of statement is required, and so is the name of a gateway that is not on the list.
  needed: ({ gateway }) => ['statement', ...(gateway === 'other' ? ['gatewayNote'] : [])],
  title: 'agencies.contact',
  said: 'agencies.contact.said',
  note: 'agencies.contact.note',
  section: 'agencies',
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

const monitoring: WorkForm<'monitoring'> = {
  kind: 'monitoring',
  only: ['tier', 'why', 'from', 'checksFrom'],
  title: 'agencies.monitoring',
  said: 'agencies.monitoring.said',
  note: 'agencies.monitoring.note',
  section: 'agencies',
  todayAt: ['from'],
  act: (values, { context, ...task }) => beginMonitoring(values, { ...context, ...task }),
};

const endOfMonitoring: WorkForm<'monitoring'> = {
  kind: 'monitoring',
  only: ['endedOn', 'endedWhy'],
  needed: ['endedOn', 'endedWhy'],
  title: 'agencies.monitoring.end',
  said: 'agencies.monitoring.end.said',
  section: 'agencies',
  on: 'change',
  todayAt: ['endedOn'],
  act: (values, { held, context }) => endMonitoring(requireHeld(held), values, context),
};

const check: WorkForm<'offendingCheck'> = {
  kind: 'offendingCheck',
  only: ['point', 'checkedOn', 'checkedBy', 'system', 'result', 'note'],
  title: 'agencies.check',
  said: 'agencies.check.said',
  note: 'agencies.check.note',
  section: 'agencies',
  todayAt: ['checkedOn'],
  act: (values, { context, subject }) => recordCheck(values, { ...context, subject }),
};

const panel: WorkForm<'panel'> = {
  kind: 'panel',
  only: ['panel', 'meetsOn', 'gateway', 'agenda', 'papers'],
  title: 'agencies.panel',
  said: 'agencies.panel.said',
  note: 'agencies.panel.note',
  section: 'agencies',
  act: (values, { context, subject }) => arrangePanel(values, { ...context, subject }),
};

const panelHeld: WorkForm<'panel'> = {
  kind: 'panel',
  only: ['came', 'cameTo', 'gateway', 'agenda', 'papers', 'actions'],
  needed: ['cameTo'],
  title: 'agencies.panel.held',
  said: 'agencies.panel.held.said',
  section: 'agencies',
  on: 'change',
  act: (values, { held, context }) => holdPanel(requireHeld(held), values, context),
};

const contactCorrected: WorkForm<'agencyContact'> = {
  ...contact,
  title: 'agencies.contact.correct',
  said: 'agencies.contact.correct.said',
  on: 'change',
  todayAt: [],
  act: (values, { held, context }) => correctAgencyContact(requireHeld(held), values, context),
};

/** True if an officer ended it, and it was not simply replaced. */
const wasEnded = ({ endedWhy }: FormValues): boolean => endedWhy !== undefined;

const monitoringCorrected: WorkForm<'monitoring'> = {
  ...monitoring,
  only: [...monitoring.only, 'endedOn', 'endedWhy'],
  needed: ['endedOn', 'endedWhy'],
  title: 'agencies.monitoring.correct',
  said: 'agencies.monitoring.correct.said',
  note: 'agencies.monitoring.correct.note',
  on: 'change',
  todayAt: [],
  shownWhen: { endedOn: wasEnded, endedWhy: wasEnded },
  act: (values, { held, context, ...task }) =>
    correctMonitoring(requireHeld(held), values, { ...context, ...task }),
};

const checkCorrected: WorkForm<'offendingCheck'> = {
  ...check,
  title: 'agencies.check.correct',
  said: 'agencies.check.correct.said',
  on: 'change',
  todayAt: [],
  act: (values, { held, context }) => correctCheck(requireHeld(held), values, context),
};

const panelRearranged: WorkForm<'panel'> = {
  ...panel,
  title: 'agencies.panel.change',
  said: 'agencies.panel.change.said',
  on: 'change',
  act: (values, { held, context }) => rearrangePanel(requireHeld(held), values, context),
};

export const AGENCY_FORMS = {
  contact,
  'contact-correct': contactCorrected,
  monitoring,
  'monitoring-correct': monitoringCorrected,
  'monitoring-end': endOfMonitoring,
  check,
  'check-correct': checkCorrected,
  panel,
  'panel-change': panelRearranged,
  'panel-held': panelHeld,
} as const;
