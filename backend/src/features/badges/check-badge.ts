import type { checkBadge as checkBadgeEndpoint } from '@grid-relief/shared-types/badges/badge.contract';
import type { ResponseOf } from '@grid-relief/shared-types/contract';
import { type AreaId, ancestorAt, scopeOf } from '@grid-relief/shared-types/primitives/areas';
import { Problem } from '../../http/problem';
import { householdsOf, type PersonActor } from '../../lifecycle';
import { type BadgeDeps, postOf } from './badge.deps';
import { digitsOf, goodMinutes, personOfQr } from './badge-code';
import { surnameOf } from './my-badge';

type Verdict = ResponseOf<typeof checkBadgeEndpoint>;

/**
 * Is the person behind the door on duty now, and for this household? Six digits are looked up among those on duty in
 * the asker's township; with the same digits twice, whoever holds work for the household is meant, else nobody.
 * @throws too-many-requests; invalid-input when neither digits nor a square code are given
 */
export async function checkBadge(
  deps: BadgeDeps,
  actor: PersonActor,
  shown: { readonly digits?: string | undefined; readonly qr?: string | undefined },
  now: Date,
): Promise<Verdict> {
  await deps.countCheck(actor.personId);
  if (shown.qr === undefined && shown.digits === undefined) {
    throw new Problem('invalid-input', undefined, { errors: [{ pointer: '/digits', detail: 'digits or qr' }] });
  }
  const people =
    shown.qr === undefined
      ? await peopleShowing(deps, actor, shown.digits ?? '', now)
      : [personOfQr(deps.key, shown.qr, now)].filter((person) => person !== undefined);
  return verdictOn(deps, actor, people, now);
}

async function peopleShowing(deps: BadgeDeps, actor: PersonActor, digits: string, now: Date): Promise<string[]> {
  const homes = await deps.homesOf(actor);
  const townships = [...new Set(homes.map((home) => ancestorAt(home, 'TOWNSHIP') ?? home))];
  const places = [...new Set(homes.flatMap((home): AreaId[] => scopeOf(home)))];
  const [onDuty, staff] = await Promise.all([
    deps.onDutyIn(actor.county, townships, now),
    deps.staffIn(actor.county, places, now),
  ]);
  const candidates = new Set([...onDuty.map(({ person }) => person), ...staff]);
  const minutes = goodMinutes(now);
  return [...candidates].filter((person) => minutes.some((minute) => digitsOf(deps.key, person, minute) === digits));
}

async function verdictOn(deps: BadgeDeps, asker: PersonActor, people: readonly string[], now: Date): Promise<Verdict> {
  const households = householdsOf(asker);
  const answers = await Promise.all(
    people.map(async (person) => ({ person, forYou: await deps.holdsFor(asker.county, person, households) })),
  );
  const meant = answers.find(({ forYou }) => forYou) ?? (answers.length === 1 ? answers[0] : undefined);
  const wearer = meant && (await deps.actorOf(meant.person));
  if (!meant || !wearer || wearer.county !== asker.county) return { verdict: 'UNKNOWN' };
  const post = postOf(wearer, now);
  const duty = await deps.dutyOf(wearer.county, wearer.personId, now);
  if (!post || (post === 'VOLUNTEER' && !duty)) return { verdict: 'UNKNOWN' };
  const name = (await deps.nameOf(wearer.county, wearer.personId)) ?? '';
  return {
    verdict: 'ON_DUTY',
    surname: surnameOf(name),
    ...(duty ? { team: duty.team } : {}),
    post,
    forYou: meant.forYou,
  };
}
