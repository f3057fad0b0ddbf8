import type { Endpoint } from '@grid-relief/shared-types/contract';
import type { WithinReach } from './within-reach';

/** Where a real record goes in bodies. */
export const bodyFields: Readonly<Record<string, string>> = {
  household: 'households',
  shop: 'shops',
  into: 'deliveries',
  to: 'people',
  person: 'people',
  area: 'areas',
  line: 'lines',
  receiptPhoto: 'files',
  photo: 'files',
  prescription: 'files',
  voiceNote: 'files',
};

/** Ids that make sense in the address of an endpoint: those its action is open on, else all of the kind. */
export function idsFor({ path, access }: Endpoint, { records, forAction }: WithinReach): readonly string[] {
  if (!path.includes('{id}')) return [];
  const all = records[path.split('/')[1] ?? ''] ?? [];
  if (typeof access === 'string' || !('machine' in access)) return all;
  return forAction[`${access.machine.resource} ${access.action}`] ?? all;
}

type Json = Record<string, unknown>;
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;

/**
 * The description with a real record as the example wherever one is named: boundaries of one field are then tried on
 * requests that otherwise would be carried out.
 * @param choose one of several, so that not everything happens to the same record
 */
export function withExamples(
  document: unknown,
  endpoints: readonly Endpoint[],
  reach: WithinReach,
  choose: <T>(from: readonly T[]) => T | undefined,
): unknown {
  const described = JSON.parse(JSON.stringify(document));
  for (const endpoint of endpoints) {
    const operation = described.paths?.[endpoint.path]?.[endpoint.method.toLowerCase()];
    if (!operation) continue;
    if (endpoint.access !== 'public') operation.parameters = operation.parameters.filter(saysSomethingOwn);
    for (const parameter of operation.parameters) {
      const id = parameter.name === 'id' ? choose(idsFor(endpoint, reach)) : undefined;
      if (id !== undefined) parameter.example = id;
    }
    fill(operation.requestBody, reach, choose);
  }
  return described;
}

/** One middleware reads the version for all alike: it is tried where nobody needs to be signed in. */
function saysSomethingOwn(parameter: unknown): boolean {
  return !(isObject(parameter) && parameter.$ref === '#/components/parameters/ClientVersion');
}

function fill(part: unknown, reach: WithinReach, choose: <T>(from: readonly T[]) => T | undefined): void {
  if (!isObject(part)) return;
  for (const [name, property] of Object.entries(isObject(part.properties) ? part.properties : {})) {
    const id = choose(reach.records[bodyFields[name] ?? ''] ?? []);
    if (id !== undefined && isObject(property)) property.example = id;
  }
  for (const inner of Object.values(part)) fill(inner, reach, choose);
}
