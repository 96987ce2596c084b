/** Bytes as base64 text (RFC 4648, padded), and back. */

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const CODES = new TextEncoder().encode(LETTERS);
const PAD = 61;
const VALUES = new Int16Array(256).fill(-1);
CODES.forEach((code, value) => {
  VALUES[code] = value;
});

/** The letters as bytes: base64 is ASCII. */
export function base64Of(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(Math.ceil(bytes.length / 3) * 4);
  let to = 0;
  for (let at = 0; at < bytes.length; at += 3) {
    const [one = 0, two = 0, three = 0] = [bytes[at], bytes[at + 1], bytes[at + 2]];
    const left = bytes.length - at;
    out[to] = CODES[one >> 2] ?? 0;
    out[to + 1] = CODES[((one & 3) << 4) | (two >> 4)] ?? 0;
    out[to + 2] = left > 1 ? (CODES[((two & 15) << 2) | (three >> 6)] ?? 0) : PAD;
    out[to + 3] = left > 2 ? (CODES[three & 63] ?? 0) : PAD;
    to += 4;
  }
  return out;
}

/** Undefined for letters that are not base64 in its only spelling. */
export function bytesOfBase64(letters: Uint8Array): Uint8Array<ArrayBuffer> | undefined {
  if (letters.length % 4 !== 0) return undefined;
  const padded = letters.at(-1) !== PAD ? 0 : letters.at(-2) === PAD ? 2 : 1;
  const out = new Uint8Array((letters.length / 4) * 3 - padded);
  let to = 0;
  for (let at = 0; at < letters.length; at += 4) {
    let bits = 0;
    const isLast = at + 4 === letters.length;
    for (let nth = 0; nth < 4; nth += 1) {
      const isPad = isLast && nth >= 4 - padded;
      const value = isPad ? 0 : (VALUES[letters[at + nth] ?? 0] ?? -1);
      if (value < 0) return undefined;
      bits = (bits << 6) | value;
    }
    const unused = isLast ? padded * 8 : 0;
    if (unused > 0 && (bits & ((1 << unused) - 1)) !== 0) return undefined;
    for (let nth = 0; nth < 3 && to < out.length; nth += 1) {
      out[to] = (bits >> (16 - nth * 8)) & 255;
      to += 1;
    }
  }
  return out;
}
