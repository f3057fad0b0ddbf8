import { randomBytes } from 'node:crypto';
import type { ReturneeReportDraft } from '@grid-relief/shared-types/returnees/returnee.schema';
import type { Connection } from 'mongoose';
import { presets } from '../src/features/quarantine';
import { getTraveller } from '../src/features/returnees/read-returnees';
import type { PersonActor } from '../src/lifecycle';
import { servedFilter } from '../src/platform/database';
import { fieldVault, masterKey } from '../src/platform/encryption';
import { quarantineReturnees } from '../src/wiring/quarantine-returnees';
import { county, grid, newId } from './sample';
import { type Comparison, sideBySide } from './side-by-side';

/** People who have arrived, each with a chain of links. */
const people = 20;
const times = 50;
const atMost = 1.5;

/** One person from the first word to the last link as a grid worker sees it, beside the driver that fetches the same documents. */
export async function personTimelineBench(connection: Connection): Promise<Comparison[]> {
  const { deps, submit } = arrivals(connection);
  const worker: PersonActor = {
    ...{ personId: newId(), county, grants: [{ role: 'GRID_WORKER', area: grid }], ownHouseholds: [] },
    ...{ proxyHouseholds: [], skills: [], ppe: 0 },
  };
  for (let nth = 0; nth < people; nth++) await submit(worker, hereAlready(nth));
  const chains = await storedChains(connection);
  const [first] = chains;
  const view = first && (await getTraveller(deps, worker, first.traveller));
  if (!view || view.timeline.length === 0 || first.links.length < 3) throw new Error('nobody has a way to be read');
  let next = 0;
  const one = () => chains[next++ % chains.length] ?? first;
  return [
    await sideBySide({
      goal: 'timeline',
      what: `one person with ${first.links.length} links, sealed words opened, as a grid worker sees it`,
      peer: 'raw driver, the same documents, JSON.stringify',
      passLine: `≤ ${atMost.toFixed(2)} of its time`,
      atMost,
      times,
      ours: async (count) => {
        for (let nth = 0; nth < count; nth++) JSON.stringify(await getTraveller(deps, worker, one().traveller));
      },
      theirs: async (count) => {
        for (let nth = 0; nth < count; nth++) JSON.stringify(await fetched(connection, one()));
      },
    }),
  ];
}

interface Chain {
  readonly traveller: string;
  readonly links: readonly string[];
}

type Document = Readonly<Record<string, unknown>> & { readonly _id: string };

/** The person, then in one go the links and whoever follows them: as many steps as ours, and asked so that an index serves each. */
async function fetched(connection: Connection, { traveller, links }: Chain) {
  const returnees = connection.collection<Document>('returnees');
  const person = await returnees.findOne({ _id: traveller });
  const followed = servedFilter('returnees', { county, about: traveller, kind: 'HEALTH_TRACKER' });
  const rest = await Promise.all([
    connection
      .collection<Document>('tasks')
      .find({ _id: { $in: [...links] } })
      .toArray(),
    returnees.find(followed).limit(1_000).toArray(),
  ]);
  return [person, ...rest];
}

async function storedChains(connection: Connection): Promise<Chain[]> {
  const links = connection.collection<Document & { readonly detail: { readonly traveller: string } }>('tasks');
  const chains = new Map<string, string[]>();
  for await (const { _id, detail } of links.find({ county, kind: 'CHAIN_LINK' })) {
    chains.set(detail.traveller, [...(chains.get(detail.traveller) ?? []), _id]);
  }
  return [...chains].map(([traveller, ids]) => ({ traveller, links: ids }));
}

/** People who come, with the rest of the product left out: nobody is fetched, and no code is asked for. */
function arrivals(connection: Connection) {
  const now = () => new Date();
  const vault = fieldVault(connection, masterKey(randomBytes(32)), now);
  const policy = presets.find(({ code }) => code === 'SX_2022_SPRING');
  if (!policy) throw new Error('there is no such set');
  const line = { id: 'line', place: ['上海市', '上海市'], areaRisk: 'HIGH' as const, validFrom: new Date(0) };
  const nothing = async () => undefined;
  const identity = { ownerOfPhone: nothing, actorOf: nothing };
  return quarantineReturnees(
    { connection, now, vault, audit: { record: async ({ at }) => at }, identity },
    { areaName: String, has: () => true },
    {
      judgementAt: async () => ({ policy, riskList: [line], home: ['山西省', '吕梁市', '交城县'] }),
      ...{ openEpisode: nothing, revokeContact: nothing, openInvestigation: nothing, openHomeEvent: nothing },
      ...{ isCountedOtherwise: async () => false, showSamePerson: nothing },
      // desks of other features, which a chain asks and nobody reads here
      ...({ codes: desk(), refusals: desk(), transfers: desk() } as object as Pick<
        Parameters<typeof quarantineReturnees>[2],
        'codes' | 'refusals' | 'transfers'
      >),
    },
  );
}

/** A desk that does nothing, whatever it is asked. */
const desk = () => new Proxy({}, { get: () => async () => undefined });

function hereAlready(nth: number): ReturneeReportDraft {
  const number = String(nth).padStart(4, '0');
  const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();
  return {
    ...{ id: newId(), foundBy: 'REGISTER', arrivedAt: hoursAgo(1), transport: 'D1234 8车' },
    travellers: [
      {
        name: '王小返',
        idType: 'ID_CARD',
        idNumber: `14112219900101${number}`,
        phone: `1990000${number}`,
        symptoms: false,
      },
    ],
    stays: [{ place: ['上海市', '上海市', '样例区'], from: hoursAgo(240) }],
    destination: { kind: 'HOUSEHOLD', area: grid, place: '三单元五楼' },
  } as ReturneeReportDraft; // ids are made above
}
