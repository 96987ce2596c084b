/** Parts of the review that are loaded when they are first shown. */
import { lateView } from '../../../app/late-view.js';
import type { EnquiryLinkProps } from '../../case/enquiry/enquiry-link.js';
import type { AddValueProps } from './add-value.js';
import type { HandlingPanelProps } from './handling/handling-panel.js';
import type { UnderDraftProps } from './handling/under-draft.js';
import type { NothingRecognisedProps } from './nothing-recognised.js';
import type { PastePanelProps } from './paste-panel.js';
import type { MatchLineProps } from './person/match-line.js';
import type { NamePanelProps } from './person/name-panel.js';
import type { PeoplePanelProps } from './person/people-panel.js';
import type { SavedPanelProps } from './saved/saved-panel.js';
import type { ToldPanelProps } from './told-panel.js';
import type { UnreadFramesProps } from './unread-frames.js';
import type { AnotherPageProps } from './waiting/another-page.js';

export const AnotherPage = lateView<AnotherPageProps>(
  async () => (await import('./waiting/another-page.js')).AnotherPage,
);
export const PastePanel = lateView<PastePanelProps>(
  async () => (await import('./paste-panel.js')).PastePanel,
);
export const NamePanel = lateView<NamePanelProps>(
  async () => (await import('./person/name-panel.js')).NamePanel,
);
export const MatchLine = lateView<MatchLineProps>(
  async () => (await import('./person/match-line.js')).MatchLine,
  null,
);
export const PeoplePanel = lateView<PeoplePanelProps>(
  async () => (await import('./person/people-panel.js')).PeoplePanel,
);
export const NothingRecognised = lateView<NothingRecognisedProps>(
  async () => (await import('./nothing-recognised.js')).NothingRecognised,
);
export const EnquiryLink = lateView<EnquiryLinkProps>(
  async () => (await import('../../case/enquiry/enquiry-link.js')).EnquiryLink,
);
export const SavedPanel = lateView<SavedPanelProps>(
  async () => (await import('./saved/saved-panel.js')).SavedPanel,
);
export const UnreadFrames = lateView<UnreadFramesProps>(
  async () => (await import('./unread-frames.js')).UnreadFrames,
);
export const AddValue = lateView<AddValueProps>(
  async () => (await import('./add-value.js')).AddValue,
  null,
);
export const WorkspaceOffer = lateView<object>(
  async () => (await import('./workspace-offer.js')).WorkspaceOffer,
  null,
);
export const BackToFile = lateView<object>(
  async () => (await import('../bring-in/back-to-file.js')).BackToFile,
  null,
);
export const UnderDraft = lateView<UnderDraftProps>(
  async () => (await import('./handling/under-draft.js')).UnderDraft,
);
export const HandlingLine = lateView<HandlingPanelProps>(
  async () => (await import('./handling/handling-line.js')).HandlingLine,
  null,
);
export const ToldPanel = lateView<ToldPanelProps>(
  async () => (await import('./told-panel.js')).ToldPanel,
);
