export {
  type AttachCommit,
  type AttachFilesContext,
  attachFiles,
  correctAttachment,
  type FileToAttach,
  judgeFiles,
} from './attach-file.js';
export { bytesIssues, openedIssues } from './attachment-law.js';
export { joinFile, keepFile } from './file-pieces.js';
export { FILE_RULES, isPicture, type TypeOfFile, typeOfFile, writtenSize } from './file-rules.js';
export { GIVEN_FIELDS, type GivenFile, givenFields, givenFile } from './given-file.js';
export { type MoveAttachmentContext, moveAttachment } from './move-attachment.js';
export type { PictureSize } from './picture-size.js';
export { receivedFileIssues } from './received-file-law.js';
export { type RecognisedFile, recogniseFile, sizeIssues } from './recognise-file.js';
export { attachmentsOf } from './same-file.js';
export { attachedText } from './text-of-file.js';
export { withdrawAttachment } from './withdraw-attachment.js';
