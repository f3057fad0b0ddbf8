import { addMinutes } from '@grid-relief/shared-types/primitives/instants';
import type { QuarantineCategory } from '@grid-relief/shared-types/quarantine/policy-set.schema';
import type { Feature } from '../../../feature';
import { NoticePayload } from '../../../notice-entry';
import type { EntryHandlers, OutboxEntry, WithOutbox } from '../../../outbox';
import { aPerson } from '../../../testing/builders';
import { deliverAll, deliverOnce } from '../../../testing/deliver-all';
import { type CallAnswer, startTestApp, type TestApp, testCounty } from '../../../testing/test-app';
import { type OpenPolicies, openPolicies } from '../../../wiring/quarantine-policies';
import { type OpenEpisodeFacts, presets, ruleOn } from '../../quarantine';
import { inMemory } from './in-memory';

/** Policies on a database of their own, with people in memory and an outbox that is delivered by hand. */
export interface PolicyScene {
  readonly app: TestApp;
  readonly people: ReturnType<typeof inMemory>;
  readonly policies: OpenPolicies;
  readonly handlers: EntryHandlers;
  as(who: string, method: 'GET' | 'POST', path: string, body?: unknown): Promise<CallAnswer>;
  /** Delivers what is due, and what follows from it. */
  settle(): Promise<void>;
  /** Delivers one round at most. @returns how many records were taken */
  deliverOnce(): Promise<number>;
  /** Lets time pass, then delivers. */
  wait(minutes: number): Promise<void>;
  /** Who was told what: record, code, whom. */
  told(): readonly string[];
  /** Takes away every change and everybody, and goes back to the first set. */
  sweep(): Promise<void>;
}

const cast = {
  dispatcher: ['COUNTY_DISPATCHER', testCounty],
  head: ['COUNTY_HEAD', testCounty],
  otherHead: ['COUNTY_HEAD', testCounty],
  investigator: ['CDC_INVESTIGATOR', testCounty],
  township: ['COUNTY_DISPATCHER', `${testCounty}100`],
  resident: ['RESIDENT', `${testCounty}100`],
} as const;

const names: Readonly<Record<string, string>> = { head: '秦正阳', otherHead: '孔令山', dispatcher: '范敏' };

/** Opens the scene. Call in `beforeAll`, and `app.close` in `afterAll`. */
export async function openScene(): Promise<PolicyScene> {
  const people = inMemory();
  let opened: OpenPolicies | undefined;
  const app = await startTestApp({
    openFeatures: async (deps): Promise<Feature[]> => {
      opened = await openPolicies(deps, people);
      return [opened];
    },
  });
  if (!opened) throw new Error('policies were not opened');
  const policies = opened;
  const told: string[] = [];
  const notice = async ({ _id }: WithOutbox, { payload }: OutboxEntry) => {
    const { to, code } = NoticePayload.parse(payload);
    told.push(`${_id} ${code} ${JSON.stringify(to)}`);
  };
  const handlers: EntryHandlers = Object.fromEntries(
    Object.entries({ ...policies.handlers, notice }).map(([kind, deliver]) => [
      kind,
      { deliver: (entry, document) => deliver(document, entry) },
    ]),
  );
  const members = new Map<string, { id: string }>();
  for (const [who, [role, area]] of Object.entries(cast)) {
    members.set(
      who,
      await aPerson(app)
        .named(names[who] ?? '张小满')
        .withRole(role, area)
        .saved(),
    );
  }
  const settle = () => deliverAll(app, handlers);
  return {
    ...{ app, people, policies, handlers, settle, deliverOnce: () => deliverOnce(app, handlers), told: () => told },
    async as(who, method, path, body) {
      const person = members.get(who);
      if (!person) throw new Error(`nobody is called ${who}`);
      return app.call(method, path, { token: await app.signIn(person), body });
    },
    async wait(minutes) {
      app.clock.advance(minutes * 60_000);
      await settle();
    },
    async sweep() {
      people.clear();
      told.length = 0;
      for (const name of ['policyChanges', 'policyMoves', 'riskAreas'])
        await app.connection.collection(name).deleteMany({});
      await app.connection.collection('policyChoices').deleteMany({ change: { $exists: true } });
      policies.book.forget(testCounty);
    },
  };
}

/** An open episode by a preset's row, counted from so many days before an instant. */
export function anEpisode(code: string, category: QuarantineCategory, daysAgo: number, now: Date): OpenEpisodeFacts {
  const set = presets.find((one) => one.code === code);
  const rule = set && ruleOn(set, category, '2022-06-20');
  if (!set || !rule) throw new Error(`${code} has no ${category}`);
  const anchor = addMinutes(now, -daysAgo * 24 * 60);
  const { dayOneRule, missedTestHour } = set.parameters;
  return {
    basis: { category, policyCode: code, policyVersion: 1, reason: { code: 'CONTACT', values: {} } },
    count: { anchor, foundAt: anchor, phases: rule.phases, dayOneRule, missedTestHour },
  };
}
