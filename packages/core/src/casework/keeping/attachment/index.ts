export {
  type AttachCommit,
  type AttachFilesContext,
  attachFiles,
  attachmentsOf,
  correctAttachment,
  type FileToAttach,
} from './attach-file.js';
export { bytesIssues } from './attachment-law.js';
export { joinFile, keepFile } from './file-pieces.js';
export { FILE_RULES, isPicture, type TypeOfFile, typeOfFile, writtenSize } from './file-rules.js';
export { type GivenFile, givenFile } from './given-file.js';
export type { PictureSize } from './picture-size.js';
export { type RecognisedFile, recogniseFile, sizeIssues } from './recognise-file.js';
export { attachedText } from './text-of-file.js';
export { withdrawAttachment } from './withdraw-attachment.js';
