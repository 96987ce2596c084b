/** A build whose cipher does nothing, to see what a search then finds. */
import { addsScript, type Variant, variantOf } from '../packages/extension/e2e/variant.ts';

export function unsealedBuild(extension: string): Variant {
  return variantOf((dir) => addsScript(dir, 'keeper.html', 'unsealed.js', UNSEALED), extension);
}

/** AES-GCM that encrypts nothing: the content, and a tag of zeros. */
const UNSEALED = `
const bytesOf = (data) => ArrayBuffer.isView(data)
  ? new Uint8Array(data.buffer.slice(data.byteOffset, data.byteOffset + data.byteLength))
  : new Uint8Array(data.slice(0));
SubtleCrypto.prototype.encrypt = async (algorithm, key, data) => {
  const bytes = bytesOf(data);
  const sealed = new Uint8Array(bytes.length + 16);
  sealed.set(bytes);
  return sealed.buffer;
};
SubtleCrypto.prototype.decrypt = async (algorithm, key, data) => bytesOf(data).slice(0, -16).buffer;
`;
