/**
 * Batches of other devices that are here, by device and sequence, and the batches of this device's log that hold them.
 */
import type { Digest } from '../../shared/host.js';
import { headerDigest } from '../log/chain.js';
import type { Batch, SignedHeader } from '../log/revision.js';

export interface HeldElsewhere {
  /** Digest of its header. */
  readonly head: string;
  readonly prev: string;
  /** Sequences of this device's batches that hold any of it, ascending. */
  readonly within: readonly number[];
}

export class ReceivedIndex {
  readonly #digest: Digest;
  readonly #devices = new Map<string, Map<number, HeldElsewhere>>();

  constructor(digest: Digest) {
    this.#digest = digest;
  }

  async add({ header: { seq: within }, received = [] }: Batch): Promise<void> {
    for (const entry of received) {
      if (!entry) continue;
      const { header } = entry.content;
      const held = this.find(header.device, header.seq);
      const { device, seq, prev } = header;
      const ofDevice = this.#devices.get(device) ?? new Map<number, HeldElsewhere>();
      this.#devices.set(device, ofDevice);
      const head = held?.head ?? (await headerDigest(header, this.#digest));
      ofDevice.set(seq, { head, prev, within: [...(held?.within ?? []), within] });
    }
  }

  find(device: SignedHeader['device'], seq: number): HeldElsewhere | undefined {
    return this.#devices.get(device)?.get(seq);
  }
}
