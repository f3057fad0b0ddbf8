import { addMinutes } from '@grid-relief/shared-types/primitives/instants';
import { type Attempt, instead, keepingWords, type Verb } from '../../acting';
import { Problem } from '../../http/problem';
import { personOf, timerAt } from '../../lifecycle';
import type { NewEntry } from '../../outbox';
import type { AreaChange, AreaChangeAction, AreaChangeBody } from './area-change';
import { isOwnDraft } from './area-change.policy';
import type { AreaChangeDeps } from './area-changes.deps';
import { tellGrids, tellHeads } from './entries';
import { faultsNow } from './ground';
import { previewOf } from './preview';
import { isUnderWay } from './under-way';

type AreaVerb = Verb<AreaChange, AreaChangeBody, AreaChangeDeps>;
type AreaAttempt = Attempt<AreaChange, AreaChangeBody, AreaChangeDeps>;
/** What follows from a step; whatever was said beside it is kept. */
const step = keepingWords<AreaChange, AreaChangeBody, AreaChangeDeps>;

const dayMinutes = 24 * 60;
/** Every process reads the tree each half minute: by the instant all of them know the new areas. */
const atLeastMinutes = 1;
const atMostMinutes = 30 * dayMinutes;
/**
 * What came to lie in an old area after it was walked over, because somebody had read it before, goes along with a later
 * walk: so many minutes afterwards, and each day of the week in which an old invitation may still be taken.
 */
const laterWalks = [1, 5, 60, ...[1, 2, 3, 4, 5, 6, 7].map((days) => days * dayMinutes)];

/** @throws Problem transition-not-allowed when the tree is another than it was drafted for */
async function mustStand({ deps, record }: AreaAttempt): Promise<void> {
  const faults = await faultsNow(deps, record.county, record._id, record.detail.wanted);
  if (faults.length > 0) throw instead(record, 'cancel');
}

const preview = step(async (attempt) => {
  await mustStand(attempt);
  const { deps, record } = attempt;
  return { set: { 'detail.preview': await previewOf(deps, record) }, emit: [tellHeads(record)] };
});

const schedule = step(async (attempt) => {
  const { record, actor, body, now, opId } = attempt;
  const by = personOf(actor);
  if (isOwnDraft(record, by)) throw new Problem('not-allowed');
  const at = new Date(body.at ?? now);
  if (at < addMinutes(now, atLeastMinutes)) throw wrongInstant('a minute from now at the earliest');
  if (at > addMinutes(now, atMostMinutes)) throw wrongInstant('within thirty days');
  await mustStand(attempt);
  return {
    set: { 'detail.scheduledBy': by, 'detail.at': at },
    emit: [
      { kind: 'areasPlanned' },
      timerAt('apply', at, { states: ['SCHEDULED'], enteredBy: opId }),
      tellGrids(record, 'AREA_SCHEDULED', at),
    ],
  };
});

function wrongInstant(detail: string): Problem {
  return new Problem('invalid-input', undefined, { errors: [{ pointer: '/at', detail }] });
}

const walks = (now: Date): NewEntry[] =>
  [0, ...laterWalks].map((minutes) => ({ kind: 'areaWalk', due: addMinutes(now, minutes) }));

const apply: AreaVerb = ({ record, now }) => ({
  emit: [...walks(now), tellGrids(record, 'AREA_CHANGED', record.detail.at ?? now)],
});

/** @throws Problem transition-not-allowed while what it moves is still on its way: both ways at once would never end */
const revert = step(async ({ deps, record, actor, now }) => {
  if (await isUnderWay(deps, record, now)) throw instead(record, 'wait');
  return {
    set: { 'detail.reverted': { by: personOf(actor), at: now } },
    emit: [...walks(now), tellGrids(record, 'AREA_REVERTED', now)],
  };
});

const cancel = step(({ record, now }) =>
  record.state === 'SCHEDULED'
    ? { emit: [{ kind: 'areasDropped' }, tellGrids(record, 'AREA_CALLED_OFF', record.detail.at ?? now)] }
    : {},
);

/** What each action changes beside the state. */
export const areaChangeVerbs: Readonly<Partial<Record<AreaChangeAction, AreaVerb>>> = {
  ...{ preview, schedule, apply, revert, cancel },
};
