import type { TestApp } from '../../src/testing/test-app';
import { anInvestigation, aRefusal } from './case-record';
import type { Cast } from './cast';
import { aHomeRecord } from './home-records';
import { aPersonMerge } from './merge-record';
import { aCodeRequest, anEpisodeRecord, aPlanRecord, aSiteOrRoom } from './quarantine-record';
import type { RecordKind } from './record-kinds';
import { aSensorAlert, aSensorRecord } from './sensor-records';
import { aPassenger, aTrip } from './transfer-records';
import { partiesOf } from './work-details';

/** A record of quarantine and what belongs to it; undefined: of another kind. */
export function quarantineRecord(
  app: TestApp,
  cast: Cast,
  own: {
    readonly _id: string;
    readonly kind: RecordKind;
    readonly state: string;
    readonly county: string;
    readonly area: string;
    readonly scope: string[];
  },
  variant: string,
) {
  const { kind } = own;
  const theirs = { ...own, household: cast.home, parties: partiesOf(cast) };
  // of these the variant is the action they are made ready for
  if (kind === 'QUARANTINE_EPISODE') return anEpisodeRecord(app, cast, theirs, variant);
  if (kind === 'DELIVERY_PLAN') return aPlanRecord(app, theirs);
  if (kind === 'HEALTH_CODE_REQUEST') return aCodeRequest(app, cast, theirs);
  if (kind === 'QUARANTINE_SITE' || kind === 'ROOM') return aSiteOrRoom(app, own);
  if (kind === 'REFUSAL') return aRefusal(app, cast, own, variant);
  if (kind === 'HOUSEHOLD_EVENT' || kind === 'WELFARE_TASK') return aHomeRecord(app, cast, own, variant);
  if (kind === 'PERSON_MERGE') return aPersonMerge(app, cast, own, variant);
  if (kind === 'INVESTIGATION') return anInvestigation(app, cast, own, variant);
  const held = { ...theirs, assignment: assignment(app, cast, app.clock.now()) };
  if (kind === 'TRANSFER') return aTrip(app, cast, { ...held, variant });
  if (kind === 'PASSENGER') return aPassenger(app, cast, held);
  if (kind === 'DOOR_SENSOR') return aSensorRecord(app, cast, { ...own, household: cast.home });
  if (kind === 'SENSOR_ALERT') return aSensorAlert(app, cast, { ...own, household: cast.home });
  return undefined;
}

/** Who holds a record, who was asked, and who is left out of it. */
export function assignment(app: TestApp, cast: Cast, now: Date) {
  return {
    assignee: cast.by('holder').id,
    claimOp: app.anId(),
    offeredTo: cast.by('asked').id,
    expiresAt: new Date(now.getTime() + 600_000),
    excluded: [cast.by('excluded volunteer').id],
  };
}
