import { areaRepository } from '@grid-relief/backend/src/features/areas';
import { codeDesk } from '@grid-relief/backend/src/features/code-requests';
import { openEpisode, revokeContact } from '@grid-relief/backend/src/features/episodes';
import { householdRepository } from '@grid-relief/backend/src/features/households';
import { openIdentity } from '@grid-relief/backend/src/features/identity';
import { openPolicyBook, policyRepository } from '@grid-relief/backend/src/features/policies';
import { refusalDesk } from '@grid-relief/backend/src/features/refusals';
import { sampleScreening } from '@grid-relief/backend/src/features/screening';
import { shopRepository } from '@grid-relief/backend/src/features/shops';
import { openBeds } from '@grid-relief/backend/src/features/sites';
import { fleet, transferDesk } from '@grid-relief/backend/src/features/transfers';
import { volunteerRepository } from '@grid-relief/backend/src/features/volunteers';
import { systemClock } from '@grid-relief/backend/src/platform/clock';
import { connectBeside } from '@grid-relief/backend/src/platform/database';
import { fieldVault, readMasterKey } from '@grid-relief/backend/src/platform/encryption';
import { idSource } from '@grid-relief/backend/src/platform/ids';
import { makeLogger } from '@grid-relief/backend/src/platform/logger';
import { smsSender } from '@grid-relief/backend/src/platform/sms';
import { wechat } from '@grid-relief/backend/src/platform/wechat';
import { demoPeople, sampleCounty, sampleEpisodeDeps, storeCounty } from '@grid-relief/backend/src/sample-county';
import { isCountedOtherwise } from '@grid-relief/backend/src/wiring/counted-otherwise';
import { codeRequestDeps } from '@grid-relief/backend/src/wiring/quarantine-codes';
import { refusalDeps } from '@grid-relief/backend/src/wiring/quarantine-refusals';
import { quarantineReturnees } from '@grid-relief/backend/src/wiring/quarantine-returnees';
import { siteDeps } from '@grid-relief/backend/src/wiring/quarantine-sites';
import { transferDeps } from '@grid-relief/backend/src/wiring/quarantine-transfers';
import { screeningDeps } from '@grid-relief/backend/src/wiring/screening';
import type { Connection } from 'mongoose';
import { ensureKeyFile } from './demo-key';
import { places } from './places';

/** How much sample data: one small township, or a whole county. */
export type SeedSize = 'small' | 'county';

export interface SeedOptions {
  readonly uri: string;
  readonly size: SeedSize;
  /** The same number makes the same sample county. */
  readonly seedNumber: number;
}

/** An invented person who may sign in to the demo. */
export interface SampleLogin {
  readonly role: string;
  readonly name: string;
  readonly phone: string;
}

/** The seed number of the demo's county: everybody who starts it meets the same people. */
export const sampleSeed = 2022;

const countyCode = '141122';

/** Writes the sample county into the database at `uri`. Repeatable: a second run adds nothing. */
export async function seed({ uri, size, seedNumber }: SeedOptions): Promise<void> {
  const { keyFile } = places(process.env);
  await ensureKeyFile(keyFile);
  const master = await readMasterKey(keyFile);
  const connection = await connectBeside(uri);
  try {
    const now = systemClock();
    await storeCounty(storeParts(connection, master), sampleCounty({ size, seed: seedNumber, now }), now);
  } finally {
    await connection.close();
  }
}

function storeParts(connection: Connection, master: Awaited<ReturnType<typeof readMasterKey>>) {
  const log = makeLogger({ level: 'silent' });
  const vault = fieldVault(connection, master, systemClock);
  const identity = openIdentity({
    connection,
    vault,
    master,
    log,
    now: systemClock,
    ids: idSource(),
    county: countyCode,
    demo: true,
    // nobody is texted while sample people are written
    sms: smsSender(undefined, log),
    wechat: wechat({ baseUrl: 'https://api.weixin.qq.com', credentials: undefined }, log),
    traitsOf: async () => ({ skills: [], ppe: 0 }),
  });
  return {
    areas: areaRepository(connection),
    shops: shopRepository(connection),
    identity: identity.service,
    households: householdRepository(connection, vault),
    volunteers: volunteerRepository(connection),
    policies: policyRepository(connection),
    fleet: fleet(connection),
    reportReturnee: returneeReporter(connection, vault, identity.service),
    screening: screeningStore(connection, vault, identity.service),
    inQuarantine: { connection, vault },
    progress: (done: number, of: number) => console.log(`  ${done} of ${of} households`),
  };
}

