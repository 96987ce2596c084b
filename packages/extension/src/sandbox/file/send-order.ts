/** Sends an order in messages that are short tasks for the page, and puts it together in the worker. */
import type { RecordSet } from '@cyber-prevent/core/plugin';
import { nextTask } from '../../page/next-task.js';
import type { FileOrder, RecordsPart } from './file-order.js';

/** Records of one part. */
const IN_PART = 200;

type Message = FileOrder | RecordsPart;
type Records = RecordSet['records'];

/**
 * Sends the records of an order in parts, and the order without them last. Any other order is one message.
 *
 * @param isOver - true once nobody waits for the answer any more: the rest is not sent
 */
export async function sendOrder(
  order: FileOrder,
  send: (message: Message) => void,
  isOver: () => boolean = () => false,
): Promise<void> {
  if (order.kind !== 'write') {
    send(order);
    return;
  }
  for (const records of partsOf(order.set.records)) {
    if (isOver()) return;
    send({ kind: 'records', records });
    await nextTask();
  }
  if (!isOver()) send({ ...order, set: { ...order.set, records: {} } });
}

function* partsOf(records: Records): Iterable<Records> {
  for (const [kind, list] of Object.entries(records))
    for (let from = 0; from < list.length; from += IN_PART)
      yield { [kind]: list.slice(from, from + IN_PART) };
}

/** Takes messages in their order. @returns the order once it is whole */
export function takeOrder(): (message: Message) => FileOrder | undefined {
  const lists = new Map<string, object[]>();
  return (message) => {
    if (message.kind === 'records') {
      for (const [kind, part] of Object.entries(message.records)) {
        const list = lists.get(kind) ?? [];
        for (const record of part) list.push(record);
        lists.set(kind, list);
      }
      return undefined;
    }
    if (message.kind !== 'write') return message;
    const records = Object.fromEntries(lists) as Records;
    return { ...message, set: { ...message.set, records } };
  };
}
