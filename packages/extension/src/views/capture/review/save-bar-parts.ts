/** Parts of the save that are loaded when they are first shown. */
import { lateView } from '../../../app/late-view.js';
import type { EnquiryChoiceProps } from '../../case/enquiry/enquiry-choice.js';
import type { AuthorityPanelProps } from './authority-panel.js';
import type { ConditionsPanelProps } from './conditions-panel.js';
import type { GatesPanelProps } from './gates-panel.js';
import type { HandlingFootProps } from './handling/handling-foot.js';
import type { NoteFormProps } from './note-form.js';
import type { AboutLineProps } from './person/about-line.js';
import type { MatchedLineProps } from './person/matched-line.js';
import type { SeenConflictsProps } from './person/seen-conflicts.js';
import type { SeenPanelProps } from './person/seen-panel.js';

export const AboutLine = lateView<AboutLineProps>(
  async () => (await import('./person/about-line.js')).AboutLine,
  null,
);

export const MatchedLine = lateView<MatchedLineProps>(
  async () => (await import('./person/matched-line.js')).MatchedLine,
  null,
);

export const NoteForm = lateView<NoteFormProps>(
  async () => (await import('./note-form.js')).NoteForm,
);

export const AuthorityPanel = lateView<AuthorityPanelProps>(
  async () => (await import('./authority-panel.js')).AuthorityPanel,
);

export const ConditionsPanel = lateView<ConditionsPanelProps>(
  async () => (await import('./conditions-panel.js')).ConditionsPanel,
  null,
);

export const GatesPanel = lateView<GatesPanelProps>(
  async () => (await import('./gates-panel.js')).GatesPanel,
  null,
);

export const EnquiryChoice = lateView<EnquiryChoiceProps>(
  async () => (await import('../../case/enquiry/enquiry-choice.js')).EnquiryChoice,
);

export const HandlingFoot = lateView<HandlingFootProps>(
  async () => (await import('./handling/handling-foot.js')).HandlingFoot,
  null,
);

export const SeenPanel = lateView<SeenPanelProps>(
  async () => (await import('./person/seen-panel.js')).SeenPanel,
);

export const SeenConflicts = lateView<SeenConflictsProps>(
  async () => (await import('./person/seen-conflicts.js')).SeenConflicts,
);