/** Nobody says no while sample records are written. */
const noRefusals = { record: async () => undefined };

/** The demo's screening, made as the product makes it. */
function screeningStore(
  connection: Connection,
  vault: ReturnType<typeof fieldVault>,
  identity: ReturnType<typeof openIdentity>['service'],
) {
  const parts = { connection, now: systemClock, vault, identity, audit: { record: async () => systemClock() } };
  const book = { areaName: String, areaNames: () => [], has: () => true };
  const deps = screeningDeps(parts, book, {
    labelsOf: async () => new Map(),
    submit: async () => undefined,
    refusals: noRefusals,
  });
  return sampleScreening(deps, identity.actorOf);
}

/** Nor has anybody died. */
const allLive = async () => false;

/** Nobody stands twice in books that are just being written. */
const onceOnly = async (_county: string, name: string) => ({ own: [name], others: [] });

/** Reports as the product does, with everything that follows at once; a report that is there already stays. */
function returneeReporter(
  connection: Connection,
  vault: ReturnType<typeof fieldVault>,
  identity: ReturnType<typeof openIdentity>['service'],
) {
  const nobodyLooks = { record: async () => systemClock() };
  const book = { areaName: String, areaNames: () => [], has: () => true };
  const { judgementAt } = openPolicyBook(policyRepository(connection), systemClock);
  const policyAt = async (county: string, at: Date) => (await judgementAt(county, at)).policy;
  const parts = { connection, now: systemClock, vault, audit: nobodyLooks, identity };
  const episodes = sampleEpisodeDeps({ connection, vault }, systemClock, policyAt);
  const nothing = async () => undefined;
  const forTransfers = transferDeps(parts, book, {
    ...{ judgementAt, moveLink: nothing, turned: nothing, refusals: noRefusals, labelsOf: async () => new Map() },
    ...{ personFor: nothing, roomOf: nothing, everyName: onceOnly, hasDied: allLive },
    beds: openBeds(
      siteDeps(parts, book, {
        ...{ episodes: () => episodes, moveLink: nothing, everyName: onceOnly },
        registerWalkIn: async ({ id: person, area }) => ({ person, area }),
      }),
    ),
  });
  const { submit } = quarantineReturnees(parts, book, {
    ...{ judgementAt, openEpisode: openEpisode(episodes), isCountedOtherwise: isCountedOtherwise(episodes) },
    openInvestigation: async () => undefined,
    openHomeEvent: async () => undefined,
    revokeContact: revokeContact(episodes),
    refusals: refusalDesk(
      refusalDeps(parts, book, { moveLink: nothing, hasDied: allLive, namesOf: async (_, name) => [name] }),
    ),
    codes: codeDesk(codeRequestDeps(parts, book, { moveLink: nothing, hasDied: allLive })),
    transfers: transferDesk(forTransfers),
    showSamePerson: nothing,
  });
  return async (by: string, draft: Parameters<typeof submit>[1]) => {
    const actor = await identity.actorOf(by);
    const isThere = await connection.collection<{ _id: string }>('returnees').findOne({ _id: draft.id });
    if (actor && !isThere) await submit(actor, draft);
  };
}

/** The people whom `npm start` prints as sample logins. */
export function sampleLogins(): readonly SampleLogin[] {
  return demoPeople.map(({ labelEn, labelZh, name, phone }) => ({ role: `${labelEn} · ${labelZh}`, name, phone }));
}
