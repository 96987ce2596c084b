/** A copy of the build without the protections that keep typed words off the disk, for controls of the search. */
import { addsScript, replacesInScripts } from './variant.ts';

/** AES-GCM that encrypts nothing: the content, and a tag of zeros. */
const UNSEALED = `
for (const [name, change] of [
  ['encrypt', (bytes) => { const out = new Uint8Array(bytes.length + 16); out.set(bytes); return out; }],
  ['decrypt', (bytes) => bytes.slice(0, -16)],
]) {
  SubtleCrypto.prototype[name] = async (algorithm, key, data) =>
    change(new Uint8Array(ArrayBuffer.isView(data) ? data.buffer.slice(data.byteOffset, data.byteOffset + data.byteLength) : data.slice(0))).buffer;
}`;

export function takesProtections(dir: string): void {
  const count = replacesInScripts(dir, /autocomplete:[`"']off[`"']/g, 'autocomplete:"on"');
  if (count === 0) throw new Error('The build has no autocomplete to take out');
  addsScript(dir, 'keeper.html', 'unsealed.js', UNSEALED);
}
