import { areaId, scopeOf } from '@grid-relief/shared-types/primitives/areas';
import type { Connection } from 'mongoose';
import { type ActRequest, act, beginRecord, type PersonActor, type Tracked } from '.';
import { type CrateAction, type CrateState, crate, operation } from './crate.fixture';

const county = '141122';
const area = areaId('141122100201-g03');
/** The fixed instant of these tests. */
export const now = new Date('2022-04-18T01:00:00Z');
type Request = Omit<ActRequest<CrateState, CrateAction>, 'collection' | 'machine'>;
export type Run = Omit<Request, 'now' | 'visible'> & Partial<Request>;

/** Crates in a database, and what tests do to them. */
export function crateDesk(connection: () => Connection) {
  const crates = () => connection().collection<Tracked & { _id: string }>('crates');
  const run = (request: Run) =>
    act({ now, visible: () => true, ...request, collection: connection().collection('crates'), machine: crate });
  async function saved(changes: Partial<Tracked> = {}): Promise<string> {
    const _id = operation();
    const begun = beginRecord(
      { _id, county, kind: 'crate', variant: 'WOOD', state: 'OPEN', area, scope: scopeOf(area), household: 'h1' },
      [],
      now,
    );
    await crates().insertOne({ ...begun, ...changes });
    return _id;
  }
  async function stored(id: string): Promise<Tracked> {
    const found = await crates().findOne({ _id: id });
    if (!found) throw new Error('gone');
    return found;
  }
  const claim = (id: string, actor: PersonActor, opId = operation()) =>
    run({
      ...{ action: 'claim', id, actor, opId },
      set: { 'assignment.assignee': actor.personId, 'assignment.claimOp': opId },
    });
  return { run, saved, stored, claim };
}
