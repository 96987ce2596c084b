/** Office documents: their type by the parts in the archive, and whether one of the parts can run. */
import type { AttachedType } from '../../../record/attachment.js';
import { endingOf } from './file-rules.js';
import { zipEntries } from './zip-entries.js';

const MAIN_PARTS: readonly (readonly [string, AttachedType])[] = [
  ['word/document.xml', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['xl/workbook.xml', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  [
    'ppt/presentation.xml',
    'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  ],
];

/** Endings of documents that are made to carry macros. */
export const MACRO_ENDINGS: ReadonlySet<string> = new Set(
  'docm dotm xlsm xltm xlsb xlam pptm potm ppsm ppam'.split(' '),
);

/** Parts that hold a program or can start one: macros, ActiveX controls, embedded objects. */
const CAN_RUN = [
  /vba/i,
  /(^|\/)activex\//i,
  /oleobject/i,
  /\.(exe|dll|js|vbs|bat|cmd|ps1|hta|lnk)$/i,
];
/** The settings of a printer, which are no program. */
const PRINTER = /(^|\/)printersettings\//i;

export interface OfficeFile {
  /** Undefined for an archive that is not an Office document. */
  readonly mediaType?: AttachedType;
  readonly hasMacro: boolean;
}

/** Undefined if the bytes are not an archive that can be read. */
export function officeFile(bytes: Uint8Array): OfficeFile | undefined {
  const names = zipEntries(bytes)?.map((name) => name.replaceAll('\\', '/').toLowerCase());
  if (!names) return undefined;
  const held = new Set(names);
  const types = MAIN_PARTS.filter(([part]) => held.has(part)).map(([, type]) => type);
  const [mediaType, ...more] = types;
  const hasMacro = names.some(
    (name) =>
      CAN_RUN.some((part) => part.test(name)) ||
      MACRO_ENDINGS.has(endingOf(name)) ||
      (name.endsWith('.bin') && !PRINTER.test(name)),
  );
  const isOffice = held.has('[content_types].xml') && more.length === 0;
  return mediaType && isOffice ? { mediaType, hasMacro } : { hasMacro };
}
