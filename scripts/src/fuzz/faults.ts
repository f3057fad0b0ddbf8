import type { Reply } from './front';
import { labelOf, type Operation } from './operations';
import type { Report } from './schemathesis';

/** A route broken on purpose, and the finding by which a fuzzer worth running gives it away. */
interface PlantedFault {
  readonly operation: string;
  readonly what: string;
  readonly finding: string;
  spoil(reply: Reply): Reply;
}

const json = (body: unknown) => Buffer.from(JSON.stringify(body));
const isDone = ({ status }: Reply) => status === 200;

const plantedFaults: readonly PlantedFault[] = [
  {
    operation: 'getMe',
    what: 'answers a field that is not described',
    finding: 'JsonSchemaError',
    spoil: (reply) =>
      isDone(reply) ? { ...reply, body: json({ ...JSON.parse(reply.body.toString('utf8')), idNumber: 'x' }) } : reply,
  },
  {
    operation: 'listShops',
    what: 'answers 500',
    finding: 'ServerError',
    spoil: (reply) => (isDone(reply) ? { ...reply, status: 500 } : reply),
  },
  {
    operation: 'listAreas',
    what: 'answers a status that is not described',
    finding: 'UndefinedStatusCode',
    spoil: (reply) => (isDone(reply) ? { ...reply, status: 202 } : reply),
  },
  {
    operation: 'myNotices',
    what: 'answers another kind of content',
    finding: 'UndefinedContentType',
    spoil: (reply) => (isDone(reply) ? { ...reply, headers: ['Content-Type', 'text/html'] } : reply),
  },
  {
    operation: 'myDeliveries',
    what: 'takes input that is wrong',
    finding: 'AcceptedNegativeData',
    spoil: (reply) =>
      reply.status === 422
        ? { ...reply, status: 200, headers: ['Content-Type', 'application/json'], body: json({ items: [] }) }
        : reply,
  },
];

/** Operations that are broken on purpose. */
export const spoiltOperations: readonly string[] = plantedFaults.map(({ operation }) => operation);

export const plantedCount = plantedFaults.length;

/** Spoils the answers of one operation. */
export function spoiltReply(operation: Operation | undefined, reply: Reply): Reply {
  return plantedFaults.find((fault) => fault.operation === operation?.id)?.spoil(reply) ?? reply;
}

/** Planted faults that a run did not find, in words. */
export function missedFaults(operations: readonly Operation[], { failures }: Report): readonly string[] {
  const labels = new Map(operations.map((operation) => [operation.id, labelOf(operation)]));
  const missed = plantedFaults.filter(({ operation, finding }) => {
    const label = labels.get(operation) ?? operation;
    return !failures.some(({ type, operations: at }) => type === finding && at.includes(label));
  });
  return missed.map(({ operation, what }) => `${operation} ${what}`);
}
