import type { RecordId } from '@grid-relief/shared-types/primitives/ids';
import { addDays, type Day, dayOf, shanghaiInstant } from '@grid-relief/shared-types/primitives/instants';
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
import { asking, communityWorker, lab, moveOn, neighbour, type Stage, sampler, siteManager, told } from '../people';
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

const dayMs = 86_400_000;
/** Longer than any of their quarantines. Days. */
const mostDays = 25;
/** Six each for the three at a site, besides the landing, and three for her at home. */
const leastTests = 15;

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

/** What the stories know of a person's quarantine at this moment. */
interface Seen extends InQuarantine {
  readonly episode: EpisodeView;
}

const isOver = ({ episode }: Seen) => episode.state === 'RELEASED';

async function see(stage: Stage, one: InQuarantine): Promise<Seen> {
  const person = await asking(stage, one.reporter);
  return { ...one, episode: await told(() => person.call(getEpisode, { params: { id: one.id } })) };
}

/** One after the other: two who ask in one name, and sign in anew after a day, would overtake one another. */
async function seeAll(stage: Stage, people: readonly InQuarantine[]): Promise<Seen[]> {
  const seen: Seen[] = [];
  for (const one of people) seen.push(await see(stage, one));
  return seen;
}

/** Tenths of a degree that are never twice the same: a report that always is gets somebody called. */
const feltToday = (stop: number) => 362 + (stop % 6);

/**
 * The temperature of everybody, as their own phone sends it. Routine: the first reports and swabs were made by hand on the
 * screens, these go the same way over HTTP, each in the name of whoever makes it.
 */
async function reportsHealth(stage: Stage, people: readonly Seen[], stop: number): Promise<void> {
  for (const { id, reporter } of people) {
    const person = await asking(stage, reporter);
    const said = { opId: person.newOpId(), temperatureTenths: feltToday(stop), symptoms: [] };
    await told(() => person.call(episodeActions.reportHealth, { params: { id }, body: said }));
  }
}

/** Whoever is due today is swabbed, at a site on the last day with belongings and room; the laboratory finds nothing. */
async function takesTests(stage: Stage, people: readonly Seen[]): Promise<number> {
  const [swabs, laboratory] = [await asking(stage, sampler), await asking(stage, lab)];
  let taken = 0;
  for (const { id, episode } of people) {
    const { tests, phases, phase, placement } = episode;
    if (!tests.some((test) => test.state === 'DUE' || test.state === 'MISSED')) continue;
    const isLast = phases[phase] && Date.parse(phases[phase].endsAt) - stage.system.now().getTime() < dayMs;
    const room = placement === 'CENTRAL' && isLast ? { withRoom: true as const } : {};
    await told(() => swabs.call(episodeActions.swab, { params: { id }, body: { opId: swabs.newOpId(), ...room } }));
    taken += 1;
  }
  await booksResults(laboratory, new Set<string>(people.map(({ id }) => id)));
  return taken;
}

async function booksResults(laboratory: SimulatedPerson, own: ReadonlySet<string>): Promise<void> {
  const { items } = await told(() => laboratory.call(quarantineResults, { query: { limit: 100 } }));
  for (const { episode, swab } of items.filter((tube) => own.has(tube.episode))) {
    const body = { opId: laboratory.newOpId(), swab, result: 'NEGATIVE' as const };
    await told(() => laboratory.call(episodeActions.bookResult, { params: { id: episode }, body }));
  }
}

/** Nobody is swabbed in the middle of the night. */
const morningOf = (day: Day) => shanghaiInstant(day, 9).getTime();

/** When something happens to somebody next: the mornings of tests that lie ahead, and the end. */
function awaited({ episode: { tests, endsAt } }: Seen): number[] {
  const mornings = tests.filter(({ state }) => state === 'AHEAD').map(({ date }) => morningOf(date));
  return [...mornings, Math.max(Date.parse(endsAt), morningOf(dayOf(new Date(endsAt))))];
}

/** The next morning for whoever is accompanied day by day and for whoever is kept beyond the end; else what is awaited. */
function nextStop(people: readonly Seen[], now: Date, daily: string): Date {
  const tomorrow = morningOf(addDays(dayOf(now), 1));
  const instants = people.flatMap((one) => {
    const ahead = awaited(one).filter((at) => at > now.getTime());
    return one.id === daily || ahead.length === 0 ? [tomorrow] : ahead;
  });
  return new Date(Math.min(...instants));
}

/** When somebody was to be let go as it was said on the first day, and when they were. */
interface Course {
  readonly end: number;
  readonly released?: number;
}

function followed(courses: Map<string, Course>, one: Seen): void {
  const course = courses.get(one.id) ?? { end: Date.parse(one.episode.endsAt) };
  const isNew = isOver(one) && course.released === undefined;
  courses.set(one.id, isNew ? { ...course, released: Date.parse(one.episode.since) } : course);
}

/**
 * To the end of everybody's quarantine: nobody is let go a day too early, and nobody is kept. One of them is accompanied
 * day by day; for the others alone the clock goes on to when a test or an end is due, and they report on those days.
 */
export async function livesThroughDays(
  stage: Stage,
  people: readonly InQuarantine[],
  daily: InQuarantine,
  onMorning: (episode: EpisodeView) => Promise<void>,
): Promise<void> {
  const { checks, system } = stage;
  const courses = new Map<string, Course>();
  const until = system.now().getTime() + mostDays * dayMs;
  let tests = 0;
  for (let stop = 1; system.now().getTime() < until; stop++) {
    const seen = await seeAll(stage, people);
    for (const one of seen) followed(courses, one);
    const open = seen.filter((one) => !isOver(one));
    if (open.length === 0) break;
    await reportsHealth(stage, open, stop);
    tests += await takesTests(stage, open);
    const accompanied = open.find(({ id }) => id === daily.id);
    if (accompanied) await onMorning(accompanied.episode);
    await moveOn(stage, nextStop(await seeAll(stage, open), system.now(), daily.id));
  }
  for (const { id, masked } of people) {
    const { end = 0, released = 0 } = courses.get(id) ?? {};
    const isInTime = released >= end && released - end < dayMs;
    await checks.check(`${masked} is let go on the day that was said on the first`, isInTime);
  }
  await checks.check('tests were taken on their days', tests >= leastTests);
}

/** Out of quarantine, the green code is asked for by itself. */
export async function codesAreCleared(stage: Stage): Promise<void> {
  const person = await asking(stage, communityWorker);
  const isAsked = async () => {
    const { items } = await told(() => person.call(codeRequestsToDo, { query: { limit: 100 } }));
    return items.filter(({ asked, because }) => asked === 'CLEAR' && because === 'RELEASED').length >= 3;
  };
  await stage.checks.check('a green code is asked for, for everybody who was let go', await holdsSoon(isAsked));
}
