/**
 * `npm run simulate -- --address http://… [--residents 30] [--volunteers 8] [--minutes 240] [--speed 60]`
 * plays part of a day of residents and volunteers against a running demo server and reports how long people waited.
 */
import { parseArgs } from 'node:util';
import { isOnShift, sampleCounty } from '@grid-relief/backend/src/sample-county';
import sharp from 'sharp';
import { sampleSeed } from './seed';
import { type SimulatedPerson, signIn } from './simulate/client';
import { type Diary, liveAsResident, liveAsVolunteer, type Pace } from './simulate/day';
import { spread } from './simulate/spread';
import { waitingTable } from './simulate/waiting';

function paceOf(speed: number, minutes: number): Pace {
  const began = Date.now();
  const now = () => ((Date.now() - began) / 60_000) * speed;
  return {
    now,
    over: () => now() > minutes,
    minutes: (count) => new Promise((resolve) => setTimeout(resolve, (count * 60_000) / speed)),
  };
}

function diaryOf() {
  const times = {
    submitted: new Map<string, number>(),
    accepted: new Map<string, number>(),
    dropped: new Map<string, number>(),
    placed: new Map<string, number>(),
    fetched: new Map<string, number>(),
  };
  const refused = new Map<string, number>();
  const left = new Map<string, number>();
  const count = (among: Map<string, number>, what: string) => void among.set(what, (among.get(what) ?? 0) + 1);
  const diary: Diary = {
    submitted: (id, at) => void times.submitted.set(id, at),
    accepted: (id, at) => void times.accepted.set(id, at),
    dropped: (id, at) => void times.dropped.set(id, at),
    placed: (id, at) => void times.placed.set(id, at),
    fetched: (id, at) => void times.fetched.set(id, at),
    refused: (problem) => count(refused, problem),
    left: (state) => count(left, state),
  };
  const between = (from: Map<string, number>, to: Map<string, number>) =>
    [...to].flatMap(([id, at]) => {
      const began = from.get(id);
      return began === undefined ? [] : [at - began];
    });
  return { diary, times, refused, left, between };
}

async function signInAll(address: string, phones: readonly string[]): Promise<SimulatedPerson[]> {
  const people: SimulatedPerson[] = [];
  for (const phone of phones) people.push(await signIn(address, phone));
  return people;
}

async function run(): Promise<void> {
  const { values } = parseArgs({
    options: {
      address: { type: 'string', default: 'http://127.0.0.1:8080' },
      residents: { type: 'string', default: '20' },
      volunteers: { type: 'string', default: '8' },
      minutes: { type: 'string', default: '180' },
      speed: { type: 'string', default: '60' },
    },
  });
  const county = sampleCounty({ size: 'small', seed: sampleSeed, now: new Date() });
  const homes = spread(
    [...county.households()].filter(({ resident }) => resident),
    Number(values.residents),
  );
  const photo = await sharp({ create: { width: 64, height: 64, channels: 3, background: '#dddddd' } })
    .jpeg()
    .toBuffer();
  const residents = await signInAll(
    values.address,
    homes.map(({ phone }) => phone),
  );
  const volunteers = await signInAll(
    values.address,
    county.volunteers
      .filter(({ roster }) => isOnShift(roster, new Date()))
      .slice(0, Number(values.volunteers))
      .map(({ phone }) => phone),
  );
  const pace = paceOf(Number(values.speed), Number(values.minutes));
  const { diary, times, refused, left, between } = diaryOf();
  console.log(
    `${residents.length} residents, ${volunteers.length} volunteers, ${values.minutes} minutes at speed ${values.speed}`,
  );
  await Promise.all([
    ...residents.map(async (person, index) => {
      await pace.minutes((Number(values.minutes) / 3 / residents.length) * index);
      await liveAsResident(person, pace, diary);
    }),
    ...volunteers.map((person) => liveAsVolunteer(person, pace, diary, photo)),
  ]);
  for (const line of waitingTable([
    { name: 'somebody to take it', minutes: between(times.submitted, times.accepted) },
    { name: 'the bags at the door', minutes: between(times.submitted, times.dropped) },
    { name: 'the bags at a pick-up place', minutes: between(times.submitted, times.placed) },
    { name: 'fetching them there', minutes: between(times.placed, times.fetched) },
  ]))
    console.log(line);
  const told = (counts: Map<string, number>) => [...counts].map(([what, times]) => `${times} ${what}`).join(', ');
  const counts = [
    `asked ${times.submitted.size}, taken ${times.accepted.size}, at the door ${times.dropped.size}`,
    `at a pick-up place ${times.placed.size}, fetched there ${times.fetched.size}`,
  ];
  console.log(counts.join(', '));
  console.log(`requests at the end: ${told(left)}; refused steps: ${told(refused) || 'none'}`);
}

run().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
