import { PersonId } from '@grid-relief/shared-types/primitives/ids';
import { deliveredTwice } from '../../../testing/delivered-twice';
import { testCounty } from '../../../testing/test-app';
import { applyRecount, countedEpisodes, type EpisodeDeps } from '../../episodes';
import { recount } from '../../quarantine';
import {
  aDraft,
  aHome,
  anId,
  app,
  collection,
  does,
  get,
  inHours,
  link,
  now,
  setTheStage,
  settle,
  submitted,
  told,
  wait,
} from '../testing/scene';

setTheStage(deliveredTwice, true);

const day = 24 * 3_600_000;

async function inQuarantine() {
  const home = await aHome();
  const id = await submitted(home.resident, aDraft(home, { plannedArrival: inHours(1) }));
  await does(home.resident, id, 'arrive');
  const [episode] = await collection('episodes')
    .find({ county: testCounty, kind: 'QUARANTINE_EPISODE', about: id } as object)
    .toArray();
  return { ...home, id, episode: episode?._id ?? '' };
}

const dueOf = async (id: string) => (await link(id, 'EPISODE')).dueAt?.getTime() ?? 0;
const endOf = async (person: Parameters<typeof get>[0], episode: string) =>
  Date.parse((await get(person, `/quarantine-episodes/${episode}`)).body.endsAt);

/** Another rule by so many days, as a change of policy applies it; longer in the name of a head. */
async function byDays(episode: string, days: number): Promise<void> {
  const cipher = await app().deps.vault.of(testCounty, 'epidemic');
  const deps = {
    ...{ connection: app().connection, now },
    seal: async (_county: string, text: string, use: string) => cipher.seal(text, `episode/${use}`),
    unseal: async (_county: string, sealed: string, use: string) => cipher.open(sealed, `episode/${use}`),
  } as EpisodeDeps; // as much as counting asks for
  const facts = (await countedEpisodes(deps, testCounty, [episode]).next()).value?.facts;
  if (!facts) throw new Error('nobody is in quarantine');
  const [first, ...rest] = facts.count.phases;
  const phases = [{ ...first, days: first.days + days }, ...rest];
  const head = PersonId.parse(anId());
  const next = { basis: facts.basis, ...facts.count, phases, isLocal: false };
  const ordered = recount(facts, next, { at: now(), ...(days > 0 ? { approvedBy: head } : {}) });
  const order = { county: testCounty, id: episode, opId: anId(), change: anId(), recount: ordered, preparedBy: anId() };
  await applyRecount(deps, { ...order, approver: head });
}

test('the link of a quarantine is due a day after its end, and goes along when that is brought forward or put off', async () => {
  const { id, episode, resident } = await inQuarantine();
  const before = await endOf(resident, episode);
  expect(await dueOf(id)).toBe(before + day);
  await byDays(episode, -2);
  await settle();
  expect([await endOf(resident, episode), await dueOf(id)]).toEqual([before - 2 * day, before - day]);
  await byDays(episode, 5);
  await settle();
  expect([await endOf(resident, episode), await dueOf(id)]).toEqual([before + 3 * day, before + 4 * day]);
});

test('of two changes that are told late the last one holds', async () => {
  const { id, episode, resident } = await inQuarantine();
  await byDays(episode, -2);
  await byDays(episode, 1);
  await settle();
  expect(await dueOf(id)).toBe((await endOf(resident, episode)) + day);
});

test('it rings at the new time, not at the old one', async () => {
  const { id, episode } = await inQuarantine();
  const { _id } = await link(id, 'EPISODE');
  const late = () => told(_id).filter((line) => line.endsWith('LINK_OVERDUE')).length;
  const wasDue = await dueOf(id);
  const before = late();
  await byDays(episode, 3);
  await settle();
  await wait((wasDue - now().getTime()) / 60_000 + 5);
  expect(late()).toBe(before);
  await wait(3 * 24 * 60);
  expect(late()).toBeGreaterThan(before);
});
