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
} from './adapter/adapter.js';
export { defineAdapter } from './adapter/adapter.js';
export { AdapterSwitch, adaptersInUse, isSwitchedOff } from './adapter/adapter-switch.js';
export { checkAdapter } from './adapter/check-adapter.js';
export type { ChosenAdapter, PageRead } from './adapter/choose-adapter.js';
export { chooseAdapter, screensOf } from './adapter/choose-adapter.js';
export {
  type FoundPlace,
  findPlace,
  type SoughtPlace,
  type TextRange,
} from './adapter/find-place.js';
export { raisedBy } from './adapter/raised.js';
export type { Found } from './adapter/select.js';
export { select } from './adapter/select.js';
export type { AttributeTest, Combinator, Compound, SelectorStep } from './adapter/selector.js';
export { parseSelector } from './adapter/selector.js';
export { assignPath, readCorrection } from './draft/assign-path.js';
export { decide } from './draft/decide.js';
export { type FileDoubt, fileDoubts } from './draft/file-doubt.js';
export type { HostClassList } from './draft/host-class.js';
export {
  HOST_CLASSES,
  hostClassOf,
  profileOf,
  withHostClasses,
} from './draft/host-class.js';
export { HostClassRow } from './draft/host-class-row.js';
export { mergeDraft } from './draft/merge-draft.js';
export type { OpenDraftOptions } from './draft/open-draft.js';
export { openDraft } from './draft/open-draft.js';
export { rereadDraft } from './draft/reread-draft.js';
export { answerDates, type DateAnswer, settleDates } from './draft/settle-dates.js';
export type { StartReason } from './draft/start-decision.js';
export { mayTakeTogether, takeTogether, whyStarted } from './draft/take-together.js';
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
  ReadingHandling,
  Sighting,
  WordsAnswer,
} from './draft.js';
export { capturedOn, decidedValue, draftValues } from './draft.js';
export type {
  FieldDefinition,
  FieldOwner,
  FieldPath,
  ReaderName,
  Sensitivity,
} from './field/field-path.js';
export {
  FIELD_OWNERS,
  FIELD_PATHS,
  FIELDS,
  fieldOf,
  isFieldPath,
  ownerOf,
  READERS,
} from './field/field-path.js';
export type {
  AreaPath,
  FillDefinition,
  FillKind,
  FillPath,
  InterventionPath,
} from './field/fill-path.js';
export { FILL_FIELDS, FILL_KINDS, FILL_PATHS, isFillPath } from './field/fill-path.js';
export type { HeadingOwner } from './field/label-dictionary.js';
export { ownerOfHeading } from './field/label-dictionary.js';
export { NAMING_RULES, type NamingRule } from './field/naming-rule.js';
export type { ListedPerson, PeopleList } from './name/choose-person.js';
export { choosePerson, isOfAnother, peopleListed } from './name/choose-person.js';
export { knowsLabel } from './name/knows-label.js';
export type { PageContext } from './name/suggest-path.js';
export { suggestPath, surePath } from './name/suggest-path.js';
export { checkAdapterOfFile } from './proof/adapter-of-file.js';
export { LEFT_OUT, redactSnapshot, type TakenPlace } from './proof/redact-snapshot.js';
export type { DateOrder, EitherDate, SettledDate } from './read/either-date.js';
export type { NameParts } from './read/read-name.js';
export { nameParts } from './read/read-name.js';
export type { ReadContext, ReadValue } from './read/reader.js';
export { readValue } from './read/reader.js';
export type { TextSource } from './text/text-selection.js';
export { readingOfText } from './text/text-selection.js';
export { sourceOfText } from './text/text-source.js';
