/** The messages about one file, put together as they come; any that does not belong is a fault of the worker. */
import { failed, type Issue, passed, type Result } from '@cyber-prevent/core';
import type { ImportedReferral } from '@cyber-prevent/core/plugin';
import * as v from 'valibot';
import {
  FileReply,
  fileTrouble,
  MOST_BYTES,
  MOST_ISSUES,
  MOST_REFERRALS,
  RowsPart,
} from './file-reply.js';

/** Takes a message. @returns the outcome once it is known */
export type TakeReply<T> = (data: unknown) => Result<T> | undefined;

/** @param answer - the outcome that a message of another kind than issues is, if it is one */
export function takeAnswer<T>(
  answer: (reply: FileReply, issues: readonly Issue[]) => Result<T> | undefined,
): TakeReply<T> {
  const issues: Issue[] = [];
  return (data) => {
    const reply = v.parse(FileReply, data);
    if (reply.type === 'issues') {
      issues.push(...reply.issues);
      if (issues.length > MOST_ISSUES) throw new RangeError('More issues than a file may have');
      return undefined;
    }
    if (reply.type === 'refused')
      return failed(...(issues.length > 0 ? issues : [fileTrouble('file-broke')]));
    return answer(reply, issues);
  };
}

/** @param onProgress - called with the rows read so far, and all of them */
export function takeReferrals(
  onProgress?: (done: number, of: number) => void,
): TakeReply<readonly ImportedReferral[]> {
  const rows: ImportedReferral[] = [];
  const places = new Set<string>();
  return takeAnswer<readonly ImportedReferral[]>((reply, issues) => {
    if (reply.type === 'progress') {
      onProgress?.(reply.done, reply.of);
      return undefined;
    }
    if (reply.type === 'rows') {
      const part: unknown = JSON.parse(reply.json);
      rows.push(...v.parse(RowsPart, part));
      return rows.length > MOST_REFERRALS ? failed(fileTrouble('file-too-many')) : undefined;
    }
    if (reply.type !== 'read') throw new TypeError('Not about the rows of a file');
    for (const { at } of rows) places.add(at);
    if (reply.rows !== rows.length || reply.issues !== issues.length || places.size !== rows.length)
      throw new RangeError('Not all of the file came, or some of it twice');
    return passed(rows, issues);
  });
}

/**
 * A file that an exporter made, as it comes: its bytes, and what the format left out as issues.
 *
 * @param onProgress - called with the referrals written so far, and all of them
 */
export function takeWritten(
  onProgress?: (done: number, of: number) => void,
): TakeReply<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  return takeAnswer<Uint8Array>((reply, issues) => {
    if (reply.type === 'progress') {
      onProgress?.(reply.done, reply.of);
      return undefined;
    }
    if (reply.type === 'bytes') {
      parts.push(reply.bytes);
      size += reply.bytes.length;
      if (size > MOST_BYTES) throw new RangeError('More bytes than a file may have');
      return undefined;
    }
    if (reply.type !== 'written') throw new TypeError('Not about a file that is made');
    if (reply.size !== size || reply.issues !== issues.length)
      throw new RangeError('Not all of the file came');
    const whole = new Uint8Array(size);
    let at = 0;
    for (const part of parts) {
      whole.set(part, at);
      at += part.length;
    }
    return passed(whole, issues);
  });
}
