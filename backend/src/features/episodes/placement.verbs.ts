import type { HomeCondition } from '@grid-relief/shared-types/quarantine/home-conditions.schema';
import { homeConditions } from '@grid-relief/shared-types/quarantine/home-conditions.schema';
import type { Role } from '@grid-relief/shared-types/roles';
import { instead } from '../../acting';
import { holdsRole, isSystem, personOf } from '../../lifecycle';
import { homeVerdict } from '../quarantine';
import { again, linksMoved, roomFollows, tell, tellRole, whereChanged } from './entries';
import type { Episode, HomeLook } from './episode';
import { namedPhoto, wrongPhoto } from './named-photo';
import { detailOf, type EpisodeAttempt, type EpisodeVerb, inRoom, runs } from './verb';

type Signer = 'GRID' | 'DOCTOR';

const signers: Readonly<Record<Signer, readonly Role[]>> = {
  GRID: ['GRID_WORKER', 'GRID_LEADER'],
  DOCTOR: ['DOCTOR'],
};
/** Who hears one after the other that nobody has assessed; the last one again and again. */
const assessLadder: readonly Role[] = ['GRID_LEADER', 'TOWNSHIP_DISPATCHER', 'COUNTY_DISPATCHER'];
const assessAgainMinutes = 120;

/** As whom this person may sign; nobody signs for both. */
function signerOf({ record, actor, now }: EpisodeAttempt): Signer {
  const looks = record.detail.homeLooks ?? {};
  const me = personOf(actor);
  const mine = (Object.keys(signers) as Signer[]).filter(
    (signer) => !isSystem(actor) && holdsRole(actor, signers[signer], record.scope, now),
  );
  const [first] = mine.filter((signer) => !Object.entries(looks).some(([as, look]) => as !== signer && look.by === me));
  if (!first) throw instead(record, 'askTheOther');
  return first;
}

const viewHome: EpisodeVerb = (attempt) => {
  const signer = signerOf(attempt);
  const { answers = {} } = attempt.body;
  const yes = homeConditions.filter((condition) => answers[condition] === true);
  const look: HomeLook = { by: personOf(attempt.actor), at: attempt.now, yes };
  return { set: { [`detail.homeLooks.${signer}`]: look } };
};

/** What both have seen; a condition that one of them did not see is not met. Pure. */
export function seenByBoth({ homeLooks = {} }: Episode['detail']): Partial<Record<HomeCondition, boolean>> {
  const looks = [homeLooks.GRID, homeLooks.DOCTOR].flatMap((look) => look ?? []);
  const isYes = (condition: HomeCondition) => looks.every(({ yes }) => yes.includes(condition));
  return Object.fromEntries(homeConditions.map((condition) => [condition, looks.length > 0 && isYes(condition)]));
}

/** Where this person goes (handbook 2.3, 5.3): a site where the phase says so, a home only with both signatures. */
function placementOf(record: Episode): 'HOME' | 'CENTRAL' {
  const { detail } = record;
  const kind = detail.phases[detail.phase]?.kind;
  if (kind === 'CENTRAL') return 'CENTRAL';
  if (kind === 'MONITORING') return 'HOME';
  const { GRID, DOCTOR } = detail.homeLooks ?? {};
  const { placement } = homeVerdict(seenByBoth(detail));
  const isNo = (GRID || DOCTOR) && placement === 'CENTRAL';
  if (!isNo && !(GRID && DOCTOR)) throw instead(record, 'viewHome');
  return placement;
}

const assess: EpisodeVerb = ({ record }) => {
  const verdict = placementOf(record);
  const roles = ['SITE_MANAGER', 'TRANSFER_DESK'] as const;
  const asked = roles.map((role) => tellRole(record, role, 'PLACE_NEEDED'));
  const site = verdict === 'CENTRAL' ? [...asked, roomFollows] : [];
  return {
    set: detailOf({ verdict }),
    unset: ['dueAt'],
    emit: [linksMoved({ link: 'PLACEMENT', how: 'start' }), ...site],
  };
};

const assessOverdue: EpisodeVerb = ({ record, now }) => {
  const { rung } = record.assignment;
  const role = assessLadder[Math.min(rung, assessLadder.length - 1)] ?? 'COUNTY_DISPATCHER';
  return {
    set: { 'assignment.rung': rung + 1 },
    emit: [tellRole(record, role, 'ASSESS_OVERDUE'), again(record, 'assessOverdue', now, assessAgainMinutes)],
  };
};

const placed = linksMoved(
  { link: 'PLACEMENT', how: 'finish' },
  { link: 'NOTICE', how: 'finish' },
  { link: 'EPISODE', how: 'start' },
);

const startHome: EpisodeVerb = async (attempt) => {
  const { record, deps, opId, now, body } = attempt;
  if (record.detail.verdict !== 'HOME') throw instead(record, 'startCentral');
  const careContact = await deps.seal(record.county, body.careContact ?? '', 'words');
  const notice = { how: body.notice ?? 'SIGNED', at: now, ...(await noticePhotoOf(attempt)) };
  return runs(attempt, {
    placement: 'HOME',
    changes: { placedBy: opId, notice, careContact, ...(body.door ? { door: body.door } : {}) },
    emit: [placed, whereChanged, ...tell(record, 'QUARANTINE_BEGAN')],
  });
};

/** What was served before witnesses carries no signature to show (handbook 2.3). */
async function noticePhotoOf(attempt: EpisodeAttempt): Promise<{ readonly photo?: string }> {
  const photo = await namedPhoto(attempt, 'noticePhoto');
  if (photo === undefined) return {};
  if (attempt.body.notice !== 'SIGNED') throw wrongPhoto('noticePhoto', 'only of a signed notice');
  return { photo };
}

const startCentral: EpisodeVerb = async (attempt) => {
  const { record, opId, now, body } = attempt;
  if (record.detail.verdict !== 'CENTRAL') throw instead(record, 'startHome');
  const notice = { how: body.notice ?? 'SIGNED', at: now };
  const effects = runs(attempt, {
    placement: 'CENTRAL',
    changes: { placedBy: opId, notice, stay: await sealedStay(attempt) },
    emit: [
      placed,
      linksMoved({ link: 'DELIVERY_PLAN', how: 'skip', reason: 'AT_SITE' }),
      whereChanged,
      ...tell(record, 'QUARANTINE_BEGAN'),
    ],
  });
  return inRoom(attempt, effects);
};

/** Another room than before, or one that only now is known. */
const changeRoom: EpisodeVerb = async (attempt) => {
  if (attempt.record.detail.placement !== 'CENTRAL') throw instead(attempt.record, 'refresh');
  return inRoom(attempt, { set: detailOf({ stay: await sealedStay(attempt) }) });
};

/** Site and room in one sealed text. */
export function sealedStay({ deps, record, body: { site, room } }: EpisodeAttempt): Promise<string> {
  return deps.seal(record.county, JSON.stringify({ site, room }), 'stay');
}

/** Looking at a home, deciding where, and being there (handbook 2.3). */
export const placementVerbs = { viewHome, assess, assessOverdue, startHome, startCentral, changeRoom };
