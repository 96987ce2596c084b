/** Files that were chosen or dropped, each read once to see what it is. None is kept before the officer attaches it. */
import {
  FILE_RULES,
  failed,
  type Host,
  type Issue,
  type RecognisedFile,
  type Result,
  recogniseFile,
  sizeIssues,
  writtenSize,
} from '@cyber-prevent/core';
import { type ReadonlySignal, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../../locales/late.js';

export interface ChosenFile {
  /** Its own for as long as it is in the list. */
  readonly key: number;
  readonly file: File;
  /** A code of `attachment-kind`; empty until it is chosen. */
  readonly what: string;
  readonly name: string;
  /** Undefined while it is being read. */
  readonly read: RecognisedFile | undefined;
  /** Digest of its bytes as it was read: another file of the same name is another save. */
  readonly print?: string;
  readonly warnings: readonly Issue[];
}

export interface ChosenFiles {
  readonly files: ReadonlySignal<readonly ChosenFile[]>;
  /** Files that cannot be attached, each with its reason. */
  readonly refused: ReadonlySignal<readonly Issue[]>;
  add(files: Iterable<File>): Promise<void>;
  change(key: number, to: Partial<Pick<ChosenFile, 'what' | 'name'>>): void;
  remove(key: number): void;
}

export function useChosenFiles(digest: Host['digest']): ChosenFiles {
  const files = useSignal<readonly ChosenFile[]>([]);
  const refused = useSignal<readonly Issue[]>([]);
  const next = useRef(0);
  const isGone = useRef(false);
  useEffect(
    () => () => {
      isGone.current = true;
    },
    [],
  );
  const refuse = (...issues: readonly Issue[]): void => {
    refused.value = [...refused.value, ...issues];
  };
  return {
    files,
    refused,
    async add(given) {
      refused.value = [];
      const added: ChosenFile[] = [];
      for (const file of given) {
        const bySize = sizeIssues(file.name, file.size);
        if (bySize.length > 0) refuse(...bySize);
        else if (files.value.length + added.length >= FILE_RULES.mostFiles) {
          refuse(tooMany());
          break;
        } else if (bytesOf([...files.value, ...added]) + file.size > FILE_RULES.mostBytesOfSave) {
          refuse(tooMuch(file.name));
        } else {
          next.current += 1;
          // Nothing in the name turns the direction of the box that it stands in.
          const name = file.name.replace(/[\u202A-\u202E\u2066-\u2069]/gu, '');
          added.push({ key: next.current, file, what: '', name, read: undefined, warnings: [] });
        }
      }
      files.value = [...files.value, ...added];
      // One after the other, so that one file is in memory at a time.
      for (const { key, file } of added) {
        const read = await readFile(file, digest).catch(() => failed(notRead(file.name)));
        if (isGone.current) return;
        if (!read.ok) {
          files.value = files.value.filter((each) => each.key !== key);
          refuse(...read.issues);
          continue;
        }
        const { issues: warnings } = read;
        files.value = files.value.map((each) =>
          each.key === key
            ? { ...each, read: read.value.is, print: read.value.print, warnings }
            : each,
        );
      }
    },
    change(key, to) {
      files.value = files.value.map((each) => (each.key === key ? { ...each, ...to } : each));
    },
    remove(key) {
      files.value = files.value.filter((each) => each.key !== key);
      refused.value = [];
    },
  };
}

export interface ReadFile {
  readonly is: RecognisedFile;
  readonly bytes: Uint8Array;
  readonly print: string;
}

/** The bytes with what they are. The size is judged before any of them is read. */
export async function readFile(file: File, digest: Host['digest']): Promise<Result<ReadFile>> {
  const bySize = sizeIssues(file.name, file.size);
  if (bySize.length > 0) return failed(...bySize);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const is = recogniseFile(file.name, bytes);
  if (!is.ok) return is;
  // Every byte is a letter of its own in this encoding.
  const print = await digest(new TextDecoder('windows-1252').decode(bytes));
  return { ...is, value: { is: is.value, bytes, print } };
}

/** A folder, or a file that was moved or changed since it was chosen. */
export function notRead(name: string): Issue {
  return {
    code: 'file-not-read',
    severity: 'error',
    at: 'files',
    message: t('files.not-read', { name }),
  };
}

function bytesOf(files: readonly ChosenFile[]): number {
  return files.reduce((sum, { file }) => sum + file.size, 0);
}

function tooMuch(name: string): Issue {
  return {
    code: 'too-many-bytes',
    severity: 'error',
    at: 'files',
    message: t('files.too-much', { name, most: writtenSize(FILE_RULES.mostBytesOfSave) }),
  };
}

function tooMany(): Issue {
  return {
    code: 'too-many-files',
    severity: 'error',
    at: 'files',
    message: t('files.too-many', { most: FILE_RULES.mostFiles }),
  };
}
