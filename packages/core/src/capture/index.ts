/** Capture: from a reading to a draft that the officer decides on, with or without an adapter. */

export type {
  Adapter,
  AdapterMatch,
  Anchor,
  FillForm,
  LabelLocator,
  Locator,
  ReferencePage,
  Screen,
  SelectorLocator,
} from './adapter.js';
export { defineAdapter } from './adapter.js';
export { AdapterSwitch, adaptersInUse, isSwitchedOff } from './adapter-switch.js';
export { assignPath, readCorrection } from './assign-path.js';
export { checkAdapter } from './check-adapter.js';
export type { ChosenAdapter, PageRead } from './choose-adapter.js';
export { chooseAdapter, screensOf } from './choose-adapter.js';
export type { ListedPerson, PeopleList } from './choose-person.js';
export { choosePerson, isOfAnother, peopleListed } from './choose-person.js';
export { decide } from './decide.js';
export type {
  AuthorityAnswer,
  CaptureOrigin,
  CaptureWay,
  ConditionAnswer,
  Decision,
  Draft,
  DraftRow,
  HostClass,
  ListedIn,
  Sighting,
} from './draft.js';
export { capturedOn, decidedValue, draftValues } from './draft.js';
export type { DateOrder, EitherDate, SettledDate } from './either-date.js';
export type {
  FieldDefinition,
  FieldOwner,
  FieldPath,
  ReaderName,
  Sensitivity,
} from './field-path.js';
export {
  FIELD_OWNERS,
  FIELD_PATHS,
  FIELDS,
  fieldOf,
  isFieldPath,
  ownerOf,
  READERS,
} from './field-path.js';
export type { FillDefinition, FillKind, FillPath, InterventionPath } from './fill-path.js';
export { FILL_FIELDS, FILL_KINDS, FILL_PATHS, isFillPath } from './fill-path.js';
export { type FoundPlace, findPlace, type SoughtPlace, type TextRange } from './find-place.js';
export type { HostClassList, HostClassRow } from './host-class.js';
export { HOST_CLASSES, hostClassOf, profileOf, withHostClasses } from './host-class.js';
export type { HeadingOwner } from './label-dictionary.js';
export { ownerOfHeading } from './label-dictionary.js';
export { mergeDraft } from './merge-draft.js';
export type { OpenDraftOptions } from './open-draft.js';
export { openDraft } from './open-draft.js';
export { raisedBy } from './raised.js';
export type { NameParts } from './read-name.js';
export { nameParts } from './read-name.js';
export type { ReadContext, ReadValue } from './reader.js';
export { readValue } from './reader.js';
export { LEFT_OUT, redactSnapshot, type TakenPlace } from './redact-snapshot.js';
export { rereadDraft } from './reread-draft.js';
export type { Found } from './select.js';
export { select } from './select.js';
export type { AttributeTest, Combinator, Compound, SelectorStep } from './selector.js';
export { parseSelector } from './selector.js';
export { answerDates, settleDates } from './settle-dates.js';
export type { PageContext } from './suggest-path.js';
export { suggestPath } from './suggest-path.js';
export type { TextSource } from './text-selection.js';
export { readingOfText } from './text-selection.js';
