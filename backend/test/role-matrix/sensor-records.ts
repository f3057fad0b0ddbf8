import { scopeOf } from '@grid-relief/shared-types/primitives/areas';
import { beginRecord } from '../../src/lifecycle';
import type { TestApp } from '../../src/testing/test-app';
import type { Json } from '../bad-input/sample-input';
import type { Cast } from './cast';

type Own = Omit<Parameters<typeof beginRecord>[0], 'scope'>;

/** Nobody excluded does anything that eligible people may. */
const begun = (app: TestApp, cast: Cast, own: Own) =>
  beginRecord(
    {
      ...{ ...own, scope: scopeOf(own.area as never) }, // a grid of the test county
      assignment: { excluded: [cast.by('excluded volunteer').id] },
    },
    [],
    app.clock.now(),
  );

/** A sensor with a key, whose test was just heard. */
export function aSensorRecord(app: TestApp, cast: Cast, own: Own) {
  const now = app.clock.now();
  const key = { sealed: cast.cipher?.seal('ab', `${own._id}/sensor-key/1`) ?? 'x', opId: app.anId(), generation: 1 };
  const signs = { seq: 2, at: now, door: 'CLOSED', doorAt: now, opened: true, closed: true };
  const consent = { how: 'SIGNED', by: app.anId(), at: now };
  return {
    ...{ ...begun(app, cast, own), createdAt: now },
    detail: { label: 'DS-0001', home: own.area, key, signs, place: 'FRONT', consent },
  };
}

/** A door that was opened. */
export function aSensorAlert(app: TestApp, cast: Cast, own: Own) {
  const now = app.clock.now();
  const variant = { ...own, variant: 'DOOR' };
  return {
    ...{ ...begun(app, cast, variant), priority: 1, createdAt: now, waitingSince: now },
    detail: { code: '0001', sensor: app.anId(), since: now },
  };
}

/** What a sample of the schema alone does not know: a home that exists, and a reason among those allowed. */
export function sensorBody({ home }: Cast, kind: string, action: string): Json {
  if (kind === 'DOOR_SENSOR' && action === 'install') return { household: home, told: true };
  return kind === 'SENSOR_ALERT' && action === 'close' ? { reason: { code: 'FALSE' } } : {};
}
