import { dayOf } from '@grid-relief/shared-types/primitives/instants';
import { chainLinks } from '@grid-relief/shared-types/quarantine/policy-set.schema';
import { instead } from '../../acting';
import { Problem } from '../../http/problem';
import { derivedId } from '../../platform/ids';
import { rowFor, ruleOn } from '../quarantine';
import { ended } from './ending';
import { caseFound, homeEvent, linksMoved, tell, tellRole } from './entries';
import { endToWriteOf } from './joined-ends';
import { keptRecount } from './recount.verbs';
import { detailOf, type EpisodeVerb, runs } from './verb';

/** @throws Problem transition-not-allowed while another quarantine of the same person decides */
const elapse: EpisodeVerb = async (attempt) => {
  const { deps, record, now } = attempt;
  if ((await endToWriteOf(deps, record, now)).how === 'WAIT') throw instead(record, 'wait');
  return ended(attempt);
};

const convert: EpisodeVerb = async (attempt) => {
  const { deps, record, now, body } = attempt;
  const set = await deps.policyAt(record.county, now);
  const rule = body.category && ruleOn(set, body.category, dayOf(now));
  if (!rule || rule.phases.length === 0 || !body.anchor || new Date(body.anchor) > now) {
    throw new Problem('invalid-input', undefined, {
      errors: [{ pointer: '/category', detail: 'no quarantine follows' }],
    });
  }
  const { category, anchor } = body;
  return ended(attempt, {
    changes: { successor: derivedId(record.county, record._id, 'successor') },
    emit: [
      { kind: 'successor', payload: { category, anchor, from: record.state, at: now.toISOString() } },
      ...tell(record, 'CATEGORY_CHANGED'),
    ],
  });
};

const revoke: EpisodeVerb = (attempt) =>
  ended(attempt, {
    emit: [...tell(attempt.record, 'QUARANTINE_REVOKED'), { kind: 'clearCode', payload: { because: 'REVOKED' } }],
  });

const confirmPositive: EpisodeVerb = (attempt) =>
  ended(attempt, {
    emit: [
      caseFound('POSITIVE_TRANSFER'),
      homeEvent('POSITIVE'),
      ...(['GRID_LEADER', 'TRANSFER_DESK', 'COUNTY_DISPATCHER'] as const).map((role) =>
        tellRole(attempt.record, role, 'POSITIVE_AT_HOME', { urgent: true, life: true }),
      ),
    ],
  });

const handOut: EpisodeVerb = ({ body }) => ({
  set: detailOf({ handOut: { toCounty: body.toCounty ?? '' } }),
  unset: ['dueAt', 'detail.alert', 'detail.block'],
});

const confirmHandOut: EpisodeVerb = (attempt) => {
  const { toCounty = '' } = attempt.record.detail.handOut ?? {};
  return ended(attempt, { changes: { handOut: { toCounty, sealedName: attempt.body.sealedWords ?? '' } } });
};

const takeBack: EpisodeVerb = (attempt) => {
  const { record, body } = attempt;
  if (body.isAbsent || !record.detail.placement) return { to: 'ABSENT', unset: ['detail.handOut'] };
  return runs(attempt, { unset: ['detail.handOut'] });
};

/** Whatever else was begun for somebody: no car, no swab and no code is waited for any more. */
const noLonger = chainLinks
  .filter((link) => link !== 'EPISODE' && link !== 'TRACKER')
  .map((link) => ({ link, how: 'skip', reason: 'ENDED' }) as const);

/** Nothing is said to anybody of the home, and nothing asked for (handbook 2.3). */
const death: EpisodeVerb = (attempt) => ended(attempt, { emit: [linksMoved(...noLonger), homeEvent('DEATH')] });

/** Only where the category exists no longer (handbook 5.7): a change has judged that, or by hand the set in force says it. */
const terminateByPolicy: EpisodeVerb = async (attempt) => {
  const { deps, record, body, now } = attempt;
  if (!body.recounted && rowFor(await deps.policyAt(record.county, now), record.detail.category, dayOf(now))) {
    throw instead(record, 'wait');
  }
  return ended(attempt, {
    push: await keptRecount(attempt),
    emit: [...tell(record, 'RELEASED'), { kind: 'clearCode', payload: { because: 'POLICY' } }],
  });
};

/** How a quarantine ends other than by its days (handbook 2.3). */
export const endingVerbs = {
  elapse,
  convert,
  revoke,
  confirmPositive,
  handOut,
  confirmHandOut,
  takeBack,
  recordDeath: death,
  recordDeathInHospital: death,
  terminateByPolicy,
};
