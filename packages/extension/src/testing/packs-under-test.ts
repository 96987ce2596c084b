/** Signed packs of fictional issuers, for tests of the keeper and of views, and for runs of Node without a bundler. */
import { Instant, PlainDate } from '@cyber-prevent/core';
import { signPack, type UnsignedPack } from '@cyber-prevent/core/pack';
import * as v from 'valibot';

export const day = (text: string): PlainDate => v.parse(PlainDate, text);
export const instant = (text: string): Instant => v.parse(Instant, text);

export interface TestIssuer {
  readonly name: string;
  readonly signingKey: string;
  sign(text: string): Promise<string>;
}

export async function testIssuer(name: string): Promise<TestIssuer> {
  const pair = await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify']);
  if (!('privateKey' in pair)) throw new TypeError('This browser made no key pair');
  const raw = await crypto.subtle.exportKey('raw', pair.publicKey);
  return {
    name,
    signingKey: base64url(raw),
    sign: async (text) =>
      base64url(
        await crypto.subtle.sign('Ed25519', pair.privateKey, new TextEncoder().encode(text)),
      ),
  };
}

function base64url(bytes: ArrayBuffer): string {
  return Buffer.from(bytes).toString('base64url');
}

/** A definition as a pack writes it. */
export function written(kind: string, id: string, value: unknown, more: object = {}) {
  return {
    kind,
    id,
    title: `Our ${kind}`,
    version: '1.0.0',
    standing: 'proposed',
    source: 'Working paper 7 of the fictional Wendingshire team',
    checkedOn: '2026-11-20',
    value,
    ...more,
  };
}

/** The text of a pack that the issuer signed; no definition of it was checked after it was made. */
export function signedPack(
  { name, signingKey, sign }: TestIssuer,
  definitions: readonly object[],
  more: Partial<UnsignedPack['pack']> = {},
  recalls: NonNullable<UnsignedPack['recalls']> = [],
): Promise<string> {
  const pack = {
    id: 'wendingshire',
    version: 1,
    title: 'Wendingshire force pack',
    madeAt: instant('2026-11-26T10:00:00.000Z'),
    from: day('2026-11-30'),
    ...more,
  };
  const madeOn = pack.madeAt.slice(0, 10);
  const checked = definitions.map((each) => {
    const checkedOn: unknown = Reflect.get(each, 'checkedOn');
    return typeof checkedOn === 'string' && checkedOn > madeOn
      ? { ...each, checkedOn: madeOn }
      : each;
  });
  const parts = { issuer: { name, signingKey }, definitions: checked };
  return signPack({ pack, ...parts, ...(recalls.length > 0 ? { recalls } : {}) }, sign);
}
