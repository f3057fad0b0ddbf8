import { limitMinutes } from '@grid-relief/shared-types/lifecycles/lifecycle';
import { addMinutes } from '@grid-relief/shared-types/primitives/instants';
import { instead, keepingWords, type Verb } from '../../acting';
import { Problem } from '../../http/problem';
import { personOf } from '../../lifecycle';
import { contentsOf, isEndOpen, openEndsOf } from './contents';
import { mergeMoved, tellRoles } from './entries';
import { type MergeAction, type MergeBody, machine, type PersonMerge } from './person-merge';
import type { PersonMergeDeps } from './person-merge.deps';

type MergeVerb = Verb<PersonMerge, MergeBody, PersonMergeDeps>;
/** What follows from a step; whatever was said beside it is kept. */
const step = keepingWords<PersonMerge, MergeBody, PersonMergeDeps>;

/** Looked at, now: what is applied later is what was seen here, or it is looked at again. */
const preview = step(async ({ deps, record, now }) => {
  const { mark } = await contentsOf(deps, record);
  return { set: { 'detail.preview': { at: now, mark } } };
});

/**
 * One person from now on. Nothing of either is written: while it is applied, this record is the alias (decision 0014).
 * Only the revision of their open quarantines is raised first, so that none ends in the same moment by its own days.
 * @throws Problem changed-meanwhile when either has something else than was looked at
 */
const apply = step(async ({ deps, record, now, body: { keep = 'FIRST', picks = [] } }) => {
  const { things, mark } = await contentsOf(deps, record);
  const { county, detail } = record;
  if (mark !== detail.preview?.mark) throw lookAgain(record);
  const open = things.filter(({ kind }) => kind === 'EPISODE').map(({ id }) => id);
  const dueAt = addMinutes(now, limitMinutes(machine, 'apply'));
  return {
    async around(write) {
      if (!(await deps.fence(county, open))) throw lookAgain(record);
      return write();
    },
    set: { dueAt, 'detail.keep': keep, 'detail.picks': [...new Set(picks)], 'detail.appliedAt': now },
    emit: [
      mergeMoved,
      tellRoles(['GRID_WORKER', 'GRID_LEADER'], record, 'MERGE_APPLIED'),
      ...(isEndOpen(things, detail) ? [tellRoles(['CDC_INVESTIGATOR'], record, 'MERGE_TWO_ENDS')] : []),
    ],
  };
});

function lookAgain({ state, revision }: PersonMerge): Problem {
  return new Problem('changed-meanwhile', undefined, { state, revision, next: 'preview' });
}

/** @throws Problem invalid-input unless it is one of two open quarantines of theirs */
const decideEnd = step(async ({ deps, record, actor, now, body: { episode = '' } }) => {
  const { things } = await contentsOf(deps, record);
  const ends = openEndsOf(things, record.detail).map(({ id }) => id);
  if (ends.length < 2 || !ends.includes(episode)) {
    const detail = 'none of two open quarantines of theirs';
    throw new Problem('invalid-input', undefined, { errors: [{ pointer: '/episode', detail }] });
  }
  const rightEnd = { episode, over: ends.filter((id) => id !== episode), at: now, by: personOf(actor) };
  return { set: { 'detail.rightEnd': rightEnd }, emit: [mergeMoved] };
});

/** Two after all: every record is as it was, with what has been done since for whom it was done. */
const undo = step(({ record, now }) => {
  // the timer may be late; the day is over all the same
  if (record.dueAt !== undefined && record.dueAt <= now) throw instead(record, 'wait');
  return {
    unset: ['dueAt'],
    emit: [mergeMoved, tellRoles(['GRID_WORKER', 'GRID_LEADER', 'CDC_INVESTIGATOR'], record, 'MERGE_UNDONE')],
  };
});

const settled: MergeVerb = () => ({ unset: ['dueAt'] });

/** What each action changes beside the state (handbook 2.11). */
export const personMergeVerbs: Readonly<Record<MergeAction, MergeVerb>> = {
  ...{ preview, apply, decideEnd, undo, reject: step(() => ({})) },
  makeFinal: settled,
};
