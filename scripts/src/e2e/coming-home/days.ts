import type { RecordId } from '@grid-relief/shared-types/primitives/ids';
import { codeRequestsToDo } from '@grid-relief/shared-types/quarantine/code-request.contract';
import {
  episodeActions,
  getEpisode,
  myDays,
  quarantineAtSite,
  quarantineResults,
} from '@grid-relief/shared-types/quarantine/episode.contract';
import type { EpisodeView } from '@grid-relief/shared-types/quarantine/episode.schema';
import type { SimulatedPerson } from '../../simulate/client';
import {
  asking,
  codeClerk,
  communityWorker,
  lab,
  moveTo,
  neighbour,
  type Stage,
  sampler,
  siteManager,
  told,
} from '../people';
import { holdsSoon } from '../persistently';
import { child, son } from './announced';
import { back } from './at-the-door';
import { traveller } from './found-at-a-post';

/** Somebody of the stories: their quarantine, and whose phone reports for them. */
export interface InQuarantine {
  readonly masked: string;
  readonly id: RecordId;
  readonly reporter: string;
}

/** Longer than any of their quarantines. Days. */
const mostDays = 25;

/** The quarantines that have begun by now: of father and child, of her at home, of the one found on the road. */
export async function everybodyIn(stage: Stage): Promise<InQuarantine[]> {
  const of = async (reporter: string, names: readonly string[]): Promise<InQuarantine[]> => {
    const person = await asking(stage, reporter);
    const { items } =
      reporter === siteManager
        ? await told(() => person.call(quarantineAtSite, { query: {} }))
        : await told(() => person.call(myDays));
    return items.flatMap(({ id, nameMasked, day }) =>
      // of the name's other bearers nobody has begun today
      names.includes(nameMasked) && day.of - day.left <= 7 ? [{ id, masked: nameMasked, reporter }] : [],
    );
  };
  return [
    ...(await of(son.phone, [son.masked, child.masked])),
    ...(await of(neighbour, [back.masked])),
    ...(await of(siteManager, [traveller.masked])),
  ];
}

const isOver = ({ state }: EpisodeView) => state === 'RELEASED';

async function see(stage: Stage, { id, reporter }: InQuarantine): Promise<EpisodeView> {
  const person = await asking(stage, reporter);
  return told(() => person.call(getEpisode, { params: { id } }));
}

/** Tenths of a degree that are never twice the same: a report that always is gets somebody called. */
const feltToday = (day: number, half: number) => 362 + ((day * 2 + half) % 6);

/**
 * The temperature of everybody, as their own phone sends it. Routine: the first reports and swabs were made by hand on the
 * screens, these go the same way over HTTP, each in the name of whoever makes it.
 */
async function reportsHealth(stage: Stage, people: readonly InQuarantine[], day: number, half: number): Promise<void> {
  for (const one of people) {
    const episode = await see(stage, one);
    if (isOver(episode)) continue;
    const person = await asking(stage, one.reporter);
    const said = { opId: person.newOpId(), temperatureTenths: feltToday(day, half), symptoms: [] };
    await told(() => person.call(episodeActions.reportHealth, { params: { id: one.id }, body: said }));
  }
}

/** Whoever is due today is swabbed, at a site on the last day with belongings and room; the laboratory finds nothing. */
async function takesTests(stage: Stage, people: readonly InQuarantine[]): Promise<number> {
  const [swabs, laboratory] = [await asking(stage, sampler), await asking(stage, lab)];
  const own = new Set<string>(people.map(({ id }) => id));
  let taken = 0;
  for (const one of people) {
    const { tests, phases, phase, placement, endsAt, state } = await see(stage, one);
    if (state === 'RELEASED' || !tests.some((test) => test.state === 'DUE' || test.state === 'MISSED')) continue;
    const isLast = phases[phase] && Date.parse(phases[phase].endsAt) - stage.system.now().getTime() < 86_400_000;
    const room = placement === 'CENTRAL' && isLast && endsAt ? { withRoom: true as const } : {};
    await told(() =>
      swabs.call(episodeActions.swab, { params: { id: one.id }, body: { opId: swabs.newOpId(), ...room } }),
    );
    taken += 1;
  }
  await booksResults(laboratory, own);
  return taken;
}

async function booksResults(laboratory: SimulatedPerson, own: ReadonlySet<string>): Promise<void> {
  const { items } = await told(() => laboratory.call(quarantineResults, { query: { limit: 100 } }));
  for (const { episode, swab } of items.filter((tube) => own.has(tube.episode))) {
    const body = { opId: laboratory.newOpId(), swab, result: 'NEGATIVE' as const };
    await told(() => laboratory.call(episodeActions.bookResult, { params: { id: episode }, body }));
  }
}

/** Day by day to the end of everybody's quarantine: nobody is let go a day too early, and nobody is kept. */
export async function livesThroughDays(
  stage: Stage,
  people: readonly InQuarantine[],
  onDay: (day: number) => Promise<void>,
): Promise<void> {
  const { checks } = stage;
  const ends = new Map<string, Date>();
  for (const one of people) ends.set(one.id, new Date((await see(stage, one)).endsAt));
  const released = new Map<string, Date>();
  let tests = 0;
  for (let day = 1; day <= mostDays && released.size < people.length; day++) {
    await moveTo(stage, 1, 9);
    await reportsHealth(stage, people, day, 0);
    tests += await takesTests(stage, people);
    await onDay(day);
    await moveTo(stage, 0, 19);
    await reportsHealth(stage, people, day, 1);
    for (const one of people) {
      if (!released.has(one.id) && isOver(await see(stage, one))) released.set(one.id, stage.system.now());
    }
  }
  for (const { id, masked } of people) {
    const [end, at] = [ends.get(id), released.get(id)];
    const isInTime = end !== undefined && at !== undefined && at >= end && at.getTime() - end.getTime() < 86_400_000;
    await checks.check(`${masked} is let go on the day that was said on the first (${end?.toISOString()})`, isInTime);
  }
  await checks.check('tests were taken on their days', tests >= 10);
}

/** Out of quarantine, the green code is asked for by itself. */
export async function codesAreCleared(stage: Stage): Promise<void> {
  const person = await asking(stage, communityWorker);
  const isAsked = async () => {
    const { items } = await told(() => person.call(codeRequestsToDo, { query: { limit: 100 } }));
    return items.filter(({ asked, because }) => asked === 'CLEAR' && because === 'RELEASED').length >= 3;
  };
  await stage.checks.check('a green code is asked for, for everybody who was let go', await holdsSoon(isAsked));
  await asking(stage, codeClerk);
}
