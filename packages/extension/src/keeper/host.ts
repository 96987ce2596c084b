/** The browser as the core's host: the officer's own civil day, unguessable ids, and hashing by WebCrypto. */
import { type Host, Instant, PlainDate, RecordId } from '@cyber-prevent/core';
import * as v from 'valibot';
import { hex, randomBytes, textDigest } from '../vault/bytes.js';

/** @param now - the moment, passed in by a test */
export function browserHost(now: () => Date = () => new Date()): Host {
  return {
    clock: {
      now: () => v.parse(Instant, now().toISOString()),
      // Not from the UTC text: between midnight and one on a summer night that is yesterday.
      today() {
        const day = now();
        const [month, date] = [day.getMonth() + 1, day.getDate()].map(twoDigits);
        return v.parse(PlainDate, `${day.getFullYear()}-${month}-${date}`);
      },
    },
    random: {
      id: () => v.parse(RecordId, crypto.randomUUID()),
      salt: (length) => hex(randomBytes(length)),
    },
    digest: textDigest,
  };
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
